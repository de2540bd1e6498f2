"""Plain text says all, also what on paper is a drawing."""

from __future__ import annotations

from dekkend.documents import to_text
from dekkend.documents.tree import Column, Table, Text
from tests.documents.samples import EVERY_NODE, SAMPLES, line, make


def test_every_node_is_said_in_words() -> None:
    text = to_text.render(EVERY_NODE).decode()
    for words in (
        "TITEL\nConcept\n",
        "◐ MR: hier zijn we nu",
        "1 Alles\n=======",
        "schuin ■ ja ◪ in ontwikkeling □ nee – n.v.t. · niet beantwoord",
        "link (https://voorbeeld.nl/a?b=1&c=2)",
        "- twee\n\n  1. diep",
        "Kolom 0: a",
        "| Let op",
        "1.1 Onder\n---------",
        "Verzonnen voorbeeld.",
    ):
        assert words in text


def test_lines_fit_a_mail() -> None:
    text = to_text.render(SAMPLES["school"]).decode()
    assert max(map(len, text.splitlines())) <= 90
    assert text.endswith("\n")


def test_an_address_that_is_read_already_is_not_said_twice() -> None:
    links = {
        "info@school.nl": "mailto:info@school.nl",
        "school.nl": "https://school.nl/",
        "gids": "https://school.nl/gids",
    }
    text = to_text.render(make(*(line(Text(word, href=href)) for word, href in links.items()))).decode()
    assert "\ninfo@school.nl\n\nschool.nl\n\ngids (https://school.nl/gids)\n" in text


def test_a_cell_says_its_column_once_and_an_empty_one_nothing() -> None:
    columns = (Column("Welke hulp?"), Column("Wie"), Column("Leeg"))
    rows = (((line("Extra tijd"),), (line("de leraar"),), ()),)
    text = to_text.render(make(Table("Hulp", columns, rows))).decode()
    assert "\nWelke hulp? Extra tijd\nWie: de leraar\n" in text
    assert "Leeg" not in text


def test_what_is_new_and_what_is_gone_is_said() -> None:
    nodes = (Text("oud", struck=True), " ", Text("nieuw", bold=True, added=True), " ", Text("vet", bold=True))
    text = to_text.render(make(line(*nodes))).decode()
    assert "[weg: oud] [nieuw: nieuw] vet" in text
