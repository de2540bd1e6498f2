"""Lists of words as one pattern: it finds what a plain row of branches finds."""

import re

import pytest

from dekkend.profile.writing.advice.lists import any_of, branches, listed

NAMES = listed("names")
LISTS = {
    "diagnoses": listed("diagnoses")["names"],
    "roles": NAMES["roles"],
    "stiff": listed("reading")["stiff"],
    "vague": [phrase for phrases in listed("vague")["asks"].values() for phrase in phrases],
    "verbs": listed("smart")["verbs"],
}


def plainly(phrases: list[str]) -> re.Pattern[str]:
    told = sorted(map(str, phrases), key=len, reverse=True)
    pieces = []
    for phrase in told:
        stem = phrase.rstrip("…")
        pieces.append(r"\s+".join(map(re.escape, stem.split())) + (r"\w*" if stem != phrase else r"\b"))
    return re.compile(rf"\b(?:{'|'.join(pieces)})", re.IGNORECASE)


@pytest.mark.parametrize("name", LISTS)
def test_every_phrase_of_a_list_is_found_where_plain_branches_find_it(name: str) -> None:
    phrases = [str(each) for each in LISTS[name]]
    said = [each.rstrip("…") for each in phrases]
    text = ". ".join(
        [*said, *map(str.upper, said), *(f"x{each}" for each in said), *(f"{each}s" for each in said)]
    )
    found = [hit.span() for hit in any_of(phrases).finditer(text)]
    assert found == [hit.span() for hit in plainly(phrases).finditer(text)]
    assert len(found) >= 2 * len(phrases)


def test_the_longest_phrase_goes_before() -> None:
    assert any_of(["op", "op maat", "Maat…"]).findall("Op maat, op, maatwerk") == [
        "Op maat",
        "op",
        "maatwerk",
    ]


def test_a_name_keeps_its_capital_and_the_order_of_the_list() -> None:
    pattern = re.compile(branches(["Jan", "Jane", "Bo"], either_case=False))
    assert pattern.findall("jan Jan Jane bo Bo") == ["Jan", "Jan", "Bo"]


def test_no_phrases_ask_for_nothing() -> None:
    assert any_of([]).search("Een tekst.")
