"""From sealed content to facts. The same content always gives the same facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from dekkend.formats.model import Format
from dekkend.formats.queries import get_format
from dekkend.profile.models import Version
from dekkend.profile.version.content import Content, filled

from .models import AnswerFact, BoundaryFact, Fact, ImprovementFact, OfferFact, StandardFact, ThingFact

Key = dict[str, Any]  # version, school and round: the same in every fact

KINDS: tuple[type[Fact], ...] = (
    AnswerFact,
    StandardFact,
    OfferFact,
    ThingFact,
    BoundaryFact,
    ImprovementFact,
)


@transaction.atomic
def project(version: Version) -> None:
    """Write the facts of an adopted version in place of those of the school's former one in this round."""
    profile = version.profile
    for kind in KINDS:
        kind.objects.filter(school=profile.school_id, round=profile.round_id).delete()  # type: ignore[attr-defined]
    insert(facts_of(version))


def insert(facts: Iterable[Fact]) -> None:
    by_kind: dict[type[Fact], list[Fact]] = {kind: [] for kind in KINDS}
    for fact in facts:
        by_kind[type(fact)].append(fact)
    for kind, rows in by_kind.items():
        kind.objects.bulk_create(rows, batch_size=500)  # type: ignore[attr-defined]


def facts_of(version: Version) -> list[Fact]:
    """Unsaved facts of one version."""
    profile, content = version.profile, filled(version.data)
    key = {"version": version, "school_id": profile.school_id, "round_id": profile.round_id}
    return [
        *answers(content, get_format(content["format"]), key),
        *(fact for one in content["arrangements"] for fact in arrangement(one, key)),
        *(specialisation(one, key) for one in content["specialisations"]["rows"] if one["need"]),
        *(BoundaryFact(element=one["element"], text=one["own"], **key) for one in content["boundaries"]),
        *(improvement(one, key) for one in content["improvements"] if one["state"] != "dropped"),
    ]


def answers(content: Content, fmt: Format, key: Key) -> Iterator[Fact]:
    told = content["checklist"]["answers"]
    values = {item.id: told[item.id]["value"] if item.id in told else "" for item in fmt.items}
    for item, value in values.items():
        yield AnswerFact(item=item, value=value, **key)
    for question in fmt.questions:
        standing = fmt.scale.standing([values[item.id] for item in question.items])
        yield StandardFact(question=question.id, value=standing, **key)


def arrangement(one: Content, key: Key) -> Iterator[Fact]:
    things = [(name, thing) for name, column in one["columns"].items() for thing in column["things"]]
    yield OfferFact(
        need=one["need"],
        kind=OfferFact.Kind.ARRANGEMENT,
        title=one["title"],
        text=one["target"],
        places=one["places"],
        is_complete=all(thing["available"] for _, thing in things if thing["needed"]),
        **key,
    )
    for name, thing in things:
        yield ThingFact(
            need=one["need"],
            column=name,
            pick=thing["pick"],
            what=thing["what"],
            **{part: thing[part] for part in ("frequency", "minutes", "group_size", "basis")},
            is_needed=thing["needed"],
            is_available=thing["available"],
            **key,
        )


def specialisation(one: Content, key: Key) -> Fact:
    return OfferFact(
        need=one["need"],
        kind=OfferFact.Kind.SPECIALISATION,
        title=one["title"],
        text=one["target"],
        reach=one["reach"],
        is_complete=True,
        **key,
    )


def improvement(one: Content, key: Key) -> Fact:
    source = one["source"]
    ref = source["ref"] if source["kind"] == "item" else ""
    return ImprovementFact(sort=one["sort"], source=ref, title=one["title"], **key)
