"""A paragraph of an old profile says where it stood: edited, joined, moved, and the next years."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dekkend.profile.models import Profile, SectionText
from dekkend.profile.reading import actions
from dekkend.profile.reading.file import Passage
from dekkend.profile.reading.stood import stood
from dekkend.profile.writing import actions as writing
from dekkend.profile.writing.margin import margin_of, said_of
from dekkend.profile.writing.origins import HAND
from tests.profile.reading.shared import CELL, GOAL, PASSAGES, TEXT, kept, passage
from tests.profile.version.yearly import adopt, fresh, next_year
from tests.profile.writing.shared import FMT
from tests.world import World

VISION = FMT.section("vision")
INCLUSIVE = next(field for field in VISION.fields if field.id == "inclusive")
CONCEPT = next(field for field in VISION.fields if field.id == "concept")
WORDS = PASSAGES[TEXT - 1].text
FILE = "sop-2023.docx (ingelezen op 1 maart 2027)"
WHERE = f"bladzijde 4 van {FILE}, onder “Visie op passend onderwijs”"


def taken(world: World, position: int = TEXT) -> Profile:
    actions.take(passage(world.profile, position), profile=world.profile, actor=world.head)
    return world.profile


def row_of(profile: Profile, field: str = "inclusive") -> SectionText:
    return SectionText.objects.get(profile=profile, field=field)


def write(world: World, profile: Profile, text: str, field: Any = INCLUSIVE) -> SectionText:
    found = SectionText.objects.filter(profile=profile, field=field.id).first()
    base = found.revision if found else 0
    writing.write_text(profile, VISION, field, text, base=base, actor=world.head)
    return row_of(profile, field.id)


def said(row: SectionText) -> list[str]:
    return [note.said for note in margin_of(row.profile.format, row.traced, {}).notes]


def test_it_is_still_said_when_the_old_profile_is_finished(world: World) -> None:
    kept(world)
    profile = taken(world)
    actions.finish(profile, actor=world.head)
    assert said(row_of(profile)) == [f"uit het oude profiel, {WHERE}"]


def test_a_cell_says_what_stands_beside_it(world: World) -> None:
    kept(world)
    assert stood(passage(world.profile, CELL)) == (
        f"bladzijde 5 van {FILE}, onder “Extra ondersteuning”, “Dyslexie”, “Begeleiding”"
    )


def test_without_page_or_heading_the_file_is_said(world: World) -> None:
    kept(world, [Passage("paragraph", "Los.")])
    assert stood(passage(world.profile, 1)) == FILE


def test_a_heading_that_leads_to_a_person_is_left_out_and_the_others_stay(world: World) -> None:
    path = ("Zorgteam", "Mevrouw A. de Wit, 036 123 45 67")
    kept(world, [Passage("paragraph", "Los.", path=path)])
    assert stood(passage(world.profile, 1)) == f"{FILE}, onder “Zorgteam”"


def test_a_long_heading_is_shortened_and_a_point_does_without(world: World) -> None:
    kept(world, [*PASSAGES[: GOAL - 1], replace(PASSAGES[GOAL - 1], path=("Ambities " * 9,) * 3)])
    assert stood(passage(world.profile, GOAL)).endswith("Ambit…”")
    taken(world, GOAL)
    assert world.profile.improvements.get().source_text == f"uit het oude profiel, bladzijde 7 van {FILE}"


def test_every_paragraph_of_a_passage_has_it_and_none_is_called_edited(world: World) -> None:
    kept(world, [replace(PASSAGES[TEXT - 1], text=f"{WORDS}\n\nEn dat doen wij samen.")])
    notes = margin_of(FMT, row_of(taken(world, 1)).traced, {}).notes
    assert [note.said for note in notes] == [f"uit het oude profiel, {WHERE}"] * 2
    assert not any(note.is_changed_by_hand for note in notes)


def test_an_edited_paragraph_keeps_it_and_other_words_have_their_own(world: World) -> None:
    kept(world)
    row = write(world, taken(world), f"{WORDS.replace('zoeken', 'zoeken altijd')}\n\nDit is nieuw van ons.")
    was, new = margin_of(FMT, row.traced, {}).notes
    assert (was.said, was.is_changed_by_hand) == (f"uit het oude profiel, {WHERE}", True)
    assert row.traced.origins[1].kind == HAND
    assert "oude profiel" not in new.said


def test_it_is_kept_when_a_short_sentence_is_joined_to_it(world: World) -> None:
    kept(world)
    row = write(world, taken(world), f"{WORDS} Elke dag.")
    assert [origin.where for origin in row.traced.origins] == [WHERE]


def test_it_goes_along_to_another_text_and_another_place(world: World) -> None:
    kept(world)
    profile = taken(world)
    write(world, profile, f"Eerst dit.\n\n{WORDS}")
    assert row_of(profile).traced.origins[1].where == WHERE
    write(world, profile, "Eerst dit.")
    assert write(world, profile, WORDS, CONCEPT).traced.origins[0].where == WHERE


def test_the_next_years_say_it_too(world: World) -> None:
    kept(world)
    write(world, taken(world), f"{WORDS}\n\nDit schreven wij zelf dat jaar.")
    adopt(fresh(world.profile))
    began = world.profile.round.schooljaar

    between = next_year(world, world.profile.round.first_year + 1)

    told = f"ongewijzigd sinds {began}"
    assert said(row_of(between)) == [f"{told}; eerder uit het oude profiel, {WHERE}", told]
    write(world, between, f"{WORDS.replace('zoeken', 'zoeken altijd')}\n\nDit schreven wij zelf dat jaar.")
    adopt(between)
    later = row_of(next_year(world, between.round.first_year + 1))
    assert said(later) == [
        f"ongewijzigd sinds {between.round.schooljaar}; eerder uit het oude profiel, {WHERE}",
        told,
    ]


@pytest.mark.parametrize("is_edited", [False, True])
def test_edited_next_year_it_is_said_as_well(world: World, is_edited: bool) -> None:
    kept(world)
    adopt(fresh(taken(world)))
    origin = row_of(next_year(world, world.profile.round.first_year + 1)).traced.origins[0]
    assert said_of(FMT, origin, is_edited).endswith(f"; eerder uit het oude profiel, {WHERE}")
