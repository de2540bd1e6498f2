"""The facts say what the sealed versions say; making them again changes nothing."""

from __future__ import annotations

import json
from typing import Any

from dekkend.analysis.commands import rebuild
from dekkend.analysis.models import (
    AnswerFact,
    BoundaryFact,
    ImprovementFact,
    OfferFact,
    StandardFact,
    ThingFact,
)
from dekkend.analysis.projection import KINDS
from dekkend.region.models import Round
from tests.analysis.adopted import adopt, arrangement, specialisation, thing
from tests.world import World

PARTS: dict[str, Any] = {
    "arrangements": [
        arrangement(
            "angst", thing("Rustige plek"), thing("Coach", available=False), target="Groep 5 tot en met 8"
        ),
        arrangement("bewegen", thing("Lift", needed=False, available=False)),
    ],
    "specialisations": {"rows": [specialisation("zien-horen"), {"id": "s2", "title": "Zonder behoefte"}]},
    "boundaries": [{"element": "safety", "own": "Als het niet veilig is."}],
    "improvements": [
        {"id": "i1", "title": "Samen lezen", "source": {"kind": "item", "ref": "ZOI-2"}},
        {"id": "i2", "title": "Uit de visie", "source": {"kind": "vision", "ref": "vision"}},
    ],
}


def everything() -> dict[str, list[Any]]:
    return {
        kind.__name__: sorted(map(str, kind.objects.values_list(*names_of(kind))))  # type: ignore[attr-defined]
        for kind in KINDS
    }


def names_of(kind: Any) -> list[str]:
    return [field.name for field in kind._meta.concrete_fields if not field.primary_key]


def test_facts_are_the_sealed_json(world: World) -> None:
    version = adopt(world.school, world.round, answers={"ZOI-2": {"value": "in_development"}}, **PARTS)

    told = json.loads(version.content)
    answers = dict(AnswerFact.objects.values_list("item", "value"))
    assert answers == {item: one["value"] for item, one in told["checklist"]["answers"].items()}
    assert set(OfferFact.objects.values_list("need", "kind", "is_complete", "text")) == {
        ("angst", "arrangement", False, "Groep 5 tot en met 8"),
        ("bewegen", "arrangement", True, ""),
        ("zien-horen", "specialisation", True, ""),
    }
    assert set(ThingFact.objects.values_list("need", "what", "is_needed", "is_available")) == {
        ("angst", "Rustige plek", True, True),
        ("angst", "Coach", True, False),
        ("bewegen", "Lift", False, False),
    }
    assert list(BoundaryFact.objects.values_list("element", "text")) == [
        ("safety", "Als het niet veilig is.")
    ]
    assert set(ImprovementFact.objects.values_list("title", "source")) == {
        ("Samen lezen", "ZOI-2"),
        ("Uit de visie", ""),
    }
    assert StandardFact.objects.get(question="ZOI").value == "in_development"
    assert StandardFact.objects.get(question="OPP").value == "yes"


def test_how_much_and_for_how_many_come_along(world: World) -> None:
    told = arrangement("angst", thing("Coach") | {"frequency": "weekly", "minutes": 60, "basis": "fixed"})
    adopt(world.school, world.round, arrangements=[told | {"places": 6}])

    assert OfferFact.objects.get().places == 6
    assert ThingFact.objects.values_list("frequency", "minutes", "group_size", "basis").get() == (
        "weekly",
        60,
        0,
        "fixed",
    )


def test_an_item_without_an_agreed_answer_is_open_and_its_standard_unknown(world: World) -> None:
    adopt(world.school, world.round, answers={"ZOI-2": {"value": "", "gap": "Het team is verdeeld."}})

    assert AnswerFact.objects.get(item="ZOI-2").value == ""
    assert StandardFact.objects.get(question="ZOI").value == ""


def test_a_later_version_takes_the_place_of_the_former(world: World) -> None:
    adopt(world.school, world.round, **PARTS)

    later = adopt(world.school, world.round, arrangements=[arrangement("angst")])

    assert OfferFact.objects.get().version == later
    assert AnswerFact.objects.count() == len(world.round.format.items)


def test_another_school_and_another_round_keep_their_facts(world: World) -> None:
    before = Round.objects.create(
        alliance=world.alliance,
        first_year=2026,
        format_ref=world.round.format_ref,
        catalogue=world.round.catalogue,
    )
    adopt(world.school, before, arrangements=[arrangement("angst")])
    adopt(world.schools[1], world.round, arrangements=[arrangement("angst")])

    adopt(world.school, world.round)

    assert OfferFact.objects.count() == 2


def test_rebuilding_gives_the_same(world: World) -> None:
    adopt(world.school, world.round, **PARTS)
    adopt(world.school, world.round, **PARTS)
    adopt(world.schools[1], world.round, value="no", **PARTS)
    before = everything()
    OfferFact.objects.all().delete()
    said: list[str] = []

    rebuild(said.append)

    assert everything() == before
    assert said == ["Cijfers gemaakt uit 2 vastgestelde versies."]
