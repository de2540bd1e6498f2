"""Letters before and after a date, to who still has something to do; at most one a week for each person.

Fourteen and three days before, on the first day after, and then weekly. Several things go in one letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import Count, Q
from django.template.loader import render_to_string
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.audit.actions import Actor, record
from dekkend.kit.calendar import Day, calendar
from dekkend.kit.post import Attachment, post
from dekkend.process.engine import Refused, perform
from dekkend.process.table import table
from dekkend.profile.base.models import Profile, Reminder
from dekkend.profile.base.road import day
from dekkend.profile.checklist.queries import TEAM
from dekkend.profile.models import Copy
from dekkend.region.models import Membership, Round

from .tasks import RULES, Rule, copy_task, until_of, url

BEFORE = (3, 14)  # days before the date
WEEK = timedelta(days=7)
MOST = 20  # things told in one letter; the page tells all
SALT = "dekkend.reminders"


@dataclass(frozen=True)
class Open:
    """One thing that somebody still has to do."""

    profile: Profile
    station: str
    what: str
    until: date
    path: str
    note: str = ""

    @property
    def when(self) -> str:
        return day(self.until)

    @property
    def link(self) -> str:
        return f"{settings.ADDRESS}{self.path}"


Awaiting = dict[int, list[Open]]  # key of a person -> what they have to do


def stage_of(until: date, today: date) -> str:
    """Which letter is due: "14", "3", "late-0" for the first week after, and so on; "" when it is far away."""
    left = (until - today).days
    if left < 0:
        return f"late-{(-left - 1) // 7}"
    return next((str(days) for days in BEFORE if left <= days), "")


def remind_all(today: date) -> int:
    """Everybody in every round that has not ended; the number of letters. Safe to run again and beside another."""
    Reminder.objects.filter(on__lt=today - timedelta(days=365)).exclude(
        stage=Reminder.INVITED, profile__round__first_year__gte=today.year - 1
    ).delete()
    awaiting: Awaiting = defaultdict(list)
    for round in Round.objects.filter(first_year__gte=today.year - 1):
        if today > round.ends:
            continue
        horizon = today + timedelta(days=max(BEFORE))
        near = Q(due__lte=horizon) | Q(sealed__advice__term_ends__lte=horizon)
        for person, things in awaiting_in(
            Profile.objects.in_round(round).with_due(round).filter(near)
        ).items():
            awaiting[person] += things
    # `remind` asks it again, for one person and under a lock; here it spares a question for each who got a letter.
    rests = set(Reminder.objects.filter(on__gt=today - WEEK).values_list("person", flat=True))
    return sum(
        remind(person, due, today)
        for person, things in awaiting.items()
        if person not in rests and (due := [one for one in things if stage_of(one.until, today)])
    )


def awaiting_in(profiles: Any) -> Awaiting:
    """Who has what to do at these profiles, by the rules of Mijn werk. Three queries, one more with anonymous teams."""
    at_work = profiles.exclude(state=Profile.State.PUBLISHED).filter(school__is_gone=False)
    found = list(at_work.with_places().select_related("sealed__advice", "sealed__reply"))
    people = members_by_place(found)
    awaiting: Awaiting = defaultdict(list)
    turnout = turnout_of(found)
    for profile in found:
        for rule in RULES:
            until = until_of(rule, profile) if rule.fits(profile) else None
            if until is None:
                continue
            one = Open(
                profile, rule.station, rule.what, until, url(rule, profile), note_of(rule, profile, turnout)
            )
            reached = who_may(rule, profile, people)
            if one.note:  # the team is at turn, and the coordinator is the one to speak to it
                reached = people.get(("school", "coordinator", profile.school_id)) or reached
            for person in dict.fromkeys(reached):
                awaiting[person].append(one)
    for copy in own_copies(found):
        until = copy.profile.until("checklist")
        if until and copy.person_id in team_of(copy.profile, people):
            task = copy_task(copy)
            awaiting[copy.person_id].append(Open(copy.profile, "checklist", task.what, until, task.url))
    return awaiting


def team_of(profile: Profile, people: dict[tuple[str, str, int], list[int]]) -> set[int]:
    """Who may still open an own copy there."""
    return {person for role in TEAM for person in people.get(("school", role, profile.school_id), ())}


def members_by_place(profiles: list[Profile]) -> dict[tuple[str, str, int], list[int]]:
    schools = {profile.school_id for profile in profiles}
    boards = {profile.school.board_id for profile in profiles}
    found: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    active = Membership.objects.filter(user__is_active=True, user__wants_reminders=True)
    rows = active.filter(Q(school__isnull=False) | Q(board__isnull=False)).order_by("pk")
    for person, role, school, board in rows.values_list("user", "role", "school", "board"):
        if school in schools:
            found["school", role, school].append(person)
        elif board in boards:
            found["board", role, board].append(person)
    return found


def who_may(rule: Rule, profile: Profile, people: dict[tuple[str, str, int], list[int]]) -> Iterable[int]:
    for role, scope in table()[rule.act].who:
        yield from people.get((scope, role, profile.places.get(scope, 0)), ())


def own_copies(profiles: list[Profile]) -> Iterable[Copy]:
    """Of colleagues by name who are not ready. Who is ready with an anonymous one, nobody knows."""
    here = {one.pk: one for one in profiles if one.is_open and one.station == "checklist"}
    copies = Copy.objects.filter(is_finished=False, person__is_active=True, person__wants_reminders=True)
    for copy in copies.filter(profile__in=list(here)):
        copy.profile = here[copy.profile_id]
        yield copy


def turnout_of(profiles: list[Profile]) -> dict[int, tuple[int, int]]:
    """Of anonymous checklists: how many are ready, of how many."""
    anonymous = [one.pk for one in profiles if one.naming == Profile.Naming.ANONYMOUS]
    rows = Copy.objects.filter(profile__in=anonymous, kind=Copy.Kind.PERSONAL).order_by().values("profile")
    counts = rows.annotate(asked=Count("pk"), ready=Count("pk", filter=Q(is_finished=True)))
    return {row["profile"]: (row["ready"], row["asked"]) for row in counts}


def note_of(rule: Rule, profile: Profile, turnout: dict[int, tuple[int, int]]) -> str:
    if rule.station != "checklist" or profile.pk not in turnout:
        return ""
    ready, asked = turnout[profile.pk]
    return f"Van de {asked} collega’s zijn er {ready} klaar; wie, is niet bekend."


@transaction.atomic
def remind(person: int, things: list[Open], today: date, *, by_hand: bool = False) -> bool:
    """One letter with all these things, unless nothing is new or there was a letter in the past week."""
    user = User.objects.select_for_update().get(pk=person)
    letters = Reminder.objects.filter(person=user)
    if not things or letters.filter(on__gt=today - WEEK).exists():
        return False
    due = {
        (one.profile.pk, one.station, one.until): f"{Reminder.BY_HAND}-{today}"
        if by_hand
        else stage_of(one.until, today)
        for one in things
    }
    had = set(letters.values_list("profile", "station", "until", "stage"))
    if all((*key, stage) in had for key, stage in due.items()):
        return False
    Reminder.objects.bulk_create(
        [
            Reminder(person=user, profile_id=profile, station=station, until=until, stage=stage, on=today)
            for (profile, station, until), stage in due.items()
        ],
        ignore_conflicts=True,
    )
    send(user, sorted(things, key=lambda one: one.until), today)
    return True


def send(user: User, things: list[Open], today: date) -> None:
    late = any(one.until < today for one in things)
    told = {
        "user": user, "things": things[:MOST], "more": len(things) - MOST, "late": late, "today": today,
        "several": len({one.profile.school_id for one in things}) > 1,
        "desk": settings.ADDRESS + reverse("desk"),
        "off": settings.ADDRESS + reverse("reminders_off", args=[signing.dumps(user.pk, salt=SALT)]),
    }  # fmt: skip
    first = f"{things[0].what}: {things[0].profile.school}"
    subject = (
        f"Herinnering: {first}" if len(things) == 1 else f"Herinnering: {len(things)} dingen wachten op je"
    )
    post(
        subject, render_to_string("desk/reminder.txt", told), user.email, attachments=[agenda(things[:MOST])]
    )


def agenda(things: list[Open]) -> Attachment:
    days = {
        f"profiel-{one.profile.pk}-{one.station}": Day(
            f"profiel-{one.profile.pk}-{one.station}",
            one.until,
            f"{one.what}: {one.profile.school}",
            one.link,
        )
        for one in things
    }
    return Attachment("agenda.ics", calendar(days.values()), "text/calendar")


def remind_school(profile: Profile, *, actor: Any, today: date) -> int:
    """The samenwerkingsverband reminds who is at turn at one school; it counts in the one a week."""
    reached = 0

    def change(locked: Profile, who: Actor) -> None:
        nonlocal reached
        awaiting = awaiting_in(Profile.objects.filter(pk=locked.pk))
        reached = sum(remind(person, things, today, by_hand=True) for person, things in awaiting.items())
        if not reached:
            raise Refused(
                "Iedereen die hier aan zet is kreeg deze week al een brief, of wil geen herinneringen per mail."
                if awaiting
                else "Hier is nu niemand aan zet met een account en een datum."
            )

    perform("remind_school", profile, actor=actor, change=change)
    return reached


def person_of_link(token: str) -> User | None:
    try:
        return User.objects.filter(pk=signing.loads(token, salt=SALT), is_active=True).first()
    except signing.BadSignature:
        return None


@transaction.atomic
def set_reminders(user: User, wanted: bool) -> None:
    User.objects.filter(pk=user.pk).update(wants_reminders=wanted)
    who = Actor(user=user, name=user.name, role="")
    record("set_reminders", actor=who, place=f"user/{user.pk}", data={"wanted": wanted})
