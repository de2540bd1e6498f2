"""What a new version changes, on the second version of the other format and on small changes of one's own."""

from __future__ import annotations

from dataclasses import replace

from dekkend.formats.compare import Comparison, compare
from dekkend.formats.lineage import ancestors
from dekkend.formats.model import Format
from dekkend.formats.reader import read
from tests.formats.texts import NEWER, OTHER

OLD, NEW = read(OTHER), read(NEWER)


def states(found: Comparison) -> dict[str, str]:
    return {(step.after or step.before[0]).id: step.state for step in found.steps}


def changed(fmt: Format, version: str, **items: dict[str, object]) -> Format:
    """A next version with other fields of some items; None takes the item away."""
    questions = tuple(
        replace(each, items=tuple(replace(item, **items.get(item.id, {})) for item in each.items))
        for each in fmt.questions
    )
    return replace(fmt, version=version, questions=questions)


def test_every_item_says_what_became_of_it() -> None:
    assert states(compare(OLD, NEW)) == {
        "klas_rooster": "new",
        "klas_eigen_tempo": "reworded",
        "klas_hulp": "kept",
        "rust_binnen": "split",
        "rust_buiten": "split",
        "buren_samen": "joined",
        "sfeer_plein": "moved",
        "klas_doel": "gone",
    }


def test_an_old_item_knows_its_heirs() -> None:
    assert compare(OLD, NEW).heirs == {
        "klas_doel": (),
        "klas_tempo": ("klas_eigen_tempo",),
        "klas_hulp": ("klas_hulp",),
        "sfeer_plein": ("sfeer_plein",),
        "sfeer_rust": ("rust_binnen", "rust_buiten"),
        "buren_zorg": ("buren_samen",),
        "buren_ouders": ("buren_samen",),
    }


def test_pieces_of_the_profile_are_compared_by_their_key() -> None:
    told = {
        (piece.kind, piece.state, piece.before, piece.after) for piece in compare(OLD, NEW).changed_pieces
    }

    assert told == {
        ("antwoord", "new", "", "Onderweg"),
        ("antwoord", "gone", "Gewoon", ""),
        ("veld", "new", "", "II Horizon"),
        ("veld", "gone", "II Droom", ""),
        ("kolom", "reworded", "Waarmee?", "Met wat?"),
        ("grens", "new", "", "Ruimte"),
        ("grens", "gone", "Rust", ""),
        ("behoefte", "reworded", "Onrust", "Veel onrust"),
    }


def test_the_same_key_with_other_words_is_reworded() -> None:
    found = compare(OLD, changed(OLD, "2030.2", klas_doel={"text": "Heel anders."}))
    assert found.counts == {"kept": 6, "reworded": 1}


def test_other_line_breaks_and_other_help_change_nothing() -> None:
    text = OLD.item("klas_doel").text.replace(" ", "\n", 1)
    found = compare(OLD, changed(OLD, "2030.2", klas_doel={"text": text, "help": "Nieuw."}))
    assert found.counts == {"kept": 7}
    assert not found.changed_pieces


def test_an_item_that_asks_other_topics_is_reworded() -> None:
    fewer = {"topics": OLD.item("klas_hulp").topics[:1]}
    assert states(compare(OLD, changed(OLD, "2030.2", klas_hulp=fewer)))["klas_hulp"] == "reworded"


def test_an_item_that_keeps_its_key_and_names_another_is_joined() -> None:
    both = {"same_as": ("anders/2030.1#klas_tempo",)}
    found = compare(OLD, changed(OLD, "2030.2", klas_doel=both))
    assert states(found)["klas_doel"] == "joined"


def test_an_item_is_followed_through_the_version_in_between() -> None:
    last = changed(
        NEW, "2032.1", klas_eigen_tempo={"id": "tempo", "same_as": ("anders/2031.1#klas_eigen_tempo",)}
    )
    known = {NEW.ref: NEW}.get

    assert [old.id for old in ancestors(last, last.item("tempo"), OLD, known)] == ["klas_tempo"]
    assert ancestors(last, last.item("tempo"), OLD) == ()


def test_items_that_name_each_other_are_followed_once() -> None:
    """Every way round counts double: it would take a million steps, and no answer comes of it."""
    keys = [item.id for item in NEW.items]
    one, other = replace(NEW, slug="een", version="1"), replace(NEW, slug="ander", version="1")

    def naming(fmt: Format, ref: str) -> Format:
        return changed(
            fmt, "1", **{key: {"same_as": tuple(f"{ref}#{each}" for each in keys)} for key in keys}
        )

    one, other = naming(one, "ander/1"), naming(other, "een/1")
    asked: list[str] = []

    def known(ref: str) -> Format | None:
        asked.append(ref)
        return {"een/1": one, "ander/1": other}.get(ref)

    assert ancestors(one, one.item(keys[0]), OLD, known) == ()
    assert len(asked) < 200


def test_a_copied_same_as_of_an_older_version_does_not_join_again() -> None:
    """2032 still names 2030 for what was split in 2031; between 2031 and 2032 nothing happened."""
    last = changed(NEW, "2032.1")
    assert compare(NEW, last, {OLD.ref: OLD}.get).counts == {"kept": 7}
