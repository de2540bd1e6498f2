"""What is new since an earlier year, and since when the rest reads as it does; also across formats. No database."""

from __future__ import annotations

import copy
from typing import Any

from dekkend.documents import to_text
from dekkend.formats.reader import read as read_format
from dekkend.profile.version.changes import Part, changes
from dekkend.profile.version.earlier import laid
from dekkend.profile.version.former import unchanged_since
from dekkend.profile.version.papers import council_paper
from tests.formats.texts import NEWER
from tests.profile.version.files import almere, leesplank, other, other_content

NEW = read_format(NEWER)
SCHOOL = {"name": "De Kompasroos", "brin6": "99XX02", "alliance": "Samen"}


def years(*contents: dict[str, Any]) -> list[dict[str, Any]]:
    """The last year first."""
    return [{**each, "schooljaar": f"{2028 - ago}-{2029 - ago}"} for ago, each in enumerate(contents)]


def test_a_part_is_unchanged_since_the_first_year_with_its_words() -> None:
    now, last, oldest = leesplank(), leesplank(), leesplank()
    oldest["boundaries"] = oldest["boundaries"][:-1]
    now["texts"]["vision"]["concept"] += "\n\nNieuw."

    since = unchanged_since(now, almere(), laid("x", years(last, oldest), almere(), is_adopted=True).years)

    assert since["boundaries"] == "2028-2029"
    assert since["arrangements"] == "2027-2028"
    assert "vision" not in since


def test_words_that_came_back_after_a_year_count_from_then() -> None:
    now, last, oldest = leesplank(), leesplank(), leesplank()
    last["boundaries"] = []
    since = unchanged_since(now, almere(), laid("x", years(last, oldest), almere(), is_adopted=True).years)
    assert "boundaries" not in since


def test_the_paper_for_the_council_says_since_when_the_rest_stands_there() -> None:
    now, last, oldest = leesplank(), leesplank(), leesplank()
    oldest["boundaries"] = oldest["boundaries"][:-1]
    now["texts"]["vision"]["concept"] += "\n\nNieuw."
    earlier = laid("schooljaar 2028-2029", years(last, oldest), almere(), is_adopted=True)

    told = to_text.render(council_paper(now, almere(), earlier=earlier)).decode()

    assert "Ongewijzigd sinds 2028-2029: grenzen." in told
    assert "Ongewijzigd sinds 2027-2028: gegevens" in " ".join(told.split())


def test_of_a_version_of_this_year_no_year_is_said() -> None:
    now, before = leesplank(), leesplank()
    now["texts"]["vision"]["concept"] += "\n\nNieuw."
    earlier = laid("versie 1", years(before), almere(), is_adopted=False)
    assert "Ongewijzigd: gegevens" in to_text.render(council_paper(now, almere(), earlier=earlier)).decode()


def across(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Part]:
    return {part.id: part for part in changes(before, now, NEW, other())}


def test_a_text_that_is_asked_no_more_is_said_to_be_gone() -> None:
    before = other_content()
    before["texts"]["koers"] = {"koers": "Wij geven tijd.", "droom": "Ooit een boomhut."}
    now = copy.deepcopy(before)
    del now["texts"]["koers"]["droom"]

    parts = across(before, {**now, "format": NEW.ref})

    assert [(each.label, each.word) for each in parts["koers"].changes] == [("Droom", "niet meer")]
    assert parts["pakketten"].changes == []  # a column that is called otherwise is no other text


def test_a_boundary_that_is_asked_no_more_is_said_by_its_name() -> None:
    before = {
        **other_content(),
        "boundaries": [{"element": "rust", "own": "Tot hier.", "still": "", "then": ""}],
    }
    parts = across(before, {**before, "boundaries": [], "format": NEW.ref})
    assert [(each.label, each.word) for each in parts["randen"].changes] == [("Rust", "niet meer")]
    assert parts["randen"].word == "niet meer"


def test_sections_of_a_format_that_is_wholly_other_are_gone_and_new() -> None:
    before = leesplank()
    earlier = laid("x", [before], other(), is_adopted=True)
    parts = {part.id: part for part in changes(before, other_content(), other(), earlier.format)}
    assert parts["vision"].word == "niet meer"
    assert parts["koers"].word == "nieuw"
    assert "arrangements" not in parts  # rows are of their kind, whatever the section is called
