"""The Word file opens, with real styles, headings, header rows and language."""

from __future__ import annotations

import io
import re
import zipfile

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml import etree

from dekkend.documents import to_docx
from dekkend.documents.to_docx.base import make as make_base
from dekkend.documents.tree import Bullets, Document, Note, PageBreak, Section
from tests.documents import parts
from tests.documents.samples import NASTY, RIGHT_TO_LEFT, SAMPLES, line, make
from tests.documents.samples import table as table_of


def opened(name: str) -> WordFile:
    return docx.Document(io.BytesIO(to_docx.render(SAMPLES[name])))


def docx_of(tree: Document) -> WordFile:
    return docx.Document(io.BytesIO(to_docx.render(tree)))


def test_headings_stand_in_heading_styles() -> None:
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in opened("school").paragraphs
        if paragraph.style is not None and paragraph.style.name.startswith("Heading")
    ]
    assert headings[:3] == [
        ("Heading 1", "Onze school"),
        ("Heading 2", "Onze visie"),
        ("Heading 2", "Wat kinderen ons vertelden"),
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_headings_stand_in_order_with_their_level(name: str) -> None:
    styles = [p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") for p in opened(name).element.body.iter(qn("w:p"))]
    names = [style.get(qn("w:val")) for style in styles if style is not None]
    levels = [int(name.removeprefix("Heading")) for name in names if name.startswith("Heading")]
    assert levels == [min(level, 9) for level, _ in parts.headings(SAMPLES[name])]


def test_numbers_that_are_a_count_are_counted_and_others_are_text() -> None:
    counted, text = opened("school"), opened("deep")
    assert numbered(counted) == [f"Heading{level}" for level in range(1, 10)]
    assert numbered(text) == []
    heading = next(p for p in text.paragraphs if p.style and p.style.name == "Heading 1")
    assert heading.text == "1.\tNiveau 1"
    assert heading._p.pPr.numPr is None


def numbered(file: WordFile) -> list[str]:
    return [
        style.get(qn("w:styleId"))
        for style in file.styles.element
        if style.find(f".//{qn('w:numPr')}") is not None
    ]


def test_a_section_without_number_is_not_counted() -> None:
    sections = (Section("Eerste", (), number="1"), Section("Bijlage", ()), Section("Tweede", (), number="2"))
    file = docx.Document(io.BytesIO(to_docx.render(make(*sections))))
    headings = [p for p in file.paragraphs if p.style and p.style.name == "Heading 1"]
    assert [p._p.pPr.numPr is not None for p in headings] == [False, True, False]
    assert headings[1]._p.pPr.numPr.numId.val == 0


def test_the_contents_are_filled_and_a_field_as_well() -> None:
    body = opened("school").element.body
    contents = body.find(f"{qn('w:sdt')}/{qn('w:sdtContent')}")
    lines = ["".join(p.itertext(qn("w:t"))) for p in contents.findall(qn("w:p"))]
    assert lines[1].startswith("Elke regel brengt u naar dat deel.")
    assert [lines[0], *lines[2:4]] == ["Inhoud", "1Onze school", "1.1Onze visie"]
    said = ["".join(text.itertext()).strip() for text in contents.iter(qn("w:instrText"))]
    assert said[0] == 'TOC \\o "1-2" \\h \\z \\u'
    marks = {element.get(qn("w:name")) for element in body.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in contents.iter(qn("w:hyperlink"))} <= marks
    assert {words.split()[1] for words in said[1:]} <= marks
    kinds = [char.get(qn("w:fldCharType")) for char in contents.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == len(said)


def test_bookmarks_have_names_that_word_allows() -> None:
    long = "een-heel-lang-deel-dat-niet-in-veertig-letters-past"
    sections = tuple(Section(f"Deel {end}", (), id=f"{long}-{end}") for end in "abc")
    body = docx.Document(io.BytesIO(to_docx.render(make(*sections, contents=True)))).element.body
    names = [element.get(qn("w:name")) for element in body.iter(qn("w:bookmarkStart"))]
    assert len(set(names)) == 3
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)


def test_a_page_break_is_said_by_what_follows_it() -> None:
    tree = make(line("a"), PageBreak(), PageBreak(), Section("B", ()), cover=False)
    file = docx.Document(io.BytesIO(to_docx.render(tree)))
    breaks = [p.text for p in file.paragraphs if p.paragraph_format.page_break_before]
    assert breaks == ["B"]
    assert not list(file.element.body.iter(qn("w:br")))


def test_another_base_gives_its_own_look() -> None:
    own = docx.Document(io.BytesIO(make_base()))
    own.styles["Heading 1"].font.name = "Verdana"
    buffer = io.BytesIO()
    own.save(buffer)
    file = docx.Document(io.BytesIO(to_docx.render(SAMPLES["school"], base=buffer.getvalue())))
    assert file.styles["Heading 1"].font.name == "Verdana"
    assert file.paragraphs[1].text == "De Kroontjespen"


@pytest.mark.parametrize("name", SAMPLES)
def test_every_table_has_a_header_row_and_a_caption(name: str) -> None:
    tables = list(opened(name).element.body.iter(qn("w:tbl")))
    assert len(tables) == parts.tables(SAMPLES[name])
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
    assert styles["Wat elke school van "] == "Body Text"
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
    assert text == "Titel  ·  Concept\u2002\tpagina\u00a01\u00a0van\u00a01"
    assert file.sections[0].different_first_page_header_footer
    assert not opened("smallest").sections[0].different_first_page_header_footer


def test_each_numbered_list_starts_at_one() -> None:
    two = make(*(Bullets(((line("a"),), (line("b"),)), ordered=True) for _ in range(2)))
    file = docx.Document(io.BytesIO(to_docx.render(two)))
    numbers = [element.get(qn("w:val")) for element in file.element.body.iter(qn("w:numId"))]
    assert numbers == ["3", "3", "4", "4"]
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


IN_ORDER = [
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "tabs"),
    *("suppressAutoHyphens", "bidi", "spacing", "ind", "outlineLvl"),
]


@pytest.mark.parametrize("name", ["every node", "nasty text", "odd places", "deep"])
def test_properties_stand_in_the_order_that_word_wants(name: str) -> None:
    file = opened(name)
    for properties in (*file.element.body.iter(qn("w:pPr")), *file.styles.element.iter(qn("w:pPr"))):
        places = [IN_ORDER.index(etree.QName(child).localname) for child in properties]
        assert places == sorted(set(places))


def test_a_schooljaar_and_a_telephone_number_stay_on_one_line_and_other_hyphens_break() -> None:
    file = docx_of(make(line("Voor schooljaar 2027-2028, telefoon 036-0000000 of 2027-28")))
    (said,) = [p for p in file.element.body.iter(qn("w:p")) if "schooljaar" in "".join(p.itertext())]
    assert len(list(said.iter(qn("w:noBreakHyphen")))) == 2
    assert "0000000 of 2027-28" in "".join(said.itertext(qn("w:t")))


def test_a_remark_in_a_cell_takes_the_whole_cell() -> None:
    file = docx_of(
        make(
            table_of((Note((line("in de cel"),), title="Let op dit"),)), Note((line("buiten"),), title="Vrij")
        )
    )
    margins = {}
    for each in file.element.body.iter(qn("w:p")):
        style = each.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")) in ("RemarkHeading", "Remark"):
            indent = each.find(f"{qn('w:pPr')}/{qn('w:ind')}")
            margins["".join(each.itertext(qn("w:t")))] = None if indent is None else indent.get(qn("w:right"))
    assert margins == {"Let op dit": "0", "in de cel": "0", "Vrij": None, "buiten": None}
