from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.http import Http404
from django.utils.crypto import salted_hmac

from dekkend.kit.prepared import Prepared
from dekkend.profile.base.models import Profile
from dekkend.region.models import Membership
from dekkend.region.queries import keys

from .models import Answer, Copy, Evidence, Summary
from .sheet import Brief, Sheet

# Who is asked for an own copy, the word for the function last.
TEAM = (Membership.Role.STAFF, Membership.Role.COORDINATOR, Membership.Role.HEAD)
# Enough to know what is answered.
SHORT = ("pk", "copy_id", "item", "value", "topics", "reason")


def copies_with_places() -> Any:
    return Copy.objects.select_related(
        "profile__school__board",
        "profile__school__area",
        "profile__school__alliance",
        "profile__round__catalogue",
    )


def copy_of(user: Any, profile: int, copy: uuid.UUID) -> Copy:
    """For `page(…, load=copy_of)`: somebody's own copy at a school where they still work, or 404."""
    found = copies_with_places().filter(
        pk=copy, profile=profile, person=user.pk, profile__school__in=keys(user, "school")
    )
    return first_or_404(found)


def copy_by_code(profile: int, code: str) -> Copy:
    """The anonymous copy behind a link, or 404."""
    found = copies_with_places().filter(
        profile=profile, key=key_of(code), person=None, kind=Copy.Kind.PERSONAL
    )
    return first_or_404(found)


def first_or_404(found: Any) -> Copy:
    copy: Copy | None = found.first()
    if copy is None:
        raise Http404
    return copy


def key_of(code: str) -> str:
    """What is kept of a code: nobody can open a copy with what stands in the database."""
    plain = "".join(letter for letter in code.lower() if letter.isalnum())
    return salted_hmac("dekkend.copy", plain, algorithm="sha256").hexdigest()[:40]


def shared_sheet(profile: Profile, *, short: bool = False) -> Sheet:
    """The shared copy: one query."""
    rows: list[Any] = brief(brief_shared(profile=profile.pk)) if short else list(shared_answers(profile.pk))
    copy = Copy(pk=rows[0].copy_id, profile=profile, kind=Copy.Kind.SHARED) if rows else None
    return Sheet(profile, copy, rows)


def sheet_of(copy: Copy, *, short: bool = False) -> Sheet:
    """One personal copy: one query."""
    answers = brief(brief_answers(copy=copy.pk)) if short else Answer.objects.filter(copy=copy)
    return Sheet(copy.profile, copy, answers)


def shared_answers(profile: int) -> Any:
    return Answer.objects.filter(copy__profile=profile, copy__kind=Copy.Kind.SHARED)


# Asked at every save.
brief_shared = Prepared(lambda profile: shared_answers(profile).values_list(*SHORT), profile=int)
brief_answers = Prepared(lambda copy: Answer.objects.filter(copy=copy).values_list(*SHORT), copy=uuid.UUID)


def brief(rows: list[tuple[Any, ...]]) -> list[Brief]:
    return [Brief(*row) for row in rows]


def summary_of(profile: Profile, question: str) -> Summary:
    return Summary.objects.filter(profile=profile, question=question).first() or Summary(question=question)


@dataclass(frozen=True)
class Member:
    """Somebody of the team, as the page about the team shows them."""

    user_id: int
    name: str
    function: str
    state: str  # "", "asked", "begun", "finished"

    @property
    def label(self) -> str:
        """What stands with their answers: the function, or the name when none is known."""
        return self.function or self.name

    @property
    def mark(self) -> str:
        return {"asked": "empty", "begun": "half", "finished": "full"}.get(self.state, "blank")

    @property
    def state_words(self) -> str:
        words = {"asked": "nog niet begonnen", "begun": "bezig", "finished": "klaar"}
        return words.get(self.state, "niet gevraagd")


def team_of(profile: Profile) -> list[Member]:
    """All who work at the school, once each, by name; two queries."""
    begun = Exists(Answer.objects.filter(copy=OuterRef("pk"), revision__gt=0))
    copies = {
        copy.person_id: copy
        for copy in profile.copies.filter(kind=Copy.Kind.PERSONAL, person__isnull=False).annotate(
            is_begun=begun
        )
    }
    rows = Membership.objects.filter(school=profile.school_id, role__in=TEAM).select_related("user")
    members: dict[int, Member] = {}
    for row in sorted(rows, key=lambda row: TEAM.index(row.role)):
        if row.user.is_active and row.user_id not in members:
            members[row.user_id] = Member(
                row.user_id, row.user.name, row.function, state_of(copies.get(row.user_id))
            )
    return sorted(members.values(), key=lambda member: member.name.lower())


def state_of(copy: Any) -> str:
    if copy is None:
        return ""
    return "finished" if copy.is_finished else "begun" if copy.is_begun else "asked"


@dataclass(frozen=True)
class Turnout:
    """Of the personal copies: how many there are, were begun and are finished. Numbers only."""

    asked: int
    begun: int
    finished: int


def turnout_of(profile: Profile) -> Turnout:
    begun = Exists(Answer.objects.filter(copy=OuterRef("pk"), revision__gt=0))
    counts = (
        profile.copies.filter(kind=Copy.Kind.PERSONAL)
        .annotate(is_begun=begun)
        .aggregate(
            asked=Count("pk"),
            begun=Count("pk", filter=Q(is_begun=True)),
            finished=Count("pk", filter=Q(is_finished=True)),
        )
    )
    return Turnout(**counts)


def own_copy(profile: Profile, user: Any) -> Copy | None:
    return profile.copies.filter(person=user).first()


def evidence_in(profile: Profile, items: Iterable[str]) -> dict[str, list[Evidence]]:
    """Item -> links and files of the shared copy. One query."""
    rows = Evidence.objects.filter(
        answer__copy__profile=profile, answer__copy__kind=Copy.Kind.SHARED, answer__item__in=list(items)
    ).select_related("answer")
    found: dict[str, list[Evidence]] = defaultdict(list)
    for row in rows:
        found[row.answer.item].append(row)
    return found


def evidence_of(profile: Profile, evidence: uuid.UUID) -> Evidence:
    """One of this profile, or 404."""
    row = (
        Evidence.objects.filter(answer__copy__profile=profile, answer__copy__kind=Copy.Kind.SHARED)
        .select_related("answer")
        .filter(pk=evidence)
        .first()
    )
    if row is None:
        raise Http404
    return row
