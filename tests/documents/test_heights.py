"""What leads to a table stays on its page, on paper and in Word."""

from __future__ import annotations

import io

import docx

from dekkend.documents import heights, to_docx
from dekkend.documents.tidy import tidy
from dekkend.documents.to_pdf import data
from dekkend.documents.tree import Column, Facts, Note, Section, Table, Text
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


def test_a_long_word_makes_the_title_smaller_and_a_schooljaar_is_not_broken() -> None:
    assert heights.title_size("Ons profiel", cover=True) == 24
    assert heights.title_size("Ons profiel", cover=False) < 24
    assert heights.title_size("Schoolondersteuningsprofiel", cover=True) == 24
    assert heights.title_size("Bovenschoolondersteuningsprofielen", cover=True) == 20
    assert heights.title_size("w" * 300, cover=True) == 16
    assert heights.unbroken("Profiel 2027-2028, co-teaching") == "Profiel 2027\u20112028, co-teaching"


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
    assert heights.label_width(Facts((("Advies van de medezeggenschapsraad", ()), ("Kort", ())))) == 65
    assert heights.label_width(Facts((("x" * 500, ()),))) == 80
