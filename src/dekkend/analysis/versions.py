"""Schools of one round that made their profile with another version of the format, told in the terms of one format.

What of their answers may be counted along is for `formats.comparable` to say; the rest is left out and said so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet

from dekkend.formats.comparable import Comparable
from dekkend.formats.model import Format, Question
from dekkend.formats.queries import comparable_with
from dekkend.profile.base.models import Profile
from dekkend.region.models import Round, School

from .models import AnswerFact, StandardFact

Told = dict[tuple[str, str], int]  # (question or item, value) -> schools
MADE_WITH = "version__profile__format_ref"


@dataclass(frozen=True)
class Versions:
    """What the schools with an adopted version answered to, seen from the format `here`."""

    here: Format
    own: str  # reference of the format of the round
    schools: Mapping[str, int]  # reference -> present schools
    seen: Mapping[str, Comparable]

    @property
    def others(self) -> dict[str, int]:
        return {ref: number for ref, number in self.schools.items() if ref != self.own}

    def keys(self, ref: str, kind: str) -> Mapping[str, str]:
        """Key here -> key there."""
        return self.seen[ref].questions if kind == "question" else self.seen[ref].items

    def apart(self, kind: str, key: str) -> list[str]:
        """References of the versions whose answers cannot be counted under this key."""
        return [ref for ref in self.schools if key not in self.keys(ref, kind)]

    def why(self, question: Question) -> str:
        return "; ".join(
            dict.fromkeys(
                self.seen[ref].why_question(question) for ref in self.apart("question", question.id)
            )
        )


def versions_of(round: Round, here: Format | None = None) -> Versions:
    """One query."""
    here = here or round.format
    known = Profile.objects.in_round(round).filter(adopted__isnull=False, school__is_gone=False)
    rows = known.order_by().values_list("format_ref").annotate(n=Count("pk"))
    schools: dict[str, int] = defaultdict(int)
    for ref, number in rows:
        schools[ref or round.format_ref] += number
    return Versions(
        here, round.format_ref, dict(schools), {ref: comparable_with(ref, here) for ref in schools}
    )


@dataclass(frozen=True)
class Counted:
    told: Told = field(default_factory=dict)
    apart: Mapping[str, int] = field(default_factory=dict)  # schools whose version asks it otherwise

    def known(self, key: str) -> int:
        return sum(number for (each, value), number in self.told.items() if each == key and value)


def counts_in(round: Round, versions: Versions) -> Counted:
    """Of the standards. Two queries, and one more when there are several versions."""
    facts = StandardFact.objects.filter(round=round)
    by_ref: dict[str, Told] = {versions.own: counted(facts)}
    own = by_ref[versions.own]
    # Schools that are gone or have another version are few: counting them apart is quicker than looking each up.
    gone = School.objects.filter(alliance=round.alliance_id, is_gone=True)
    for place, number in counted(facts.filter(school__in=gone)).items():
        own[place] -= number
    if versions.others:
        for ref, key, value, number in counted_apart(facts, round, gone):
            by_ref.setdefault(ref, {})[key, value] = number
            own[key, value] -= number
    return gathered(by_ref, versions, "question", [question.id for question in versions.here.questions])


def counted(facts: QuerySet[Any]) -> Told:
    rows = facts.order_by().values_list("question", "value").annotate(n=Count("pk"))
    return {(question, value): number for question, value, number in rows}


def counted_apart(
    facts: QuerySet[Any], round: Round, gone: QuerySet[School]
) -> Iterable[tuple[str, str, str, int]]:
    other = Profile.objects.in_round(round).exclude(format_ref__in=("", round.format_ref)).values("school")
    rows = facts.filter(school__in=other).exclude(school__in=gone).order_by()
    return rows.values_list(MADE_WITH, "question", "value").annotate(n=Count("pk"))


def items_counted(round: Round, versions: Versions, items: list[str]) -> Counted:
    """Of these items. One query."""
    facts = AnswerFact.objects.filter(
        where(versions, "item", items), round=round, school__is_gone=False
    ).order_by()
    by_ref: dict[str, Told] = {}
    if not versions.others:
        rows = facts.values_list("item", "value").annotate(n=Count("pk"))
        by_ref[versions.own] = {(item, value): number for item, value, number in rows}
    else:
        for ref, item, value, number in facts.values_list(MADE_WITH, "item", "value").annotate(n=Count("pk")):
            told = by_ref.setdefault(ref or versions.own, {})
            told[item, value] = told.get((item, value), 0) + number
    return gathered(by_ref, versions, "item", items)


def gathered(by_ref: Mapping[str, Told], versions: Versions, kind: str, keys: list[str]) -> Counted:
    told: Told = defaultdict(int)
    for ref in versions.schools:
        names = {there: here for here, there in versions.keys(ref, kind).items()}
        for (there, value), number in by_ref.get(ref, {}).items():
            if there in names:
                told[names[there], value] += number
    apart = {key: sum(versions.schools[ref] for ref in versions.apart(kind, key)) for key in keys}
    return Counted(dict(told), apart)


def where(versions: Versions, kind: str, keys: list[str]) -> Q:
    """The facts that are counted under these keys: each version by its own."""
    if not versions.others:
        return Q(
            **{f"{kind}__in": there(versions.keys(versions.own, kind), keys) if versions.schools else []}
        )
    found = Q(pk__in=[])
    for ref in versions.schools:
        made = ("", ref) if ref == versions.own else (ref,)
        found |= Q(**{f"{kind}__in": there(versions.keys(ref, kind), keys), f"{MADE_WITH}__in": made})
    return found


def there(names: Mapping[str, str], keys: list[str]) -> list[str]:
    return [names[key] for key in keys if key in names]


def made_otherwise(round: Round, versions: Versions, kind: str, key: str) -> QuerySet[Profile, Any]:
    """Keys of the schools whose version cannot be counted under this key."""
    refs = versions.apart(kind, key)
    wanted = Q(format_ref__in=[*refs, ""] if versions.own in refs else refs)
    return Profile.objects.in_round(round).filter(wanted, adopted__isnull=False).values("school")
