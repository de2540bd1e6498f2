import io

import pytest
from PIL import Image

from dekkend.kit.uploads import LARGEST, Unfit, inspect, title_of
from dekkend.kit.uploads import docx as word
from tests.kit.files import PDF, docx, located, picture


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (PDF, "pdf"),
        (docx(), "docx"),
        (picture("PNG"), "png"),
        (picture("JPEG"), "jpg"),
        (picture("WEBP"), "webp"),
    ],
)
def test_a_file_is_what_its_content_says(data: bytes, ending: str) -> None:
    assert inspect(data).ending == ending


def test_a_document_is_kept_as_it_was() -> None:
    assert inspect(PDF).data == PDF
    assert inspect(docx()).data == docx()


def test_a_photograph_does_not_tell_where_it_was_taken() -> None:
    kept = inspect(located())

    assert b"Fotograaf Geheim" not in kept.data
    assert b"Exif" not in kept.data
    with Image.open(io.BytesIO(kept.data)) as drawn:
        assert not drawn.getexif()
        assert drawn.size == (10, 20)  # upright


def test_words_beside_a_picture_are_gone() -> None:
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Comment", "<script>geheim</script>")

    assert b"geheim" not in inspect(picture("PNG", pnginfo=told)).data


def test_glass_in_a_picture_stays() -> None:
    made = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(made, "PNG")

    with Image.open(io.BytesIO(inspect(made.getvalue()).data)) as drawn:
        assert drawn.mode == "RGBA"


def test_a_very_large_picture_is_made_smaller() -> None:
    with Image.open(io.BytesIO(inspect(picture("JPEG", (5000, 1000))).data)) as drawn:
        assert max(drawn.size) <= 3000


def test_what_is_too_large_is_refused_with_a_way_out() -> None:
    with pytest.raises(Unfit, match="groter dan 10 MB. Maak het kleiner, of zet er een link naar"):
        inspect(PDF + b" " * LARGEST)


def test_a_word_file_that_unpacks_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "MOST_BYTES", 1000)

    with pytest.raises(Unfit, match="uitgepakt te groot"):
        inspect(docx({"word/media/a.png": bytes(2000)}))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Plan.PDF", "Plan.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\map\\plan.docx", "plan.pdf"),
        ("plan\u202efdp.exe", "planfdp.pdf"),
        ('a"b\r\nSet-Cookie: x.pdf', "a bSet-Cookie x.pdf"),
        ("...", "bestand.pdf"),
        ("", "bestand.pdf"),
        ("x" * 500 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_is_words_and_the_ending_of_the_content(name: str, shown: str) -> None:
    assert title_of(name, "pdf") == shown
