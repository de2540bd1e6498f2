"""One mark is one school: the drawing holds as many as the figure says."""

from __future__ import annotations

import pytest

from dekkend.analysis.drawings import pile, waffle
from dekkend.analysis.words import figure, listed, many, number, upper_first


def squares(d: str) -> int:
    return d.count("M")


def test_a_waffle_has_a_square_for_every_school() -> None:
    drawing = waffle([("full", 5), ("half", 3), ("empty", 0), ("blank", 7)])

    assert {shape.css: squares(shape.d) for shape in drawing.shapes} == {
        "f-full": 5, "f-half-edge": 3, "f-half": 3, "f-ink": 7,
    }  # fmt: skip


@pytest.mark.parametrize(("schools", "rows"), [(0, 1), (1, 1), (12, 1), (13, 2), (84, 7)])
def test_twelve_squares_stand_in_a_row(schools: int, rows: int) -> None:
    assert waffle([("full", schools)]).height == rows * 12 - 3


@pytest.mark.parametrize("schools", [0, 1, 24, 25, 120])
def test_a_pile_has_a_dot_for_every_school(schools: int) -> None:
    drawn = pile(schools, most=120)

    assert squares(drawn.pile) == squares(drawn.row) == schools


def test_all_piles_are_one_size() -> None:
    assert {(pile(number, 50).width, pile(number, 50).height) for number in (0, 7, 50)} == {(116, 101)}


def test_words_are_dutch() -> None:
    assert (number(9), number(13), number(14), number(6122)) == ("negen", "dertien", "14", "6.122")
    assert figure(1234567) == "1.234.567"
    assert listed([]) == ""
    assert listed(["Oost 1"]) == "Oost 1"
    assert listed(["Oost 1", "Oost 2", "West 1"]) == "Oost 1, Oost 2 en West 1"
    assert many(1, "school", "scholen") == "één school"
    assert many(0, "school", "scholen") == "nul scholen"
    assert upper_first("één school") == "Eén school"
