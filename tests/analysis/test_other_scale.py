"""A scale of another format: its best value stands last, and its rule is said in its own words."""

from __future__ import annotations

from dekkend.analysis.standards import LOWEST, in_order, lowest
from dekkend.analysis.words import rule
from dekkend.formats.reader import read
from tests.formats.texts import ALMERE, OTHER

FMT = read(OTHER)


def test_in_order_is_what_the_mark_says_not_what_stands_first() -> None:
    told = {("klas", "missing"): 5, ("klas", "strong"): 2}
    assert in_order(told, "klas", FMT) == 2


def test_the_lowest_has_the_fewest_in_order() -> None:
    told = {("klas", "strong"): 3, ("sfeer", "missing"): 3, ("buren", "strong"): 3}
    assert len(FMT.questions) <= LOWEST
    assert lowest(told, FMT) == {"sfeer"}


def test_the_rule_is_said_in_the_words_of_the_format() -> None:
    assert rule(FMT.scale) == (
        "Een standaard is “ontbreekt” als een kwart of meer “ontbreekt” is, “sterk” als driekwart of meer “sterk” is, "
        "“begonnen” als de helft of meer “begonnen” is, en anders “gewoon”."
    )


def test_what_does_not_count_is_said_too() -> None:
    assert rule(read(ALMERE).scale) == (
        "Een standaard is “ja” als alle onderdelen “ja” zijn, “nee” als de helft of meer “nee” is, en anders "
        "“in ontwikkeling”. Antwoorden met “n.v.t.” tellen niet mee."
    )
