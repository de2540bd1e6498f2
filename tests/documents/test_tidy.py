"""After the pass over the tree no renderer has to doubt."""

from __future__ import annotations

from dekkend.documents.tidy import is_address, tidy, tidy_blocks
from dekkend.documents.tree import (
    Break,
    Bullets,
    Column,
    Mark,
    Note,
    PageBreak,
    Paragraph,
    Section,
    Table,
    Text,
)
from tests.documents.samples import SAMPLES, deep_bullets, line, make


def test_an_empty_title_falls_back_on_what_is_there() -> None:
    assert tidy(make(title=" ", author="De Kroontjespen")).title == "De Kroontjespen"
    assert tidy(make(title="")).title == "Zonder titel"


def test_what_is_empty_disappears_and_what_stands_under_it_stays() -> None:
    blocks = (line(""), Bullets(((),)), Section("", (line("blijft"),)), Note(()))
    assert tidy_blocks(blocks) == (line("blijft"),)


def test_a_section_without_text_stays_as_heading() -> None:
    assert tidy_blocks((Section("Leeg", ()),)) == (Section("Leeg", (), id="deel-1"),)


def test_sections_get_ids_of_their_own() -> None:
    sections = tidy_blocks(tuple(Section("x", (), id=name) for name in ("a", "a", "9 b", "", "a")))
    assert [s.id for s in sections if isinstance(s, Section)] == ["a", "a-1", "deel-9-b", "deel-1", "a-2"]


def test_rows_have_as_many_cells_as_columns_and_lose_nothing() -> None:
    a, b, c = (line(letter) for letter in "abc")
    (table,) = tidy_blocks((Table("t", (Column("1"), Column("2")), (((a,),), ((a,), (b,), (c,)))),))
    assert isinstance(table, Table)
    assert table.rows == (((a,), ()), ((a,), (b, c)))


def test_a_page_breaks_between_sections_only() -> None:
    inside = Table("t", (Column("1"),), (((PageBreak(), line("a")),),))
    blocks = tidy_blocks((PageBreak(), inside, Section("s", (PageBreak(),))))
    assert blocks[0] == PageBreak()
    assert isinstance(blocks[1], Table)
    assert blocks[1].rows == (((line("a"),),),)
    assert isinstance(blocks[2], Section)
    assert blocks[2].blocks == (PageBreak(),)


def test_what_is_too_deep_is_still_said() -> None:
    assert "Diepste punt" in str(tidy_blocks((deep_bullets(30),)))
    assert str(tidy_blocks((deep_bullets(30),))).count("Bullets") < 10


def test_line_ends_in_text_become_breaks() -> None:
    (paragraph,) = tidy_blocks((line("een\ntwee\n"),))
    assert paragraph == Paragraph((Text("een"), Break(), Text("twee")))


def test_marks_with_words_stand_apart_and_marks_alone_in_a_row() -> None:
    ja, alone = Mark("full", "ja"), Mark("half", "half", show_label=False)
    assert tidy_blocks((line(ja, ja, "; en"),)) == (line(ja, " ", ja, "; en"),)
    assert tidy_blocks((line(alone, alone),)) == (line(alone, alone),)


def test_a_warning_is_not_said_by_colour_alone() -> None:
    assert tidy_blocks((Note((line("x"),), kind="warning"),)) == (Note((line("x"),), "warning", "Let op"),)


def test_only_web_and_mail_are_addresses() -> None:
    assert is_address("https://a.nl/b?c=d#e")
    assert is_address("mailto:ib@school.nl")
    for wrong in (
        "javascript:x",
        "https://",
        "https://a b",
        'https://a"b',
        "https://" + "a" * 3000,
        "",
        "a.nl",
    ):
        assert not is_address(wrong)


def test_tidying_twice_changes_nothing() -> None:
    for sample in SAMPLES.values():
        assert tidy(tidy(sample)) == tidy(sample)
