"""What of two versions may be laid side by side, from either side, with everything that can happen to an item."""

from __future__ import annotations

from dataclasses import replace

from dekkend.formats.comparable import comparable
from dekkend.formats.lineage import is_newer
from dekkend.formats.model import Format
from dekkend.formats.reader import read
from tests.formats.test_compare import changed
from tests.formats.texts import ALMERE, NEWER, OTHER

OLD, NEW, AREA = read(OTHER), read(NEWER), read(ALMERE)
# The items of 2031.1 with the scale of 2030.1: so only the items decide.
SAME_SCALE = replace(NEW, scale=OLD.scale)


def test_a_format_beside_itself_is_wholly_comparable() -> None:
    for fmt in (OLD, AREA):
        found = comparable(fmt, fmt)
        assert list(found.items) == [item.id for item in fmt.items]
        assert list(found.questions) == [question.id for question in fmt.questions]
        assert not found.reasons


def test_only_what_asks_the_same_is_comparable_and_the_rest_says_why() -> None:
    found = comparable(OLD, SAME_SCALE)
    assert found.items == {"klas_hulp": "klas_hulp", "sfeer_plein": "sfeer_plein"}
    assert found.reasons == {
        "klas_rooster": "new",
        "klas_eigen_tempo": "reworded",
        "rust_binnen": "split",
        "rust_buiten": "split",
        "buren_samen": "joined",
    }
    assert found.gone == (OLD.item("klas_doel").number,)
    assert (found.why("rust_binnen"), found.why("klas_hulp")) == ("gesplitst", "")


def test_what_is_apart_is_said_by_number_and_reason() -> None:
    items = (SAME_SCALE.item("rust_binnen"), SAME_SCALE.item("rust_buiten"), SAME_SCALE.item("klas_rooster"))
    assert comparable(OLD, SAME_SCALE).apart(items) == "Ba, Bb (gesplitst), Aa (nieuw)"
    assert comparable(OLD, SAME_SCALE).apart([SAME_SCALE.item("klas_hulp")]) == ""


def test_another_scale_makes_every_answer_incomparable() -> None:
    found = comparable(OLD, NEW)
    assert (found.items, found.questions) == ({}, {})
    assert found.reasons["klas_hulp"] == "scale"


def test_an_older_version_is_read_from_the_other_side() -> None:
    found = comparable(SAME_SCALE, OLD)
    assert found.items == {"klas_hulp": "klas_hulp", "sfeer_plein": "sfeer_plein"}
    assert found.reasons["sfeer_rust"] == "split"
    assert found.reasons["buren_zorg"] == found.reasons["buren_ouders"] == "joined"
    assert found.gone == (NEW.item("klas_rooster").number,)


def test_a_renamed_item_is_the_same_item() -> None:
    renamed = changed(OLD, "2030.2", klas_doel={"id": "doel", "same_as": ("anders/2030.1#klas_doel",)})
    assert comparable(OLD, renamed).items["doel"] == "klas_doel"
    assert comparable(renamed, OLD).items["klas_doel"] == "doel"
    assert comparable(OLD, renamed).questions == {each: each for each in ("klas", "sfeer", "buren")}


def test_only_questions_with_the_same_items_have_comparable_standings() -> None:
    assert comparable(OLD, SAME_SCALE).questions == {}
    found = comparable(OLD, changed(OLD, "2030.2", buren_zorg={"text": "Anders."}))
    assert found.questions == {"klas": "klas", "sfeer": "sfeer"}


def test_another_rule_of_adding_up_leaves_items_but_no_standings() -> None:
    other = replace(OLD, version="2030.2", scale=replace(OLD.scale, standings=OLD.scale.standings[:-1]))
    found = comparable(OLD, other)
    assert (len(found.items), found.questions) == (len(OLD.items), {})


def test_a_format_that_is_not_known_says_so_of_every_item() -> None:
    assert set(comparable(None, OLD).reasons.values()) == {"unknown"}
    assert "niet bekend" in comparable(None, OLD).why("klas_doel")


def test_versions_are_ordered_by_number() -> None:
    def of(version: str) -> Format:
        return replace(OLD, version=version)

    assert is_newer(of("2030.10"), of("2030.9"))
    assert not is_newer(of("2030.9"), of("2030.10"))
    assert not is_newer(replace(of("9"), slug="iets"), of("1"))
