"""The Word file opens, with real styles, headings, header rows and language."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml import etree

from dekkend.documents import to_docx
from dekkend.documents.to_docx.base import make as make_base
from dekkend.documents.tree import Bullets
from tests.documents.samples import NASTY, RIGHT_TO_LEFT, SAMPLES, line, make


def opened(name: str) -> WordFile:
    return docx.Document(io.BytesIO(to_docx.render(SAMPLES[name])))


def test_headings_stand_in_heading_styles() -> None:
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in opened("school").paragraphs
        if paragraph.style is not None and paragraph.style.name.startswith("Heading")
    ]
    assert headings[:3] == [
        ("Heading 1", "1\tOnze school"),
        ("Heading 2", "1.1\tOnze visie"),
        ("Heading 2", "1.2\tWat kinderen ons vertelden"),
    ]


def test_every_table_has_a_header_row_and_a_caption() -> None:
    tables = opened("school").element.body.findall(qn("w:tbl"))
    assert len(tables) == 14
    for table in tables:
        assert table.find(f"{qn('w:tr')}/{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}").get(qn("w:val"))


def test_language_title_and_dates_are_set() -> None:
    file = opened("school")
    language = file.styles.element.find(f".//{qn('w:lang')}")
    assert language.get(qn("w:val")) == "nl-NL"
    core = file.core_properties
    assert (core.title, core.author, core.language) == (
        "Schoolondersteuningsprofiel",
        "De Kroontjespen",
        "nl-NL",
    )
    assert core.created is not None
    assert core.created.date().isoformat() == "2026-11-16"


def test_the_dates_in_the_zip_are_that_of_the_document() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx.render(make()))) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2026, 11, 16)}


def test_the_two_voices_have_styles_of_their_own() -> None:
    file = opened("school")
    styles = {paragraph.text[:20]: paragraph.style.name for paragraph in file.paragraphs if paragraph.style}
    assert styles["Op De Kroontjespen l"] == "School"
    assert styles["Wat elke school van "] == "Normal"
    assert file.styles["School"].font.name == "Source Serif 4"


def test_a_mark_is_a_sign_with_its_word_or_a_picture_that_says_it() -> None:
    file = opened("every node")
    assert "■\u00a0ja ◪\u00a0in ontwikkeling □\u00a0nee" in "\n".join(p.text for p in file.paragraphs)
    said = [shape._inline.docPr.get("descr") for shape in file.inline_shapes]
    assert said.count("niet beantwoord") == 4
    assert all(said)


def test_the_foot_says_status_and_page() -> None:
    file = opened("every node")
    text = file.sections[0].footer.paragraphs[0].text
    assert text == "Titel  ·  Concept\tpagina 1 van 1"
    assert file.sections[0].different_first_page_header_footer
    assert not opened("smallest").sections[0].different_first_page_header_footer


def test_each_numbered_list_starts_at_one() -> None:
    two = make(*(Bullets(((line("a"),), (line("b"),)), ordered=True) for _ in range(2)))
    file = docx.Document(io.BytesIO(to_docx.render(two)))
    numbers = [element.get(qn("w:val")) for element in file.element.body.iter(qn("w:numId"))]
    assert numbers == ["2", "2", "3", "3"]
    starts = list(file.part.numbering_part.element.iter(qn("w:startOverride")))
    assert [start.get(qn("w:val")) for start in starts] == ["1", "1"]


def test_bookmarks_and_pictures_have_ids_of_their_own() -> None:
    body = opened("every node").element.body
    bookmarks = [element.get(qn("w:name")) for element in body.iter(qn("w:bookmarkStart"))]
    assert len(bookmarks) == len(set(bookmarks)) == 2
    pictures = [element.get("id") for element in body.iter(qn("wp:docPr"))]
    assert len(pictures) == len(set(pictures)) > 1


def test_every_cell_ends_with_a_paragraph() -> None:
    for name in ("odd places", "empty parts", "nasty text"):
        for cell in opened(name).element.body.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")


def test_the_accent_of_the_document_colours_the_styles() -> None:
    xml = etree.tostring(opened("every node, no cover").styles.element).decode()
    assert "14563C" in xml
    assert "1D3F8F" not in xml


def test_arabic_and_hebrew_run_from_the_right() -> None:
    file = opened("right to left")
    paragraph = next(
        p for p in file.paragraphs if p.text == RIGHT_TO_LEFT and p.style and p.style.name == "School"
    )
    assert paragraph._p.pPr.find(qn("w:bidi")) is not None


def test_nasty_text_stays_text() -> None:
    text = "\n".join(paragraph.text for paragraph in opened("nasty text").paragraphs)
    assert "<b>&amp;</b> #[x] $y$ \\z" in text
    assert "\x00" in NASTY
    assert "\x00" not in text


def test_the_base_in_the_house_is_the_one_that_is_made() -> None:
    assert to_docx.BASE.read_bytes() == make_base()
