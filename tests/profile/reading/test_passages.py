"""What is read from the same old profile in each form."""

import io
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from odfdo import Document, Paragraph

from dekkend.profile.reading.file.child import passages
from dekkend.profile.reading.file.passages import Passage
from tests.profile.reading import oldprofiles as old

FORMS = {
    "docx": lambda: old.as_docx(),
    "docx with bold lines": lambda: old.as_docx(styled=False),
    "odt": lambda: old.as_odt(),
    "odt with bold lines": lambda: old.as_odt(styled=False),
    "pdf": lambda: old.as_pdf(),
}


def found(read: list[Passage], text: str) -> Passage:
    return next(passage for passage in read if passage.text.startswith(text))


@pytest.mark.parametrize("form", FORMS)
def test_reader_finds_headings_and_what_stands_under_them(form: str) -> None:
    read = passages(FORMS[form]())
    assert [each.text for each in read if each.kind == "heading"] == [
        text for kind, text in old.ORDER if kind in ("title", "h1", "h2")
    ]
    light = found(read, old.LIGHT)
    assert light.kind == "paragraph"
    assert light.path[-2:] == ("3 Basisondersteuning", "3.1 Preventieve en licht curatieve interventies")
    assert found(read, old.LIMIT).path[-1] == "5 Grenzen van de zorg"


@pytest.mark.parametrize("form", FORMS)
def test_cell_tells_what_stands_left_of_it_and_above(form: str) -> None:
    read = passages(FORMS[form]())
    cell = found(read, "Voorleessoftware")
    assert (cell.kind, cell.labels) == ("cell", ("Dyslexie", "Voorzieningen"))
    assert cell.text == old.READING[2]
    assert found(read, "Gedrag").text == "Gedrag: in de school"
    assert found(read, "Dyslexie").text == "Dyslexie: in de school; van buiten"


@pytest.mark.parametrize("form", FORMS)
def test_list_is_one_passage(form: str) -> None:
    read = passages(FORMS[form]())
    steps = next(each for each in read if each.kind == "list")
    assert [line.split(" ", 1)[1] for line in steps.text.split("\n")] == old.STEPS


def test_pdf_tells_pages_and_leaves_out_what_comes_back() -> None:
    read = passages(old.as_pdf(pages=3))
    assert [each.page for each in read if each.text == old.GOAL] == [1, 2, 3]
    assert not [each for each in read if each.text.startswith("De Wilgenhoek, SOP")]
    assert not [each for each in read if each.text == "1 / 3"]


def test_pdf_puts_a_paragraph_together_over_lines_and_pages() -> None:
    long = (
        "Wij bieden extra hulp in de onderbouw en de bovenbouw met middelen voor lees- en taalzwakke kinderen "
        * 60
    )
    read = passages(old.as_pdf([("h1", "Hulp"), ("p", long.strip())]))
    told = next(each for each in read if each.text.startswith("Wij bieden"))
    assert told.text == long.strip()


def as_word(made: Any) -> list[Passage]:
    return passages(old.saved(made))


def test_docx_tells_pages_as_word_left_them() -> None:
    made = docx.Document()
    made.add_paragraph("Een")
    second = made.add_paragraph()
    second.add_run()._r.append(old.rendered_break())
    second.add_run("Twee")
    assert [(each.text, each.page) for each in as_word(made)] == [("Een", 1), ("Twee", 2)]


def test_docx_without_pages_tells_none() -> None:
    made = docx.Document()
    made.add_paragraph("Een")
    assert as_word(made)[0].page == 0


def test_docx_reads_what_was_added_and_not_what_was_deleted() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Wij helpen ")
    for tag, words in (("w:del", "nooit"), ("w:ins", "altijd")):
        run = paragraph.add_run(words)._r
        holder = old.OxmlElement(tag)
        paragraph._p.append(holder)
        holder.append(run)
    assert as_word(made)[0].text == "Wij helpen altijd"


def test_docx_reads_a_frame_and_a_box_of_content() -> None:
    made = docx.Document()
    made.add_table(1, 1).cell(0, 0).text = "In een kader."
    box = old.OxmlElement("w:sdt")
    inside = old.OxmlElement("w:sdtContent")
    box.append(inside)
    inside.append(made.add_paragraph("In een invulvak.")._p)
    made.element.body.insert(0, box)
    assert [each.text for each in as_word(made)] == ["In een invulvak.", "In een kader."]


def test_docx_leaves_out_the_table_of_contents() -> None:
    made = docx.Document()
    made.styles.add_style("toc 1", 1)
    made.add_paragraph("1 Visie 3", style="toc 1")
    made.add_heading("Visie", 1)
    assert [each.text for each in as_word(made)] == ["Visie"]


def test_docx_keeps_a_link() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Lees ")
    key = made.part.relate_to(
        "https://wilgenhoek.example/plan", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, True
    )
    link = old.OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    link.append(paragraph.add_run("het schoolplan")._r)
    paragraph._p.append(link)
    assert as_word(made)[0].text == "Lees [het schoolplan](https://wilgenhoek.example/plan)"


def test_docx_takes_bullets_that_were_typed_as_a_list() -> None:
    made = docx.Document()
    for words in ("• rust", "• ruimte"):
        made.add_paragraph(words)
    assert as_word(made)[0].text == "- rust\n- ruimte"


def test_odt_tells_pages() -> None:
    made = Document("text")
    made.body.clear()
    made.body.append(Paragraph("Een"))
    made.body.append(old.soft_break())
    made.body.append(Paragraph("Twee"))
    out = io.BytesIO()
    made.save(out)
    assert [(each.text, each.page) for each in passages(out.getvalue())] == [("Een", 1), ("Twee", 2)]


def test_table_with_a_row_over_its_width_has_that_above_what_follows() -> None:
    made = docx.Document()
    table = made.add_table(3, 3)
    top = table.cell(0, 0).merge(table.cell(0, 2))
    top.text = "Arrangement lezen"
    for column, words in enumerate(
        ("Begeleiding", "Elke week helpt de leesspecialist vier kinderen in een groepje.", "")
    ):
        table.cell(1, column).text = words
    table.cell(2, 0).text = "Materiaal"
    table.cell(2, 1).text = "Voorleessoftware op elke computer, en boeken met grote letters."
    read = as_word(made)
    assert [each.labels for each in read] == [
        ("Arrangement lezen", "Begeleiding"),
        ("Arrangement lezen", "Materiaal"),
    ]
