"""A new year starts with what the school wrote last year."""

from __future__ import annotations

from typing import Any

import pytest

from dekkend.audit.models import Event
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Carried, SectionText
from dekkend.profile.version.carrying import begin_from_last_year, carry_along_round
from dekkend.profile.version.compile import content_of
from dekkend.profile.version.content import seal
from dekkend.profile.writing import actions
from dekkend.profile.writing.actions.tracing import for_each_paragraph
from dekkend.profile.writing.blocks import dug, named
from dekkend.profile.writing.margin import margin_of
from dekkend.profile.writing.origins import EARLIER, ITEM, Origin
from dekkend.profile.writing.unchanged import since_of
from tests.adoption.roads import example
from tests.profile.checklist.test_cost import queries
from tests.profile.version.yearly import adopt, fresh, next_year, written
from tests.profile.writing.shared import FMT, VISION, YES, agreed
from tests.world import World

LAST, NOW, NEXT = 2026, 2027, 2028
FIELD = next(field for field in VISION.fields if field.kind == "text")
HOW = [{"id": "veilig", "title": "Veilig", "text": "Veilig.", "how": "Met een pestprotocol."}]
PARTS = ("texts", "specialisations", "boundaries", "provisions")


def told(**more: Any) -> dict[str, Any]:
    return {**example(), "provisions": HOW, **more}


def without_keys(arrangements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if name != "id"} for row in arrangements]


def content_parts(profile: Profile) -> dict[str, Any]:
    content = content_of(fresh(profile))
    rows = [{**row, "id": ""} for row in content["specialisations"]["rows"]]
    return {
        **{name: content[name] for name in PARTS},
        "specialisations": {**content["specialisations"], "rows": rows},
        "arrangements": without_keys(content["arrangements"]),
        "summaries": content["checklist"]["summaries"],
    }


def text_of(profile: Profile) -> SectionText:
    return profile.texts.get(section=VISION.id, field=FIELD.id)


def write(world: World, profile: Profile, text: str) -> None:
    row = text_of(profile)
    actions.write_text(profile, VISION, FIELD, text, base=row.revision, actor=world.head)


def test_everything_that_was_written_comes_along(world: World) -> None:
    before = adopt(written(world, LAST, told()))

    now = next_year(world, NOW)

    assert content_parts(now) == content_parts(before)
    assert content_parts(now)["arrangements"]
    assert content_parts(now)["summaries"]
    assert not now.agreements.exists()
    assert not now.copies.exists()
    assert now.carried.schooljaar == "2026-2027"
    assert now.carried.version == before.adopted


def test_a_school_without_an_adopted_version_starts_empty(world: World) -> None:
    written(world, LAST, told())  # never adopted

    now = next_year(world, NOW)

    assert not now.texts.exists()
    assert not Carried.objects.exists()


def test_a_profile_that_was_withdrawn_is_what_one_starts_from(world: World) -> None:
    """It was adopted, and what was wrong in it is repaired in the next."""
    before = adopt(written(world, LAST, told()))
    assert before.state == "adopted"  # what "withdraw" makes of a published one

    assert next_year(world, NOW).carried.version == before.adopted


def test_the_last_year_that_was_adopted_counts(world: World) -> None:
    adopt(written(world, 2024, told(texts={VISION.id: {FIELD.id: "Van toen."}})))
    adopt(written(world, 2025, told(texts={VISION.id: {FIELD.id: "Van later."}})))
    written(world, LAST, told())  # never adopted

    assert text_of(next_year(world, NOW)).text == "Van later."


def test_it_happens_once(world: World) -> None:
    adopt(written(world, LAST, told()))
    now = next_year(world, NOW)
    was = content_parts(now)
    write(world, now, "Anders.")

    assert carry_along_round(world.alliance, made=now.round, actor=None) == 0  # type: ignore[arg-type]
    begin_from_last_year(fresh(now), actor=world.head)

    assert text_of(now).text == "Anders."
    assert len(content_parts(now)["arrangements"]) == len(was["arrangements"])


def test_every_paragraph_says_since_when_it_stands_there(world: World) -> None:
    adopt(written(world, 2025, told(texts={VISION.id: {FIELD.id: "Oud.\n\nWe zorgen samen voor rust."}})))
    between = next_year(world, LAST)
    write(world, between, "Oud.\n\nWe zorgen altijd samen voor rust.\n\nNieuw.")
    adopt(between)

    row = text_of(next_year(world, NOW))

    assert [origin.kind for origin in row.traced.origins] == [EARLIER] * 3
    assert [origin.since for origin in row.traced.origins] == ["2025-2026", "2026-2027", "2026-2027"]


def test_a_basic_provision_says_since_when_it_is_given_so(world: World) -> None:
    adopt(written(world, LAST, told()))
    row = next_year(world, NOW).provision_texts.exclude(how="").first()
    assert row
    assert {(each.kind, each.since) for each in row.traced.origins} == {(EARLIER, "2026-2027")}


def test_rows_say_since_when_through_the_years(world: World) -> None:
    adopt(written(world, 2025, told()))
    between = next_year(world, LAST)
    boundary = between.boundaries.first()
    assert boundary
    actions.save(boundary, {"own": "Dit jaar anders."}, profile=between, base=1, actor=world.head)
    adopt(between)

    now = next_year(world, NOW)

    changed = now.boundaries.get(element=boundary.element)
    same = now.boundaries.exclude(pk=changed.pk)[0]
    assert since_of(now, changed) == "2026-2027"
    assert since_of(now, same) == "2025-2026"
    actions.save(same, {"own": "Nu ook."}, profile=now, base=1, actor=world.head)
    same.refresh_from_db()
    assert since_of(now, same) == ""
    arrangement = now.arrangements.first()
    assert arrangement
    assert since_of(now, arrangement) == "2025-2026"


def test_a_paragraph_keeps_the_answer_that_it_rests_on(world: World) -> None:
    item = next(item for item in FMT.items if not item.topics)
    before = written(world, LAST, told())
    known = Origin(ITEM, item.id, words="Zo is het.", value="oud")
    actions.write_text(
        before, VISION, FIELD, "Zo is het.", base=text_of(before).revision, actor=world.head,
        given=for_each_paragraph("Zo is het.", known),
    )  # fmt: skip
    agreement = before.agreements.get(item=item.id)
    adopt(before)

    (origin,) = text_of(next_year(world, NOW)).traced.origins

    assert (origin.kind, origin.source, origin.since) == (EARLIER, item.id, "2026-2027")
    assert (origin.value, origin.said) == (
        agreement.value,
        agreement.note.strip() or item.sentence(agreement.value),
    )


def test_rows_that_are_not_as_sealed_tell_nothing_more(world: World) -> None:
    before = adopt(written(world, LAST, told()))
    row = text_of(before)
    SectionText.objects.filter(pk=row.pk).update(text="Door iemand veranderd.")

    now = text_of(next_year(world, NOW))

    assert now.text == row.text
    assert {origin.source for origin in now.traced.origins} == {""}


def test_what_has_no_place_is_kept_with_its_words(world: World) -> None:
    before = written(world, LAST, told())
    adopt(before)
    version = before.versions.get()
    data = version.data
    data["texts"]["weg"] = {"veld": "Een veld dat er niet meer is."}
    data["boundaries"].append({"element": "weg", "own": "Onze grens.", "still": "", "then": "Bellen."})
    data["provisions"].append({"id": "weg", "title": "Zwemles", "text": "", "how": "Elke week."})
    data["arrangements"][0]["columns"]["weg"] = {
        "text": "Kolomtekst.",
        "things": [{"what": "Een tafel", "detail": "twee"}],
    }
    data["arrangements"].append({**data["arrangements"][0], "id": "x", "need": "weg", "title": "Tuin"})
    version.content, version.sha256 = seal(data)
    version.save()

    now = next_year(world, NOW)

    homeless = {each["name"]: each["text"] for each in now.carried.homeless}
    assert homeless["veld"] == "Een veld dat er niet meer is."
    assert homeless["weg"] == "Onze grens.\n\nBellen."
    assert homeless["Zwemles"] == "Elke week."
    (column,) = [text for name, text in homeless.items() if name.endswith(": weg")]
    assert column == "Kolomtekst.\n\n- Een tafel, twee"
    assert "Kolomtekst." in homeless["Tuin"]


def test_words_that_are_there_already_stay(world: World) -> None:
    before = written(world, LAST, told())
    now = written(world, NOW, {"texts": {VISION.id: {FIELD.id: "Dit jaar geschreven."}}})
    emptied = before.texts.exclude(section=VISION.id, field=FIELD.id).exclude(text="")[0]
    SectionText.objects.create(profile=now, section=emptied.section, field=emptied.field, revision=2)
    adopt(before)

    begin_from_last_year(now, actor=world.coordinator)

    assert text_of(now).text == "Dit jaar geschreven."
    row = now.texts.get(section=emptied.section, field=emptied.field)
    assert (row.text, row.revision) == (emptied.text, 3)
    assert now.arrangements.count() == before.arrangements.count()
    assert Event.objects.get(place=now.place, act="carry").actor == world.coordinator


def test_only_who_writes_may_begin_from_last_year(world: World) -> None:
    adopt(written(world, LAST, told()))
    now = fresh(world.profile)
    for person in (world.staff, world.board, world.council, world.sam):
        with pytest.raises(NotAllowed):
            begin_from_last_year(now, actor=person)
    Profile.objects.filter(pk=now.pk).update(state="submitted")
    with pytest.raises(Refused, match="ingediend"):
        begin_from_last_year(now, actor=world.head)
    assert not now.texts.exists()


def test_without_a_last_year_the_press_says_so(world: World) -> None:
    with pytest.raises(Refused, match="geen vastgesteld profiel"):
        begin_from_last_year(fresh(world.profile), actor=world.head)


def test_a_later_save_is_merged_with_what_came_along(world: World) -> None:
    """The first value of each row stands in the history."""
    adopt(written(world, LAST, told(texts={VISION.id: {FIELD.id: "Een twee drie vier."}})))
    now = next_year(world, NOW)
    actions.write_text(now, VISION, FIELD, "Een twee drie vier vijf.", base=1, actor=world.head)

    actions.write_text(now, VISION, FIELD, "Nul een twee drie vier.", base=1, actor=world.coordinator)

    assert text_of(now).text == "Nul een twee drie vier vijf."


def test_many_schools_cost_what_one_costs(world: World) -> None:
    def cost(year: int, schools: int) -> int:
        for school in world.schools[:schools]:
            adopt(written(world, year, told(), school=school))
        seen = queries(lambda: next_year(world, year + 1))
        Profile.objects.filter(round__first_year=year + 1).delete()
        # Many rows are put in by several inserts: a database takes so many values at once.
        return len([sql for sql in seen if not sql.startswith("INSERT")])

    one = cost(2030, 1)
    assert cost(2034, 3) == one


def test_the_margin_says_when_the_answer_is_another_now(world: World) -> None:
    item = next(item for item in FMT.items if not item.topics)
    before = written(world, LAST, told())
    agreement = before.agreements.get(item=item.id)
    words = agreement.note.strip() or item.sentence(agreement.value)
    actions.write_text(
        before, VISION, FIELD, words, base=text_of(before).revision, actor=world.head,
        given=for_each_paragraph(words, Origin(ITEM, item.id, words=words, value=agreement.value)),
    )  # fmt: skip
    adopt(before)
    now = next_year(world, NOW)

    def note() -> Any:
        known = text_of(now).traced
        return margin_of(FMT, known, dug(now, named(FMT, known.sources))).notes[0]

    assert note().change is None  # nothing is agreed yet
    assert note().said == "ongewijzigd sinds 2026-2027"
    row = agreed(now, item.id, agreement.value, agreement.note)
    assert note().change is None  # the same as last year
    other = next(value.id for value in FMT.scale.values if value.id not in (agreement.value, YES))
    row.delete()
    agreed(now, item.id, other, "Nu anders.")
    assert note().change.now == FMT.scale.get(other).label

    block = dug(now, named(FMT, [item.id]))[item.id]
    actions.leave_source(text_of(now), item.id, block, seen=note().change.seal, profile=now, actor=world.head)

    assert note().change is None
    assert note().said == "ongewijzigd sinds 2026-2027"
