"""Taking a passage over: added to what stands there, with its origin, and taken back alone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dekkend.audit.models import Event
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.models import OldPassage, Reading, SectionText
from dekkend.profile.reading import actions
from dekkend.profile.reading.file import Passage
from dekkend.profile.reading.targets import Target
from dekkend.profile.writing import actions as writing
from dekkend.profile.writing.margin import said_of
from tests.profile.reading.shared import (
    CELL,
    DAY,
    EXTRA,
    GOAL,
    LIMIT,
    LOOSE,
    PASSAGES,
    PERSON,
    SPECIAL,
    TEXT,
    kept,
    passage,
)
from tests.profile.writing.shared import FMT, submitted
from tests.world import World

VISION = FMT.section("vision")
INCLUSIVE = next(field for field in VISION.fields if field.id == "inclusive")


def take(world: World, position: int) -> None:
    actions.take(passage(world.profile, position), profile=world.profile, actor=world.head)


def undo(world: World, position: int) -> None:
    actions.undo(passage(world.profile, position), profile=world.profile, actor=world.head)


def text_of(world: World) -> str:
    return SectionText.objects.get(profile=world.profile, field="inclusive").text


def text_revision(world: World) -> int:
    return SectionText.objects.get(profile=world.profile, field="inclusive").revision


def write(world: World, text: str, base: int = 0) -> None:
    writing.write_text(world.profile, VISION, INCLUSIVE, text, base=base, actor=world.head)


def test_passage_is_added_as_a_paragraph_with_its_origin(world: World) -> None:
    kept(world)
    write(world, "Dit schreven wij zelf al op.")
    take(world, TEXT)
    row = SectionText.objects.get(profile=world.profile, field="inclusive")
    assert row.text == "Dit schreven wij zelf al op.\n\nWij zoeken met ouders naar een passende plek."
    assert said_of(world.profile.format, row.traced.origins[1]) == (
        "uit het oude profiel, bladzijde 4 van sop-2023.docx (ingelezen op 1 maart 2027), "
        "onder “Visie op passend onderwijs”"
    )
    assert row.traced.origins[0].kind == "hand"


def test_second_press_changes_nothing(world: World) -> None:
    kept(world)
    take(world, TEXT)
    take(world, TEXT)
    assert text_of(world) == "Wij zoeken met ouders naar een passende plek."


def test_taking_leaves_an_event_of_each(world: World) -> None:
    kept(world)
    take(world, TEXT)
    undo(world, TEXT)
    acts = list(Event.objects.filter(place=world.profile.place, act__endswith="_old").order_by("at"))
    assert [each.act for each in acts] == ["read_old", "take_old", "undo_old"]
    assert acts[1].data["file"] == "sop-2023.docx"


def test_passage_is_taken_back_alone(world: World) -> None:
    kept(world)
    take(world, TEXT)
    write(world, f"Eerst dit.\n\n{text_of(world)}\n\nEn dan dat.", base=1)
    undo(world, TEXT)
    assert text_of(world) == "Eerst dit.\n\nEn dan dat."
    assert passage(world.profile, TEXT).state == "open"


def test_passage_that_was_edited_is_not_taken_back(world: World) -> None:
    kept(world)
    take(world, TEXT)
    write(world, "Wij zoeken met ouders.", base=1)
    with pytest.raises(Refused, match="daarna veranderd"):
        undo(world, TEXT)
    assert text_of(world) == "Wij zoeken met ouders."


def test_passage_that_stands_there_already_is_not_doubled(world: World) -> None:
    kept(world)
    words = "Wij zoeken met ouders naar een passende plek."
    write(world, words)
    take(world, TEXT)
    assert text_of(world) == words
    undo(world, TEXT)
    assert text_of(world) == words


def test_cell_begins_an_arrangement_and_takes_it_away_again(world: World) -> None:
    kept(world)
    take(world, CELL)
    card = world.profile.arrangements.get()
    assert card.need == "lezen-dyslexie"
    text = card.column_texts.get()
    assert (text.column, text.traced.origins[0].kind) == ("guidance", "old")
    undo(world, CELL)
    assert not world.profile.arrangements.exists()


def test_cell_joins_the_arrangement_that_is_there_and_leaves_it(world: World) -> None:
    kept(world)
    need = next(each for each in FMT.offer.needs if each.id == "lezen-dyslexie")
    card = writing.add_arrangement(world.profile, need, actor=world.head)
    take(world, CELL)
    assert card.column_texts.count() == 1
    undo(world, CELL)
    assert world.profile.arrangements.get() == card


def test_boundary_is_switched_on_with_the_words_and_off_again(world: World) -> None:
    kept(world)
    take(world, LIMIT)
    row = world.profile.boundaries.get()
    assert (row.element, row.own) == ("building", "Ons gebouw heeft geen lift.")
    undo(world, LIMIT)
    assert not world.profile.boundaries.exists()


def test_goal_becomes_an_improvement_point_that_says_where_it_came_from(world: World) -> None:
    kept(world)
    take(world, GOAL)
    point = world.profile.improvements.get()
    assert (point.title, point.source_text) == (
        "In 2026 leert het team over gedrag.",
        "uit het oude profiel, bladzijde 7 van sop-2023.docx (ingelezen op 1 maart 2027), onder “Ambities”",
    )
    undo(world, GOAL)
    assert not world.profile.improvements.exists()


def test_point_that_was_edited_is_not_taken_back(world: World) -> None:
    kept(world)
    take(world, GOAL)
    point = world.profile.improvements.get()
    writing.save(point, {"owner": "directeur"}, profile=world.profile, base=point.revision, actor=world.head)
    with pytest.raises(Refused, match="daarna veranderd"):
        undo(world, GOAL)
    assert world.profile.improvements.exists()


def test_specialisation_is_made_and_taken_back(world: World) -> None:
    kept(world)
    take(world, SPECIAL)
    assert world.profile.specialisations.get().title == "Wij hebben een taalklas voor de wijk."
    undo(world, SPECIAL)
    assert not world.profile.specialisations.exists()


def test_passage_without_a_place_is_not_taken(world: World) -> None:
    kept(world)
    with pytest.raises(Refused, match="Kies eerst"):
        take(world, LOOSE)


def test_another_place_can_be_chosen(world: World) -> None:
    kept(world)
    actions.choose(
        passage(world.profile, LOOSE), Target("vision", "concept"), profile=world.profile, actor=world.head
    )
    take(world, LOOSE)
    assert (
        SectionText.objects.get(profile=world.profile, field="concept").text
        == "De rest van dit stuk zegt niets."
    )


@pytest.mark.parametrize(
    "target", [Target("vision", "weg"), Target("school", "name"), Target("arrangements", "guidance")]
)
def test_place_that_is_not_there_is_refused(world: World, target: Target) -> None:
    kept(world)
    with pytest.raises(Refused, match="uit de lijst"):
        actions.choose(passage(world.profile, LOOSE), target, profile=world.profile, actor=world.head)


def test_all_of_one_part_leaves_what_names_people(world: World) -> None:
    kept(world)
    assert actions.take_all(VISION, profile=world.profile, actor=world.head) == 1
    assert passage(world.profile, TEXT).state == "taken"
    assert passage(world.profile, PERSON).state == "open"
    assert passage(world.profile, GOAL).state == "open"


def test_skipped_passage_stays_out_and_can_come_back(world: World) -> None:
    kept(world)
    actions.skip(passage(world.profile, TEXT), profile=world.profile, actor=world.head)
    assert actions.take_all(VISION, profile=world.profile, actor=world.head) == 0
    actions.back(passage(world.profile, TEXT), profile=world.profile, actor=world.head)
    assert passage(world.profile, TEXT).state == "open"


def test_finished_reading_is_gone_and_what_was_taken_stays(world: World) -> None:
    kept(world)
    take(world, TEXT)
    actions.finish(world.profile, actor=world.head)
    assert not Reading.objects.exists()
    assert not OldPassage.objects.exists()
    assert text_of(world)


def test_second_old_profile_waits_for_the_first(world: World) -> None:
    kept(world)
    with pytest.raises(Refused, match="al een oud profiel"):
        kept(world)


def test_reading_is_forgotten_after_thirty_days_and_not_before(world: World) -> None:
    kept(world)
    assert actions.forget_old(DAY + timedelta(days=30)) == 0
    assert actions.forget_old(DAY + timedelta(days=31)) == 1
    assert not Reading.objects.exists()


def test_text_that_becomes_too_long_is_refused(world: World) -> None:
    kept(world)
    write(world, "woord " * 3330)
    with pytest.raises(Refused, match="past niet meer tekst"):
        take(world, TEXT)


def test_who_may_not_write_takes_nothing(world: World) -> None:
    kept(world)
    for person in (world.staff, world.sam):
        with pytest.raises(NotAllowed):
            actions.take(passage(world.profile, TEXT), profile=world.profile, actor=person)


def test_submitted_profile_takes_nothing(world: World) -> None:
    kept(world)
    submitted(world.profile)
    with pytest.raises(Refused):
        take(world, TEXT)
    with pytest.raises(Refused):
        actions.finish(world.profile, actor=world.head)


TWICE = [
    *PASSAGES,
    Passage("paragraph", "Elke klas is van iedereen.", 9, path=("Visie op passend onderwijs",)),
]
ALSO = len(TWICE)


def press_of(world: World, position: int) -> str:
    return passage(world.profile, position).made.get("press", "")


def take_vision(world: World) -> str:
    """Two passages in one press, which it names."""
    assert actions.take_all(VISION, profile=world.profile, actor=world.head) == 2
    assert press_of(world, TEXT) == press_of(world, ALSO) != ""
    return press_of(world, TEXT)


def undo_press(world: World, press: str) -> int:
    return actions.undo_all(press, profile=world.profile, actor=world.head)


def states(world: World) -> dict[int, str]:
    return {at: passage(world.profile, at).state for at in (TEXT, ALSO)}


def test_what_one_press_took_goes_back_in_one_press_and_the_rest_stays(world: World) -> None:
    kept(world, TWICE)
    write(world, "Dit schreven wij zelf al op.")
    take(world, LIMIT)
    press = take_vision(world)
    assert undo_press(world, press) == 0
    assert states(world) == {TEXT: "open", ALSO: "open"}
    assert text_of(world) == "Dit schreven wij zelf al op."
    assert passage(world.profile, LIMIT).state == "taken"
    assert Event.objects.filter(place=world.profile.place, act="undo_old").count() == 2
    assert undo_press(world, press) == 0


def test_what_was_taken_alone_or_by_another_press_is_not_of_it(world: World) -> None:
    kept(world, TWICE)
    take(world, TEXT)
    assert actions.take_all(VISION, profile=world.profile, actor=world.head) == 1
    press = press_of(world, ALSO)
    undo(world, ALSO)
    assert actions.take_all(VISION, profile=world.profile, actor=world.head) == 1
    for key in (press, "", "x\0y"):
        assert undo_press(world, key) == 0
    assert states(world) == {TEXT: "taken", ALSO: "taken"}
    undo_press(world, press_of(world, ALSO))
    assert states(world) == {TEXT: "taken", ALSO: "open"}


def test_what_was_changed_since_stays_and_the_others_go(world: World) -> None:
    kept(world, TWICE)
    press = take_vision(world)
    write(world, text_of(world).replace("Wij zoeken", "Wij zoeken altijd"), base=text_revision(world))
    assert undo_press(world, press) == 1
    assert states(world) == {TEXT: "taken", ALSO: "open"}
    with pytest.raises(Refused, match="daarna veranderd"):
        undo_press(world, press)
    assert "Wij zoeken altijd" in text_of(world)


def test_an_arrangement_that_the_press_began_goes_with_it(world: World) -> None:
    more = Passage("cell", "En elke dag een half uur.", 5, path=EXTRA, labels=("Dyslexie", "Begeleiding"))
    kept(world, [*PASSAGES, more])
    part = FMT.section_of_kind("arrangements")
    assert part
    assert actions.take_all(part, profile=world.profile, actor=world.head) == 2
    assert world.profile.arrangements.count() == 1
    assert undo_press(world, press_of(world, CELL)) == 0
    assert not world.profile.arrangements.exists()


def test_who_may_not_write_takes_nothing_back_and_nobody_does_after_the_seal(world: World) -> None:
    kept(world, TWICE)
    press = take_vision(world)
    with pytest.raises(NotAllowed):
        actions.undo_all(press, profile=world.profile, actor=world.staff)
    submitted(world.profile)
    with pytest.raises(Refused):
        undo_press(world, press)
    assert states(world) == {TEXT: "taken", ALSO: "taken"}


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
@pytest.mark.parametrize(("kind", "rows"), [(CELL, "arrangements"), (LIMIT, "boundaries")])
def test_what_was_begun_goes_with_the_last_that_is_taken_back(
    world: World, kind: int, rows: str, order: tuple[int, ...]
) -> None:
    """Whichever that is: of the first alone it would stay behind, empty."""
    other = replace(PASSAGES[kind - 1], text="Ons gebouw heeft ook smalle deuren.")
    kept(world, [PASSAGES[kind - 1], other])
    for position in (1, 2):
        actions.take(passage(world.profile, position), profile=world.profile, actor=world.head)
    there = getattr(world.profile, rows)
    actions.undo(passage(world.profile, order[0]), profile=world.profile, actor=world.head)
    assert there.count() == 1
    actions.undo(passage(world.profile, order[1]), profile=world.profile, actor=world.head)
    assert there.count() == 0
