import copy
from dataclasses import replace
from typing import Any

from dekkend.formats.comparable import comparable
from dekkend.formats.model import Format
from dekkend.formats.queries import get_format
from dekkend.formats.reader import read
from dekkend.profile.version.changes import changes, gone_from, picture
from dekkend.profile.version.former import Earlier
from tests.adoption.roads import example
from tests.formats.texts import NEWER, OTHER


def fmt() -> Format:
    return get_format("almere-po/2026.1")


def now() -> dict[str, Any]:
    return copy.deepcopy(example())


def told(before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[tuple[str, str]]]:
    parts = changes(before, after, fmt())
    return {
        part.id: [(change.label, change.state) for change in part.changes] for part in parts if part.changes
    }


def test_the_same_content_has_no_changes() -> None:
    assert told(now(), now()) == {}
    assert {part.word for part in changes(now(), now(), fmt())} == {"ongewijzigd"}


def test_another_sentence_is_a_change_of_that_text() -> None:
    after = now()
    after["texts"]["vision"]["concept"] += "\n\nElk kind hoort erbij."

    found = {part.id: part for part in changes(now(), after, fmt())}

    assert found["vision"].word == "gewijzigd"
    assert [piece.text for piece in found["vision"].changes[0].passages[0]] == ["Elk kind hoort erbij."]


def test_an_arrangement_that_came_or_went_is_said_by_name() -> None:
    after = now()
    gone = after["arrangements"].pop(0)

    assert [state for _, state in told(now(), after)["arrangements"]] == ["gone"]
    assert [state for _, state in told(after, now())["arrangements"]] == ["new"]
    assert gone["title"] in str(told(now(), after)) or gone["need"]


def test_a_part_that_was_empty_is_new() -> None:
    before = now()
    before["boundaries"] = []

    found = {part.id: part.word for part in changes(before, now(), fmt())}

    assert found["boundaries"] == "nieuw"


def test_the_picture_says_which_answer_is_other() -> None:
    after = now()
    after["checklist"]["answers"]["ZOI-2"]["value"] = "yes"

    lines = picture(after, fmt(), Earlier(now(), "versie 1"))

    assert [line.news for line in lines if line.news] == ["3.2 is nu ja"]
    assert [len(line.values) for line in lines] == [len(question.items) for question in fmt().questions]


def test_after_another_version_of_the_checklist_only_what_compares_has_news() -> None:
    """2031.1 with the scale of 2030.1: what was renamed, split, joined or new never says "is nu"."""
    old, new = read(OTHER), read(NEWER)
    new = replace(new, scale=old.scale)

    lines = picture(
        answered(new, "strong"), new, Earlier(answered(old, "missing"), "eerst", old, comparable(old, new))
    )

    assert [line.news for line in lines] == ["Ac is nu sterk", "", "Cb is nu sterk"]
    assert [line.apart for line in lines] == [
        "Aa (nieuw), Ab (anders verwoord)",
        "Ba, Bb (gesplitst)",
        "Ca (samengevoegd)",
    ]
    assert gone_from(Earlier(answered(old, "missing"), "eerst", old, comparable(old, new)), new) == (
        old.item("klas_doel").number,
    )


def test_with_another_scale_nothing_is_said_to_be_new() -> None:
    old, new = read(OTHER), read(NEWER)

    lines = picture(
        answered(new, "strong"), new, Earlier(answered(old, "strong"), "eerst", old, comparable(old, new))
    )

    assert not any(line.news for line in lines)
    assert all(line.apart for line in lines)


def answered(fmt: Format, value: str) -> dict[str, Any]:
    return {"format": fmt.ref, "checklist": {"answers": {item.id: {"value": value} for item in fmt.items}}}


def test_the_picture_without_an_earlier_version_has_no_news() -> None:
    assert not any(line.news for line in picture(now(), fmt()))


def test_an_answer_that_is_not_there_is_open() -> None:
    content = now()
    del content["checklist"]["answers"]["VEI-1"]

    assert picture(content, fmt())[0].values[0] is None
