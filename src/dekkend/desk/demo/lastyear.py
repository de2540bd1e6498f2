"""The year before: schools that walked the whole road, so that this year has something to stand beside.

The acts are real and happen now; afterwards their days are put where they belong, a year ago.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from dekkend.adoption import actions as adoption
from dekkend.adoption.models import Advice, Reply
from dekkend.audit.actions import Actor
from dekkend.audit.models import Event
from dekkend.formats.model import Format
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import settle
from dekkend.profile.models import Version
from dekkend.profile.version.actions import submit
from dekkend.profile.version.compile import school_facts
from dekkend.profile.version.fill import fill
from dekkend.profile.version.sample import sample_content
from dekkend.publication.actions import publish
from dekkend.publication.models import Publication
from dekkend.region.models import Round, School

from .people import People
from .stages import hear_pupils
from .team import answer_as_team

# Act -> month and day in the spring before the schooljaar begins; what is not named was done in winter.
DAYS = {
    "submit": (3, 20),
    "ask_advice": (3, 24),
    "advise": (4, 21),
    "reply": (5, 12),
    "adopt": (6, 2),
    "publish": (7, 3),
}
WINTER, HEARD, TERM = (1, 19), (3, 5), (5, 5)
CHANGED = 0.12  # so many answers became better since then


def walk_last_year(round: Round, seeds: Mapping[School, int], people: People) -> None:
    """School -> the seed of its content; its answers differ a little from this year's."""
    Profile.objects.bulk_create(Profile(school=school, round=round) for school in seeds)
    profiles = list(Profile.objects.with_places().in_round(round).order_by("school__brin6"))
    for profile in profiles:
        walk_to_the_end(profile, people, seed=seeds[profile.school])
    put_back(round, profiles)


def walk_to_the_end(profile: Profile, people: People, *, seed: int) -> None:
    board, year = people.boards[profile.school.board_id], profile.round.first_year
    content = sample_content(profile.format, seed=seed, school=school_facts(profile.school))
    a_year_younger(content, profile.format, seed)
    fill(profile, content, actor=Actor(people.head, people.head.name, "directeur"))
    answer_as_team(profile, people.team, seed=seed + 1)
    hear_pupils(profile, content, on=date(year, *HEARD))
    settle(profile)
    version = submit(profile, actor=people.head)
    # Before the adoption: the papers that are made then say these days.
    Version.objects.filter(pk=version.pk).update(sealed_at=moment(year, "submit"))
    adoption.ask_advice(profile, actor=board, term_ends=timezone.localdate() + timedelta(days=42))
    adoption.advise(profile, actor=people.council, kind="positive", text="De MR adviseert positief.")
    adoption.reply(profile, actor=board, text="Wij danken de MR en nemen het advies over.")
    Advice.objects.filter(version=version).update(
        asked_on=day(year, "ask_advice"), term_ends=date(year, *TERM), given_on=day(year, "advise")
    )
    Reply.objects.filter(version=version).update(given_on=day(year, "reply"))
    profile.refresh_from_db()
    adoption.adopt(profile, actor=board, on=day(year, "adopt"), valid_until=date(year + 3, 7, 31))
    publish(profile, actor=people.head)


def a_year_younger(content: dict[str, Any], fmt: Format, seed: int) -> None:
    """Some of what is in order now was still in development then."""
    chance = random.Random(seed)  # noqa: S311  an example, no secret
    growing = next((value.id for value in fmt.scale.values if value.may_improve), "")
    for item in fmt.items:
        answer = content["checklist"]["answers"].get(item.id)
        if not growing or not answer or item.topics or fmt.scale.get(answer["value"]).mark != "full":
            continue
        if chance.random() < CHANGED:
            answer |= {"value": growing, "note": item.sentence(growing)}

    without_newest(content)


def without_newest(content: dict[str, Any]) -> None:
    """One arrangement came since, and one text got its last sentence: so the council has something new to read."""
    if len(content["arrangements"]) > 1:
        gone = content["arrangements"].pop()["id"]
        content["improvements"] = [
            point for point in content["improvements"] if point["source"].get("ref") != gone
        ]
    for fields in content["texts"].values():
        for name, text in fields.items():
            before, _, _ = str(text).rpartition(". ")
            if before:
                fields[name] = f"{before}."
                return


def put_back(round: Round, profiles: list[Profile]) -> None:
    """The days of what happened: in the history, and where others see the pace of a school."""
    events = Event.objects.filter(place__in=[profile.place for profile in profiles])
    for act in DAYS:
        events.filter(act=act).update(at=moment(round.first_year, act))
    events.filter(act="ask_advice").update(data={"term_ends": date(round.first_year, *TERM).isoformat()})
    events.exclude(act__in=DAYS).update(at=at_nine(date(round.first_year, *WINTER)))
    published = day(round.first_year, "publish")
    Profile.objects.filter(pk__in=[profile.pk for profile in profiles]).update(moved_on=published)
    Publication.objects.filter(profile__in=profiles).update(published_on=published)


def day(year: int, act: str) -> date:
    return date(year, *DAYS[act])


def moment(year: int, act: str) -> datetime:
    return at_nine(day(year, act))


def at_nine(on: date) -> datetime:
    return timezone.make_aware(datetime.combine(on, time(9)))
