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
from tests.profile.reading.shared import CELL, DAY, GOAL, LIMIT, PASSAGES, SPECIAL, TEXT, kept, passage
from tests.profile.version.yearly import adopt, fresh, next_year
from tests.profile.writing.shared import FMT, at
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


@pytest.mark.parametrize(
    "name",
    [
        "SOP Fatima 2023.docx",
        "sop_van_fatima.pdf",
        "profiel-mevrouw-de-wit.docx",
        "Profiel mevrouw De Wit.odt",
    ],
)
def test_the_name_of_a_file_that_leads_to_a_person_is_left_out(world: World, name: str) -> None:
    actions.keep(world.profile, name, PASSAGES, on=DAY, actor=world.head)
    told = stood(passage(world.profile, TEXT))
    assert told.startswith("bladzijde 4 van een bestand (ingelezen op 1 maart 2027)")


@pytest.mark.parametrize("name", ["sop-2023.docx", "SOP De Vlindertuin 2021-2025.pdf", "Profiel_v3.odt"])
def test_the_name_of_another_file_is_said(world: World, name: str) -> None:
    actions.keep(world.profile, name, PASSAGES, on=DAY, actor=world.head)
    assert f"van {name} (ingelezen" in stood(passage(world.profile, TEXT))


LIMITS = f"bladzijde 6 van {FILE}, onder “Grenzen”"
SPECIALS = f"bladzijde 7 van {FILE}, onder “Specialisaties”"


def page_of(world: World, profile: Profile, section: str, sign_in: Any) -> str:
    return sign_in(world.head).get(at("section", profile, section)).content.decode()


def test_a_boundary_and_a_specialisation_say_where_their_words_stood(world: World, sign_in: Any) -> None:
    kept(world)
    profile = taken(world, LIMIT)
    taken(world, SPECIAL)
    actions.finish(profile, actor=world.head)
    assert profile.boundaries.get().stood_said == [LIMITS]
    assert profile.specialisations.get().stood_said == [SPECIALS]
    assert f"Uit het oude profiel, {LIMITS}." in page_of(world, profile, "boundaries", sign_in)
    assert f"Uit het oude profiel, {SPECIALS}." in page_of(world, profile, "specialisations", sign_in)


def test_a_long_specialisation_says_it_too(world: World) -> None:
    long = replace(PASSAGES[SPECIAL - 1], text="Wij hebben een taalklas voor de wijk. " * 5)
    kept(world, [long])
    assert taken(world, 1).specialisations.get().stood_said == [SPECIALS]


def test_it_is_said_as_long_as_half_of_the_words_are_there(world: World) -> None:
    kept(world)
    row = taken(world, LIMIT).boundaries.get()
    row.own = row.own.replace("geen", "nog altijd geen")
    assert row.stood_said == [LIMITS]
    row.own = "Iets heel anders."
    assert row.stood_said == []


def test_what_is_taken_back_says_it_no_more(world: World) -> None:
    kept(
        world,
        [PASSAGES[LIMIT - 1], replace(PASSAGES[LIMIT - 1], text="Ons gebouw heeft smalle deuren.", page=8)],
    )
    profile = taken(world, 1)
    taken(world, 2)
    actions.undo(passage(profile, 1), profile=profile, actor=world.head)
    assert [each["where"][:11] for each in profile.boundaries.get().stood] == ["bladzijde 8"]


def test_the_next_years_say_it_of_boundaries_and_specialisations(world: World) -> None:
    kept(world)
    taken(world, LIMIT)
    adopt(fresh(taken(world, SPECIAL)))
    between = next_year(world, world.profile.round.first_year + 1)
    adopt(between)
    later = next_year(world, between.round.first_year + 1)
    for profile in (between, later):
        assert profile.boundaries.get(element="building").stood_said == [LIMITS]
        assert profile.specialisations.get(title=PASSAGES[SPECIAL - 1].text).stood_said == [SPECIALS]


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
