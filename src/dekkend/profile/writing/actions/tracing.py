"""What follows from a text that is saved: where each of its paragraphs came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.utils import timezone

from dekkend.audit.actions import Actor
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.following import follow
from dekkend.profile.writing.models import ColumnText, ProvisionText, SectionText
from dekkend.profile.writing.origins import HAND, Origin, paragraphs, plainly, traced

Given = Mapping[str, Origin]


def origins_from(profile: Profile, who: Actor, given: Given | None = None) -> Callable[[Any], dict[str, Any]]:
    """For `revise(derive=…)` of a text with paragraphs.

    `given`: paragraph -> its origin, for who puts words in that somebody else wrote: a block, a first draft, the
    text of last year. Costs three queries more when a paragraph is new.
    """
    hand = Origin(HAND, on=timezone.localdate().isoformat(), who=who.name, role=who.role)

    def derive(row: Any) -> dict[str, Any]:
        known = traced(str(row.before.get(row.prose, "")), row.origins, row.gone)
        now = follow(
            known,
            row.told,
            hand=hand,
            given=given or {},
            elsewhere=lambda parts: in_other_texts(profile, row, parts),
        )
        return now.stored()

    return derive


def for_each_paragraph(text: str, origin: Origin) -> dict[str, Origin]:
    """All paragraphs of these words have this origin."""
    return dict.fromkeys(paragraphs(text), origin)


def in_other_texts(profile: Profile, row: Any, parts: Sequence[str]) -> dict[str, Origin]:
    """A paragraph that was cut or copied from another text of this profile takes its origin along."""
    wanted, found = set(parts), {}
    for other in texts_of(profile):
        if (type(other), other.pk) == (type(row), row.pk):
            continue
        known = other.traced
        for part, origin in (*known.gone, *known.pairs):
            if origin.kind and plainly(part) in wanted:
                found[plainly(part)] = origin
    return found


def texts_of(profile: Profile) -> Iterator[Any]:
    """Every text with paragraphs, fresh. Three queries."""
    yield from SectionText.objects.filter(profile=profile).order_by("pk")
    yield from ColumnText.objects.filter(arrangement__profile=profile).order_by("pk")
    yield from ProvisionText.objects.filter(profile=profile).order_by("pk")
