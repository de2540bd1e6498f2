"""Footnotes and endnotes of an old profile: each a passage, after what refers to it."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from odfdo import Document, Header, List, ListItem, Note, Paragraph, Table

from dekkend.profile.reading.file.child import passages
from tests.profile.reading.oldprofiles import rendered_break, saved

LAW = "Artikel 40 van de Wet op het primair onderwijs."
TERM = "Dat heet verlengde instructie."
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def with_notes(made: Any, *, word: str = "foot", inside: str = "", **notes: str) -> None:
    """The part with the notes; `inside` stands as XML in the first."""
    bodies = []
    for number, words in enumerate(notes.values(), start=1):
        more = inside if number == 1 else ""
        bodies.append(
            f'<w:{word}note w:id="{number}"><w:p><w:r><w:{word}noteRef/></w:r><w:r>'
            f'<w:t xml:space="preserve"> {words}</w:t></w:r>{more}</w:p></w:{word}note>'
        )
    line = f'<w:{word}note w:type="separator" w:id="-1"><w:p><w:r><w:t>LIJN</w:t></w:r></w:p></w:{word}note>'
    root = f"<w:{word}notes {nsdecls('w', 'r')}>{line}{''.join(bodies)}</w:{word}notes>"
    name = PackURI(f"/word/{word}notes.xml")
    part = Part(name, f"{WORDML}.{word}notes+xml", root.encode(), made.part.package)
    part.relate_to("https://voorbeeld.example/noot", KIND.HYPERLINK, is_external=True)
    made.part.relate_to(part, KIND.FOOTNOTES if word == "foot" else KIND.ENDNOTES)


def refer(paragraph: Any, number: int, word: str = "foot") -> Any:
    reference = OxmlElement(f"w:{word}noteReference")
    reference.set(qn("w:id"), str(number))
    run = paragraph.add_run()
    run._r.append(reference)
    return run._r


def told(made: Any) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in passages(saved(made))]


def test_a_footnote_of_word_comes_after_its_paragraph_under_the_same_heading() -> None:
    made = docx.Document()
    made.add_heading("Wet", 1)
    paragraph = made.add_paragraph("Elke school heeft een profiel.")
    refer(paragraph, 1)
    paragraph.add_run(" Dat moet van de wet.")
    made.add_heading("Visie", 1)
    made.add_paragraph("Elk kind hoort erbij.")
    with_notes(made, law=LAW)
    read = passages(saved(made))
    assert [each.text for each in read] == [
        "Wet", "Elke school heeft een profiel. Dat moet van de wet.", f"Voetnoot: {LAW}", "Visie",
        "Elk kind hoort erbij.",
    ]  # fmt: skip
    assert read[2].path == ("Wet",)


def test_an_endnote_and_a_note_of_a_heading_are_read_too() -> None:
    made = docx.Document()
    refer(made.add_heading("Wet", 1), 1, "end")
    made.add_paragraph("Elke school heeft een profiel.")
    with_notes(made, word="end", law=LAW)
    assert told(made) == [
        ("heading", "Wet"), ("paragraph", f"Eindnoot: {LAW}"), ("paragraph", "Elke school heeft een profiel."),
    ]  # fmt: skip


def test_a_list_and_a_table_are_not_broken_by_their_notes() -> None:
    made = docx.Document()
    refer(made.add_paragraph("lezen", style="List Bullet"), 1)
    made.add_paragraph("rekenen", style="List Bullet")
    table = made.add_table(2, 3)
    for at, words in enumerate(("Arrangement", "Begeleiding", "Partners")):
        table.cell(0, at).text = words
        table.cell(0, at).paragraphs[0].runs[0].bold = True
    for at, words in enumerate(("Dyslexie", "Elke dag wordt er samen gelezen in een kleine groep.", "")):
        table.cell(1, at).text = words
    refer(table.cell(1, 1).paragraphs[0], 2)
    with_notes(made, law=LAW, term=TERM)
    assert told(made) == [
        ("list", "- lezen\n- rekenen"),
        ("paragraph", f"Voetnoot: {LAW}"),
        ("cell", "Elke dag wordt er samen gelezen in een kleine groep."),
        ("paragraph", f"Voetnoot: {TERM}"),
    ]


def test_a_note_in_a_frame_of_one_cell_is_read_once_and_pages_are_counted_once() -> None:
    made = docx.Document()
    cell = made.add_table(1, 1).cell(0, 0)
    cell.text = "Op de eerste bladzijde."
    refer(cell.paragraphs[0], 1)
    later = cell.add_paragraph()
    later.add_run()._r.append(rendered_break())
    later.add_run("Op de tweede.")
    made.add_paragraph("Daarna.")
    with_notes(made, law=LAW)
    assert [(each.text, each.page) for each in passages(saved(made))] == [
        ("Op de eerste bladzijde.", 1), (f"Voetnoot: {LAW}", 1), ("Op de tweede.", 2), ("Daarna.", 2),
    ]  # fmt: skip


def test_what_is_referred_to_in_deleted_words_or_nowhere_stays_away_and_twice_is_once() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("Wat er staat.")
    gone = OxmlElement("w:del")
    gone.append(refer(paragraph, 1))
    paragraph._p.append(gone)
    refer(paragraph, 2)
    refer(made.add_paragraph("En nog iets."), 2)
    refer(made.add_paragraph("Wijst naar niets."), 9)
    with_notes(made, law=LAW, term=TERM, loose="Nergens genoemd.")
    assert [text for _, text in told(made)] == [
        "Wat er staat.", f"Voetnoot: {TERM}", "En nog iets.", "Wijst naar niets.",
    ]  # fmt: skip


def test_a_note_has_addresses_of_its_own_and_one_that_points_at_itself_ends() -> None:
    made = docx.Document()
    made.part.relate_to("https://fout.example/tekst", KIND.HYPERLINK, is_external=True)
    refer(made.add_paragraph("Elke school heeft een profiel."), 1)
    link = '<w:hyperlink r:id="rId1"><w:r><w:t>Lees dit</w:t></w:r></w:hyperlink>'
    again = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    with_notes(made, inside=f"{link}{again}", law="Zie ", term=TERM)
    assert told(made)[1:] == [("paragraph", "Voetnoot: Zie [Lees dit](https://voorbeeld.example/noot)")]


def noted(element: Any, words: str, kind: str = "footnote") -> Any:
    note = Note(note_class=kind, note_id=f"n{len(words)}", citation="1", body=words)
    element.append(note)
    note.tail = " En verder."
    return element


def test_notes_of_an_open_document_are_read_in_the_same_way() -> None:
    made = Document("text")
    made.body.clear()
    made.body.append(Header(1, "Wet"))
    made.body.append(noted(Paragraph("Elke school heeft een profiel."), LAW))
    made.body.append(noted(Paragraph("Wij ook."), "Sinds 2014.", "endnote"))
    items = List()
    for words in ("lezen", "rekenen"):
        item = ListItem()
        item.append(noted(Paragraph(words), TERM) if words == "lezen" else Paragraph(words))
        items.append(item)
    made.body.append(items)
    table = Table("Tabel", width=2, height=1)
    table.set_row_values(0, ["Dyslexie", ""])
    cell = table.get_cell((1, 0))
    cell.append(noted(Paragraph("Elke dag wordt er samen gelezen in een kleine groep."), "Vier keer."))
    table.set_cell((1, 0), cell)
    made.body.append(table)
    out = io.BytesIO()
    made.save(out)
    read = passages(out.getvalue())
    assert [(each.kind, each.text) for each in read if each.text.startswith(("Voet", "Eind"))] == [
        ("paragraph", f"Voetnoot: {LAW}"), ("paragraph", "Eindnoot: Sinds 2014."),
        ("paragraph", f"Voetnoot: {TERM}"), ("paragraph", "Voetnoot: Vier keer."),
    ]  # fmt: skip
    assert [each.text for each in read if each.kind == "list"] == ["- lezen En verder.\n- rekenen"]
    assert read[1].text == "Elke school heeft een profiel. En verder."
    assert not any("Vier keer" in each.text for each in read[:-1])
