"""What this reader can do now with the sealed version: one step, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.forms import Form

from dekkend.process.engine import blockers, may
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Version
from dekkend.profile.version.forms import RecallForm

from .forms import AdoptForm, AdviceForm, AskForm, ReasonForm, ReplyForm, TalkForm
from .queries import advice_of, reply_of

# The first that is possible is the step; the others stand under it, folded.
MAIN = ("advise", "ask_advice", "reply", "record_talk", "adopt", "record_no_advice", "remind_council")
BESIDE = ("remind_council", "return", "recall")
FORMS: dict[str, Any] = {
    "advise": lambda profile: AdviceForm(),
    "ask_advice": lambda profile: AskForm(profile=profile),
    "reply": lambda profile: ReplyForm(advice=advice_of(profile.sealed)),
    "record_talk": lambda profile: TalkForm(),
    "adopt": lambda profile: AdoptForm(profile=profile, reply=reply_of(profile.sealed)),
    "return": lambda profile: ReasonForm(),
    "recall": lambda profile: RecallForm(),
}


@dataclass(frozen=True)
class Step:
    act: str
    form: Form | None
    is_open: bool = False  # shown unfolded: it came back with something to repair

    @property
    def template(self) -> str:
        return f"adoption/steps/{self.act}.html"


def steps(
    profile: Profile, version: Version, user: Any, bound: dict[str, Form]
) -> tuple[Step | None, list[Step]]:
    """The step and what is beside it. Nothing on a version that is not the sealed one. `bound`: forms sent back."""
    if version.pk != profile.sealed_id:
        return None, []
    main = next((act for act in MAIN if can(act, user, profile)), "")
    beside = [act for act in BESIDE if act != main and can(act, user, profile)]
    return (step(main, profile, bound) if main else None), [step(act, profile, bound) for act in beside]


def step(act: str, profile: Profile, bound: dict[str, Form]) -> Step:
    form = bound.get(act) or (FORMS[act](profile) if act in FORMS else None)
    return Step(act, form, is_open=act in bound)


def can(act: str, user: Any, profile: Profile) -> bool:
    """The role, the state and the guards; a reason is still to be written."""
    return may(act, user, profile) and not blockers(act, profile, reason="…")
