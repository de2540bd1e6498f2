"""After the pass over the tree no renderer has to doubt."""

from __future__ import annotations

import io
import zipfile

import docx

from dekkend.documents import to_docx, to_html, to_odt, to_text
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


def test_a_caption_with_the_heading_in_it_is_for_who_cannot_see_both() -> None:
    columns, rows = (Column("1"),), (((line("a"),),),)
    said, other = Table("Arrangement taal", columns, rows), Table("De leraren", columns, rows)
    (section,) = tidy_blocks(
        (Section("Taal", (line("Voor wie?"), said, other, Table("Helpt taal?", columns, rows))),)
    )
    assert isinstance(section, Section)
    _, first, second, asked = section.blocks
    assert isinstance(asked, Table)
    assert asked.shown_caption == "Helpt taal?"
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert (first.caption, first.shown_caption) == ("Arrangement taal", "")
    assert (second.caption, second.shown_caption) == ("De leraren", "De leraren")


def test_no_paper_prints_a_caption_that_repeats_its_heading() -> None:
    rows = (((line("a"),),),)
    said, other = Table("Arrangement taal", (Column("1"),), rows), Table("De leraren", (Column("1"),), rows)
    document = make(Section("Taal", (said, other)))
    html = to_html.render(document).decode()
    assert '<caption class="hidden-text">Arrangement taal</caption>' in html
    assert "<caption>De leraren</caption>" in html
    word = docx.Document(io.BytesIO(to_docx.render(document)))
    assert [part.text for part in word.paragraphs if part.style.name == "Caption"] == ["De leraren"]
    assert 'w:tblCaption w:val="Arrangement taal"' in word.element.xml
    with zipfile.ZipFile(io.BytesIO(to_odt.render(document))) as file:
        open_document = file.read("content.xml").decode()
    assert open_document.count("Arrangement taal") == 1  # the title of the table
    assert open_document.count("De leraren") == 2
    plain = to_text.render(document).decode()
    assert "[Arrangement taal]" not in plain
    assert "[De leraren]" in plain
