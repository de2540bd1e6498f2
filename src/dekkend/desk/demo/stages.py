"""How far a school of the demonstration has come: every step is the real act by somebody who may do it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from dekkend.adoption import actions as adoption
from dekkend.adoption.models import PupilVoice
from dekkend.audit.actions import Actor
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import settle
from dekkend.profile.version.actions import submit
from dekkend.profile.version.compile import school_facts
from dekkend.profile.version.fill import fill
from dekkend.profile.version.sample import sample_content
from dekkend.publication.actions import publish

from .people import People
from .talks import hold_talk, plan_talk, run_talk
from .team import answer_as_team, ask_in_part, ask_the_rest, hand_out_slips

# In these wijken schools are still on the road; elsewhere all are known, so that white spots can be certain.
ON_THE_ROAD = ("Poort-Hout", "Buiten 1")
STAGES = (
    "published", "profile", "checklist", "adoption", "council", "dialogue", "adopted", "pupils", "checklist",
    "profile", "council",
)  # fmt: skip
ORDER = ("checklist", "dialogue", "profile", "pupils", "council", "adoption", "adopted", "published")


def stage_of(profile: Profile, number: int) -> str:
    """How far the school that is filled as this one has come."""
    if str(profile.school.area) in ON_THE_ROAD:
        return STAGES[number % len(STAGES)]
    return "adopted" if number % 7 == 3 else "published"


def walk(profile: Profile, stage: str, people: People, *, seed: int, talking: bool = False) -> None:
    """Bring an empty profile to this stage; `talking`: the team is in its talk now."""
    reached = ORDER.index(stage)
    content = sample_content(profile.format, seed=seed, school=school_facts(profile.school))
    trimmed(content, stage)
    who = Actor(people.head, people.head.name, "directeur")
    fill(profile, content, actor=who, agreed=reached > ORDER.index("dialogue"))
    if stage == "dialogue":
        answer_as_team(profile, people.team, seed=seed)
        ask_the_rest(profile, people.head)
        if talking:
            run_talk(profile, people, seed=seed)
        else:
            plan_talk(profile, people)
    if stage == "checklist":
        # Some of the schools that have just begun ask by name, others anonymously.
        (ask_in_part if seed % 4 else hand_out_slips)(profile, people.head, seed=seed)
    if stage in ("profile", "pupils"):
        hold_talk(profile, people)
    if reached >= ORDER.index("pupils"):
        hear_pupils(profile, content)
    settle(profile)
    if reached >= ORDER.index("council"):
        submit(profile, actor=people.head)
        decide(profile, stage, people)


def trimmed(content: dict[str, Any], stage: str) -> None:
    """A school that has just begun has written less."""
    if stage in ("checklist", "dialogue"):
        for name in ("texts", "arrangements", "boundaries", "improvements", "provisions", "specialisations"):
            content.pop(name, None)
    if stage == "checklist":
        answers = content["checklist"]["answers"]
        for item in list(answers)[len(answers) // 2 :]:
            del answers[item]
    if stage == "profile":
        content.pop("boundaries", None)
        content["provisions"] = content.get("provisions", [])[:2]


def hear_pupils(profile: Profile, content: dict[str, Any], on: date | None = None) -> None:
    told = content.get("pupils", {})
    PupilVoice.objects.create(
        profile=profile,
        method=told.get("method", ""),
        said=told.get("said", ""),
        changed=told.get("changed", ""),
        # Before the council advises, on whatever day the demonstration is made.
        heard_on=on or timezone.localdate() - timedelta(days=21),
        revision=1,
    )


def decide(profile: Profile, stage: str, people: People) -> None:
    board = people.boards[profile.school.board_id]
    today = timezone.localdate()
    adoption.ask_advice(profile, actor=board, term_ends=today + timedelta(days=42))
    if stage == "council":
        return
    adoption.advise(
        profile,
        actor=people.council,
        kind="positive",
        text="De MR adviseert positief. Het profiel is helder.",
    )
    adoption.reply(profile, actor=board, text="Wij danken de MR en nemen het advies over.")
    if stage == "adoption":
        return
    adoption.adopt(profile, actor=board, on=today, valid_until=date(today.year + 3, 7, 31))
    if stage == "published":
        publish(profile, actor=people.head)
