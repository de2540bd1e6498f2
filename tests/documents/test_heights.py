"""What leads to a table stays on its page, on paper and in Word."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from lxml import etree
from pdfminer.high_level import extract_text

from dekkend.documents import heights, to_docx, to_odt, to_pdf
from dekkend.documents.tidy import tidy
from dekkend.documents.to_pdf import data
from dekkend.documents.tree import (
    Block,
    Break,
    Bullets,
    Column,
    Document,
    Facts,
    Inline,
    Note,
    PageBreak,
    Section,
    Table,
    Text,
)
from tests.documents.samples import line, make, table


def arrangement(*lead: str) -> Section:
    return Section("Vlot leren lezen", (*map(line, lead), table((line("a"),)), line("daarna")))


def test_a_few_lines_stay_with_their_table_and_what_follows_does_not() -> None:
    nodes = arrangement("Behoefte: lezen", "Voor wie?").blocks
    assert [is_kept for _, is_kept in heights.kept(nodes)] == [True, True, False, False]


def test_a_long_lead_may_break() -> None:
    nodes = arrangement("woord " * 900).blocks
    assert not any(is_kept for _, is_kept in heights.kept(nodes))


def test_the_pdf_keeps_the_lines_before_a_table() -> None:
    nodes = data.paper(tidy(make(arrangement("Voor wie?"))))["blocks"]
    assert [node["kind"] for node in nodes if node.get("kept")] == ["Paragraph"]


def test_word_keeps_the_lines_before_a_table() -> None:
    file = docx.Document(io.BytesIO(to_docx.render(make(arrangement("Voor wie?")))))
    kept = {paragraph.text: bool(paragraph.paragraph_format.keep_with_next) for paragraph in file.paragraphs}
    assert kept["Voor wie?"]
    assert not kept["daarna"]


def test_a_table_alone_needs_nothing_kept() -> None:
    assert not any(is_kept for node, is_kept in heights.kept((table(()),)) if isinstance(node, Table))


def test_facts_stay_with_the_table_they_lead_to() -> None:
    facts = Facts((("Voor wie", (Text("groep 3"),)),))
    assert [is_kept for _, is_kept in heights.kept((facts, table((line("a"),))))] == [True, False]


def test_what_opens_a_chapter_stays_with_its_first_part_if_it_is_short() -> None:
    part = Section("Deel", ())
    assert [is_kept for _, is_kept in heights.kept((line("Kort."), part, line("x"), part))] == [
        True,
        False,
        False,
        False,
    ]
    assert not any(is_kept for _, is_kept in heights.kept((line("woord " * 200), part)))


def test_a_long_word_makes_the_title_smaller() -> None:
    assert heights.title_size("Ons profiel", cover=True) == 24
    assert heights.title_size("Ons profiel", cover=False) < 24
    assert heights.title_size("Schoolondersteuningsprofiel", cover=True) == 24
    assert heights.title_size("Bovenschoolondersteuningsprofielen", cover=True) == 20
    assert heights.title_size("w" * 300, cover=True) == 16


def test_the_lines_of_a_long_title_are_about_as_long_as_each_other() -> None:
    assert heights.title_margin("Ons profiel", 24) == 0
    free = heights.title_margin("Schoolondersteuningsprofiel 2027-2028", 24)
    assert 0 < free <= heights.TITLE_WIDTH - 27 * heights.LETTER * 24  # the longest word still fits
    assert heights.title_margin("een " * 12, 24) > 60
    assert heights.title_margin("w" * 300 + " kort", 24) == 0


def test_the_last_row_of_a_large_table_is_not_alone_on_a_page() -> None:
    assert heights.held([1, 1, 1], small=True) == [True, True, False]
    assert heights.held([9, 9, 9], small=False) == [False, True, False]
    assert heights.held([9, 9, 30], small=False) == [False, False, False]
    assert heights.held([30], small=False) == [False]
    assert heights.held([], small=False) == []


def test_word_keeps_the_last_row_with_the_one_before() -> None:
    rows = tuple(((line(f"rij {number}"),), (line("woord " * 60),)) for number in range(4))
    long = Table("Rijen", (Column("A"), Column("B")), rows)
    file = docx.Document(io.BytesIO(to_docx.render(make(long))))
    kept = [
        bool(row.cells[0].paragraphs[0].paragraph_format.keep_with_next) for row in file.tables[0].rows[1:]
    ]
    assert kept == [False, False, True, False]


def test_a_short_remark_stays_on_one_page_and_a_long_one_may_break() -> None:
    short, long = Note((line("Zo staat het in de wet."), line("Lees het na."))), Note((line("woord " * 900),))
    assert heights.is_whole_note(short)
    assert not heights.is_whole_note(long)
    notes = [node["whole"] for node in data.paper(tidy(make(short, long)))["blocks"]]
    assert notes == [True, False]
    file = docx.Document(io.BytesIO(to_docx.render(make(short, long))))
    looks = {part.text[:5]: part.paragraph_format for part in file.paragraphs}
    assert looks["Zo st"].keep_with_next
    assert looks["Zo st"].keep_together
    assert looks["Lees "].keep_together
    assert not looks["Lees "].keep_with_next
    assert not looks["woord"].keep_together


def test_a_long_label_gets_room() -> None:
    assert heights.label_width(Facts((("Kort", ()),))) == 46
    assert heights.label_width(Facts((("Advies van de medezeggenschapsraad", ()), ("Kort", ())))) == 72
    assert heights.label_width(Facts((("x" * 500, ()),))) == 80


def bullets(*lines: int) -> Bullets:
    return Bullets(tuple((line("woord " * 12 * count),) for count in lines))


def test_a_short_list_stays_whole_and_of_a_long_one_the_last_two_items() -> None:
    assert heights.held_items(bullets(1, 1, 1)) == [True, True, False]
    assert heights.held_items(bullets(3, 3, 3, 3)) == [False, False, True, False]
    assert heights.room_for_last(bullets(1, 1, 1)) == 0
    assert heights.room_for_last(bullets(3, 3, 3, 3)) > 4
    assert heights.room_for_last(bullets(30)) == 0


def test_the_line_above_a_list_stays_with_it() -> None:
    nodes = (line("Zo is het."), line("Daarvoor is er:"), bullets(1), line("Zo is het."), bullets(1))
    assert [is_kept for _, is_kept in heights.kept(nodes)] == [False, True, False, False, False]


def test_no_last_row_or_item_is_alone_on_a_page_of_the_pdf() -> None:
    """Wherever on a page it begins."""
    high: list[Inline | str] = [part for _ in range(7) for part in ("x", Break())]
    rows = tuple(((line(f"rij {number}"),), (line(*high),)) for number in range(6))
    items = tuple((line(f"punt {number}", *high),) for number in range(6))
    parts: list[Block] = []
    for before in (2, 5, 8, 11):
        for part in (Table("", (Column("A"), Column("B")), rows), Bullets(items)):
            parts += [PageBreak(), line("x", *[Break()] * before, "x"), part]
    pages = extract_text(io.BytesIO(to_pdf.render(make(*parts, cover=False)))).split("\f")
    for word in ("rij", "punt"):
        ends = [page for page in pages if f"{word} 5" in page]
        assert any(f"{word} 3" not in page for page in ends)  # there was no room for all
        assert [f"{word} 4" in page for page in ends] == [True] * 4


def chapters(*, short: bool) -> Document:
    rows = tuple(((line(f"rij {number}"),),) for number in range(3))
    end = Section("Slot", (line("Klaar." if short else "woord " * 400),))
    return make(Section("Punten", (line("Zo."), Table("Rijen", (Column("A"),), rows))), end)


@pytest.mark.parametrize("short", [True, False])
def test_a_short_last_chapter_is_not_alone_on_a_page(short: bool) -> None:
    """What stands before it goes along: its last row is held by the heading."""
    file = docx.Document(io.BytesIO(to_docx.render(chapters(short=short))))
    last = file.tables[0].rows[-1].cells[0].paragraphs[0].paragraph_format
    assert bool(last.keep_with_next) is short
    with zipfile.ZipFile(io.BytesIO(to_odt.render(chapters(short=short)))) as archive:
        content = etree.fromstring(archive.read("content.xml"))
    space = content.nsmap
    style = content.xpath("(//table:table-row)[last()]//text:p/@text:style-name", namespaces=space)[0]
    look = f"//style:style[@style:name='{style}']/style:paragraph-properties/@fo:keep-with-next"
    assert content.xpath(look, namespaces=space) == (["always"] if short else [])


def test_a_short_item_is_not_divided_over_two_pages() -> None:
    two = Bullets(((line("Vraag"), line("Antwoord")), (line("Lang"), line("woord " * 900)), (line("Los"),)))
    file = docx.Document(io.BytesIO(to_docx.render(make(two))))
    kept = {part.text[:5]: bool(part.paragraph_format.keep_with_next) for part in file.paragraphs}
    assert [kept[word] for word in ("Vraag", "Antwo", "Lang", "woord", "Los")] == [
        True,
        False,
        False,
        False,
        False,
    ]
    nodes = data.paper(tidy(make(two)))["blocks"]
    assert nodes[0]["short"] == [True, False, True]


def facts(count: int, label: str = "Telefoon") -> Facts:
    return Facts(tuple((label, (Text("iets"),)) for _ in range(count)))


def test_a_few_facts_stay_on_one_page_and_many_may_break() -> None:
    few, many = data.paper(tidy(make(facts(7), facts(40))))["blocks"]
    assert few["whole"]
    assert not many["whole"]


def test_a_fact_of_many_short_lines_may_break_or_they_would_run_off_the_page() -> None:
    lines = tuple(part for _ in range(100) for part in (Text("1"), Break()))
    (node,) = data.paper(tidy(make(Facts((("Label", lines),)))))["blocks"]
    assert not node["whole"]


def test_labels_get_the_room_they_need_but_a_very_long_one_may_break() -> None:
    labels = ("Telefoon", "Advies van de medezeggenschapsraad", "w" * 60)
    short, long, longest = data.paper(tidy(make(*(facts(1, label) for label in labels))))["blocks"]
    assert short["label"] == longest["label"] == data.NARROW_LABEL
    assert data.NARROW_LABEL < long["label"] <= data.WIDE_LABEL


def test_a_row_with_a_short_remark_is_not_broken_and_one_with_a_long_one_is() -> None:
    short, long = (table((Note((line("woord " * count),), title="Nog open"),)) for count in (5, 900))
    assert max(heights.rows(short)) <= heights.KEPT < max(heights.rows(long))


def test_a_row_of_some_lines_is_not_divided_and_a_higher_one_may_be() -> None:
    lines = [line(*["woord", Break()] * (count - 1), "woord") for count in (16, 30)]
    body = data.paper(tidy(make(table((lines[0],)), table((lines[1],)))))["blocks"]
    assert [node["rows"][0]["whole"] for node in body] == [True, False]
