"""What leads to a table stays on its page, on paper and in Word."""

from __future__ import annotations

import io

import docx

from dekkend.documents import heights, to_docx
from dekkend.documents.tidy import tidy
from dekkend.documents.to_pdf import data
from dekkend.documents.tree import Section, Table
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
