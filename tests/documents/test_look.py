"""Every paper wears the look of its school: two colours and a logo, of whatever shape."""

from __future__ import annotations

import io
import zipfile
from base64 import b64encode

import pikepdf
import pytest

from dekkend.documents.look import STANDARD, Look, dressed
from dekkend.documents.papers import FORMS, render
from dekkend.documents.tree import Document, Logo, Paragraph, Section, Text
from dekkend.kit.uploads.logo import read
from tests.documents.samples import SAMPLES, make
from tests.kit.logos import glass, logo

SHAPES = {
    "usual": logo(),
    "widest": logo((960, 120)),
    "tallest": logo((120, 360)),
    "glass": glass((140, 29, 64), (600, 250)),
}


def look_with(name: str) -> Look:
    drawn = read(SHAPES[name])
    return Look("#8c1d40", "#0b5c5c", Logo(drawn.png, drawn.width, drawn.height, "Logo van De Kroontjespen"))


@pytest.mark.parametrize("form", list(FORMS))
@pytest.mark.parametrize("shape", list(SHAPES))
@pytest.mark.parametrize("name", ["school", "poster"])
def test_every_form_carries_every_logo_and_gives_the_same_bytes_twice(
    name: str, shape: str, form: str
) -> None:
    document = dressed(SAMPLES["school"], look_with(shape))
    if name == "poster":
        document = dressed(
            make(Section("Kop", (Paragraph((Text("x"),)),)), shape="poster", cover=False), look_with(shape)
        )
    made = render(document, form)
    assert made == render(document, form)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_word_processors_get_colours_logo_and_what_it_is(form: str) -> None:
    worn = look_with("usual")
    files = parts(render(dressed(SAMPLES["school"], worn), form))
    assert worn.logo
    assert worn.logo.png in files.values()
    styles = next(data for name, data in files.items() if name.endswith("styles.xml")).decode().lower()
    assert "8c1d40" in styles
    assert "0b5c5c" in styles
    assert (
        "171c29" not in b"".join(files.values()).decode(errors="ignore").lower()
    )  # only a place for the second
    text = next(
        data for name, data in files.items() if name.endswith(("document.xml", "content.xml"))
    ).decode()
    assert "Logo van De Kroontjespen" in text


def test_pdf_says_the_logo_to_who_cannot_see_it() -> None:
    pdf = pikepdf.open(io.BytesIO(render(dressed(SAMPLES["school"], look_with("glass")), "pdf")))
    said = [
        str(thing.Alt) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/Alt" in thing
    ]
    assert said.count("Logo van De Kroontjespen") == 1


def test_page_carries_its_logo_inside_and_escapes_its_name() -> None:
    worn = look_with("usual")
    assert worn.logo
    named = Look(worn.accent, worn.second, Logo(worn.logo.png, 600, 240, 'Logo van "<b>'))
    page = render(dressed(SAMPLES["school"], named), "html").decode()
    assert b64encode(worn.logo.png).decode() in page
    assert 'alt="Logo van &quot;&lt;b&gt;"' in page
    assert "--headline: #0b5c5c" in page


def test_without_a_style_nothing_changes() -> None:
    document = SAMPLES["school"]
    assert dressed(document, STANDARD) == document
    assert (STANDARD.accent, STANDARD.second) == (Document.accent, Document.second)


@pytest.mark.parametrize("wrong", ["red", "#12345", "#12345g;", ""])
def test_a_second_colour_that_is_none_is_a_fault(wrong: str) -> None:
    with pytest.raises(ValueError, match="colour"):
        render(dressed(SAMPLES["school"], Look(second=wrong)), "html")
