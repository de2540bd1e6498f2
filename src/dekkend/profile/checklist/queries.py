from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.http import Http404

from dekkend.formats.model import Format, Item
from dekkend.kit.prepared import Prepared
from dekkend.profile.base.models import Profile
from dekkend.region.models import Membership
from dekkend.region.queries import keys

from .codes import key_of
from .coverage import words_for
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
    """For `page(…, load=copy_of)`: somebody’s own copy at a school of whose team they still are, or 404."""
    found = copies_with_places().filter(
        pk=copy, profile=profile, person=user.pk, profile__school__in=keys(user, "school", *TEAM)
    )
    return first_or_404(found)


def copy_by_code(profile: int, code: str) -> Copy:
    """The copy behind a code, or 404: an anonymous one, or one by name for whoever has the letter or the slip."""
    return first_or_404(copies_behind(code).filter(profile=profile))


def copies_behind(code: str) -> Any:
    """None or one. The copy of somebody who left the school opens no more, as on Mijn werk."""
    here = Membership.objects.filter(
        user=OuterRef("person"), school=OuterRef("profile__school"), role__in=TEAM, user__is_active=True
    )
    found = copies_with_places().select_related("person")
    return found.filter(Q(person=None) | Exists(here), key=key_of(code), kind=Copy.Kind.PERSONAL)


def first_or_404(found: Any) -> Copy:
    copy: Copy | None = found.first()
    if copy is None:
        raise Http404
    return copy


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


def summaries_of(profile: Profile) -> dict[str, Summary]:
    """Question -> the school's own words on it; one query."""
    return {row.question: row for row in Summary.objects.filter(profile=profile)}


@dataclass(frozen=True)
class Member:
    """Somebody of the team, as the page about the team shows them."""

    user_id: int | None  # None: no account, or none at this school any more
    name: str
    function: str
    state: str = ""  # "", "asked", "begun", "finished"
    audience: str = ""  # id of the audience that the function or role names, "" when nothing tells
    copy: uuid.UUID | None = None
    asked: str = ""  # "38 onderdelen, voor groepsleraren"

    @property
    def mark(self) -> str:
        return {"asked": "empty", "begun": "half", "finished": "full"}.get(self.state, "blank")

    @property
    def state_words(self) -> str:
        words = {"asked": "nog niet begonnen", "begun": "bezig", "finished": "klaar"}
        return words.get(self.state, "niet gevraagd")


def team_of(profile: Profile) -> list[Member]:
    """All who work at the school or have a copy by name, once each, by name; two queries."""
    copies = named_copies(profile)
    rows = Membership.objects.filter(school=profile.school_id, role__in=TEAM).select_related("user")
    members: dict[int, Member] = {}
    for row in sorted(rows, key=lambda row: TEAM.index(row.role)):
        if row.user.is_active and row.user_id not in members:
            members[row.user_id] = member_of(profile, row, copies.pop(row.user_id, None))
    others = [guest_of(profile, copy) for copy in copies.values()]
    return sorted([*members.values(), *others], key=lambda member: member.name.lower())


def named_copies(profile: Profile) -> dict[Any, Any]:
    """Person -> copy, and id -> copy where there is no person. Of anonymous copies nobody makes a list."""
    if profile.naming != Profile.Naming.NAMED:
        return {}
    begun = Exists(Answer.objects.filter(copy=OuterRef("pk"), revision__gt=0))
    rows = profile.copies.filter(kind=Copy.Kind.PERSONAL).select_related("person").annotate(is_begun=begun)
    return {row.person_id or row.pk: row for row in rows}


def member_of(profile: Profile, row: Membership, copy: Any) -> Member:
    return Member(
        row.user_id,
        row.user.name,
        row.function,
        state_of(copy),
        profile.format.audience_of(row.function, row.role),
        copy.pk if copy else None,
        words_for(profile.format, copy.covers) if copy else "",
    )


def guest_of(profile: Profile, copy: Any) -> Member:
    function = copy.label if copy.label != copy.called else ""
    asked = words_for(profile.format, copy.covers)
    return Member(None, copy.called, function, state_of(copy), copy=copy.pk, asked=asked)


def groups_of(profile: Profile) -> list[tuple[str, int]]:
    """What was asked, and of how many. Not how far those few are. One query."""
    counts: dict[str, int] = {}
    for covers in profile.copies.filter(kind=Copy.Kind.PERSONAL).values_list("covers", flat=True):
        words = words_for(profile.format, covers)
        counts[words] = counts.get(words, 0) + 1
    return sorted(counts.items(), key=lambda pair: -pair[1])


def is_begun(copy: Copy) -> bool:
    return Answer.objects.filter(copy=copy, revision__gt=0).exists()


def named_copy(profile: Profile, copy: uuid.UUID) -> Copy:
    """A colleague's copy by name, for whoever asks the team, or 404; never an anonymous one."""
    found = copies_with_places().select_related("person").filter(kind=Copy.Kind.PERSONAL)
    return first_or_404(found.filter(pk=copy, profile=profile, profile__naming=Profile.Naming.NAMED))


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
    covers: frozenset[str] = frozenset()  # the items that somebody is asked; empty: all

    def asks(self, item_id: str) -> bool:
        """Somebody of the team is asked this item."""
        return bool(self.asked) and (not self.covers or item_id in self.covers)


def personal(profile: int) -> Any:
    begun = Exists(Answer.objects.filter(copy=OuterRef("pk"), revision__gt=0))
    copies = Copy.objects.filter(profile=profile, kind=Copy.Kind.PERSONAL).annotate(is_begun=begun)
    return copies.values_list("covers", "is_begun", "is_finished")


# Asked by every page with a road on it.
how_far = Prepared(personal, profile=int)


def turnout_of(profile: Profile) -> Turnout:
    """One query."""
    rows = how_far(profile=profile.pk)
    everything = any(not covers for covers, _, _ in rows)
    return Turnout(
        asked=len(rows),
        begun=sum(is_begun for _, is_begun, _ in rows),
        finished=sum(is_finished for _, _, is_finished in rows),
        covers=frozenset() if everything else frozenset(item for covers, _, _ in rows for item in covers),
    )


def unasked(fmt: Format, turnout: Turnout) -> list[Item]:
    """The items that nobody of the team is asked, though some are asked others: for the shared copy."""
    return [item for item in fmt.items if turnout.asked and not turnout.asks(item.id)]


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
