"""What could become an improvement point: answers in development, shortages, the ambition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dekkend.documents.markdown import to_plain
from dekkend.formats.model import Format
from dekkend.profile.base.models import Profile

from .models import Arrangement, ImprovementPoint, Thing

Source = ImprovementPoint.Source


@dataclass(frozen=True)
class Proposal:
    kind: str  # a Source
    ref: str  # what it comes from, "" for a point of one's own
    title: str
    number: str = ""
    mark: str = ""  # a MarkKind, for an item
    label: str = ""  # "In ontwikkeling", "tekort", "ambitie"
    text: str = ""  # where it comes from, in words
    goal: str = ""
    owner: str = ""
    due: date | None = None
    point: int | None = None  # the improvement point that was made of it

    @property
    def key(self) -> str:
        return f"{self.kind}.{self.ref}"


def proposals_of(profile: Profile) -> list[Proposal]:
    """All, each with the point that came of it. No query beside those of a page (`with_page`)."""
    points = list(profile.improvements.all())
    found = [*from_items(profile), *from_shortages(profile), *from_ambition(profile)]
    return [replace(each, point=point_of(each.kind, each.ref, each.title, points)) for each in found]


def point_of(kind: str, ref: str, title: str, points: list[ImprovementPoint]) -> int | None:
    """The point with this cause. A point that came from a file names no row: then its title tells."""
    for point in points:
        named = point.source_kind == kind and title.lower() in point.title.lower()
        if named or (kind, ref) in point.causes:
            return int(point.pk)
    return None


def proposal(profile: Profile, key: str) -> Proposal | None:
    return next((each for each in proposals_of(profile) if each.key == key), None)


def from_items(profile: Profile) -> Iterator[Proposal]:
    fmt = profile.format
    feeding = [value.id for value in fmt.scale.values if value.may_improve]
    agreed = {row.item: row for row in profile.agreements.all() if row.value in feeding}
    for item in fmt.items:
        if row := agreed.get(item.id):
            value = fmt.scale.get(row.value)
            yield Proposal(
                kind=Source.ITEM,
                ref=item.id,
                title=item.text,
                number=item.number,
                mark=value.mark,
                label=value.label,
                owner=row.owner,
                due=row.due,
            )


def from_shortages(profile: Profile) -> Iterator[Proposal]:
    for arrangement in profile.arrangements.all():
        for thing in arrangement.things.all():
            if thing.is_short:
                yield of_shortage(profile.format, arrangement, thing)


def of_shortage(fmt: Format, arrangement: Arrangement, thing: Thing) -> Proposal:
    where = name_of(fmt, arrangement)
    return Proposal(
        kind=Source.SHORTAGE,
        ref=shortage_ref(thing),
        title=thing.what,
        label="tekort",
        text=f"Arrangement {where}",
    )


def shortage_ref(thing: Thing) -> str:
    return f"t{thing.pk}"


def name_of(fmt: Format, arrangement: Arrangement) -> str:
    """The title that the school gave, else the support need."""
    labels = {need.id: need.label for need in fmt.offer.needs}
    return arrangement.title or labels.get(arrangement.need, arrangement.need)


def note_of(profile: Profile, arrangement: Arrangement) -> str:
    """What the format wants known about this need, such as what the law says of it."""
    return next((need.note for need in profile.format.offer.needs if need.id == arrangement.need), "")


def from_ambition(profile: Profile) -> Iterator[Proposal]:
    written = {(row.section, row.field): row.text.strip() for row in profile.texts.all()}
    for section in profile.format.sections:
        for field in section.fields:
            if field.ambition and (text := written.get((section.id, field.id))):
                yield Proposal(
                    kind=Source.VISION,
                    ref=f"{section.id}.{field.id}",
                    title=first_sentence(text),
                    number=section.number,
                    label="ambitie",
                    text=field.label,
                    goal=text,
                )


def first_sentence(text: str) -> str:
    plain = " ".join(to_plain(text).split())
    return re.split(r"(?<=[.!?])\s", plain, maxsplit=1)[0]
