"""Who hears of a step, by mail, when it is done. No text of a profile is mailed: the letter leads to the page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dekkend.audit.actions import Actor
from dekkend.kit.post import post
from dekkend.process.engine import after
from dekkend.profile.base.models import Profile
from dekkend.region.models import Membership


@dataclass(frozen=True)
class Letter:
    to: tuple[str, ...]  # roles
    subject: Any
    what: Any  # what happened and what is asked


LETTERS = {
    "tell_head": Letter(
        ("head",),
        _("Het profiel ligt klaar om in te dienen"),
        _("Alles staat in het ondersteuningsprofiel. Lees het na en dien het in bij het bestuur."),
    ),
    "submit": Letter(
        ("board",),
        _("Er ligt een profiel klaar"),
        _("De school heeft een ondersteuningsprofiel ingediend. De volgende stap: vraag de MR om advies."),
    ),
    "ask_advice": Letter(
        ("council",),
        _("Het bestuur vraagt de MR om advies"),
        _(
            "Het bestuur vraagt de MR om advies over het ondersteuningsprofiel. U kunt het lezen en uw advies geven."
        ),
    ),
    "remind_council": Letter(
        ("council",),
        _("Herinnering: advies over het ondersteuningsprofiel"),
        _("Het advies van de MR is er nog niet. Het bestuur herinnert u eraan."),
    ),
    "advise": Letter(
        ("board", "head"),
        _("De MR heeft advies gegeven"),
        _("De MR heeft advies gegeven. Het bestuur antwoordt schriftelijk."),
    ),
    "reply": Letter(
        ("council", "head"),
        _("Het bestuur reageert op het advies"),
        _("Het bestuur heeft schriftelijk gereageerd op het advies van de MR."),
    ),
    "adopt": Letter(
        ("head", "coordinator", "council"),
        _("Het profiel is vastgesteld"),
        _("Het bestuur heeft het ondersteuningsprofiel vastgesteld. De directeur kan het nu publiceren."),
    ),
    "return": Letter(
        ("head", "coordinator"),
        _("Het bestuur geeft het profiel terug"),
        _("Het bestuur heeft het profiel teruggegeven. Lees waarom, pas het aan en dien het opnieuw in."),
    ),
}


def write(letter: Letter, profile: Profile, *, actor: Actor, **details: Any) -> None:
    """A letter to each with the role here, but not to who did it; it goes when the act is certain."""
    here = Q(school=profile.school_id) | Q(board=profile.school.board_id)
    people = Membership.objects.filter(here, role__in=letter.to, user__is_active=True)
    to = {member.user.email for member in people.select_related("user") if member.user != actor.user}
    link = settings.ADDRESS + reverse("council", args=[profile.pk])
    text = render_to_string("adoption/letter.txt", {"letter": letter, "profile": profile, "link": link})
    for address in sorted(to):
        post(f"{letter.subject}: {profile.school}", text, address)


for act, letter in LETTERS.items():
    after(act, partial(write, letter))
