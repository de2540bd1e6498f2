"""Numbers that are a count are counted by the word processor; others stay text."""

from __future__ import annotations

import pytest

from dekkend.documents.outline import contents, is_counted
from dekkend.documents.tree import Block, Note, Section
from tests.documents.samples import line
from tests.documents.school import document


def part(number: str, *blocks: Block) -> Section:
    return Section(f"Deel {number}", blocks, id=f"deel-{number}", number=number)


def test_numbers_in_order_are_a_count() -> None:
    assert is_counted((part("1", part("1.1"), part("1.2")), part("2", line("a"), part("2.1", part("2.1.1")))))


def test_a_section_without_number_is_passed_over() -> None:
    assert is_counted((part(""), part("1", part(""), part("1.1")), part(""), part("2", part("2.1"))))


def test_a_heading_in_a_note_counts() -> None:
    assert is_counted((part("1"), Note((part("2"),)), part("3")))
    assert not is_counted((part("1"), Note((part("2"),)), part("2")))


@pytest.mark.parametrize(
    "nodes",
    [
        (),
        (part(""),),
        (part("2"),),
        (part("1."),),
        (part("A"),),
        (part("1"), part("3")),
        (part("1", part("1.2")),),
        (part("", part("1.1")),),
        (part("1", part("", part("1.1.1"))),),
    ],
)
def test_other_numbers_are_no_count(nodes: tuple[Block, ...]) -> None:
    assert not is_counted(nodes)


def test_the_contents_name_two_levels() -> None:
    tree = (part("1", part("1.1", part("1.1.1"))), line("tussen"), part("2"))
    assert [(level, section.number) for level, section in contents(tree)] == [(1, "1"), (2, "1.1"), (1, "2")]


def test_the_paper_of_a_school_is_counted() -> None:
    assert is_counted(document().blocks)
