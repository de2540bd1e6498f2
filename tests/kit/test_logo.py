"""What is taken as a logo, and what is not, each with a sentence that says what to do."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from dekkend.kit.uploads import Unfit
from dekkend.kit.uploads.logo import KEPT, LEAST, MOST, read
from tests.kit.files import PDF, docx, located
from tests.kit.logos import glass, logo, noise


def test_logo_loses_its_empty_edges() -> None:
    found = read(logo((600, 240), edge=90))
    assert (found.width, found.height) == (600, 240)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_logo_is_kept_as_bare_png(kind: str) -> None:
    found = read(logo(kind=kind))
    with Image.open(io.BytesIO(found.png)) as picture:
        assert picture.format == "PNG"
        assert picture.info == {}
        assert picture.size == (found.width, found.height)


def test_logo_keeps_nothing_of_the_photographer() -> None:
    big = io.BytesIO()
    with Image.open(io.BytesIO(located())) as picture:
        picture.resize((400, 300)).save(big, "JPEG", exif=picture.getexif())
    assert b"Geheim" in big.getvalue()
    assert b"Geheim" not in read(big.getvalue()).png


def test_logo_with_glass_keeps_it() -> None:
    with Image.open(io.BytesIO(read(glass((20, 90, 60), (600, 250))).png)) as picture:
        assert picture.mode == "RGBA"
        assert picture.size == (300, 250)  # the half that is seen


def test_logo_is_made_small_enough_to_go_along() -> None:
    found = read(noise(900))
    assert len(found.png) <= KEPT
    assert LEAST * 0.7 <= found.width < 900
    assert read(logo((3000, 1200))).width <= MOST


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "leeg"),
        (b"x" * (5 * 1024 * 1024 + 1), "groter dan 5 MB"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "SVG"),
        (b"\x89PNG\r\n\x1a\nniets", "niet heel"),
        (PDF, "geen afbeelding"),
        (docx(), "geen afbeelding"),
        (logo((200, 80)), "te klein"),
        (logo((1000, 90)), "te breed"),
        (logo((90, 900)), "te smal"),
        (logo(ink="#fefefe"), "wit of leeg"),
        (glass((255, 255, 255)), "wit of leeg"),
    ],
    ids=[
        "empty",
        "heavy",
        "svg",
        "broken",
        "pdf",
        "word",
        "small",
        "wide",
        "tall",
        "white",
        "white on glass",
    ],
)
def test_what_is_no_logo_is_refused_with_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(Unfit, match=says):
        read(data)


def test_extreme_shapes_that_still_fit_are_taken() -> None:
    assert read(logo((960, 120))).width == 960
    assert read(logo((120, 360))).height == 360
