"""The conditions of advice and decision. All are about the sealed version, never about an earlier one (rulings 7)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from dekkend.process.guards import guard
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import day

from .queries import advice_of, reply_of


@guard
def no_advice_given(profile: Profile, **details: Any) -> str:
    advice = advice_of(profile.sealed)
    if advice is None or not advice.is_given:
        return ""
    return _(
        "De MR heeft al advies gegeven. Terughalen kan niet meer; vraag het bestuur het profiel terug te geven."
    )


@guard
def advice_not_asked(profile: Profile, **details: Any) -> str:
    return _("De MR is al om advies gevraagd over deze versie.") if advice_of(profile.sealed) else ""


@guard
def advice_open(profile: Profile, **details: Any) -> str:
    advice = advice_of(profile.sealed)
    if advice is None:
        return _("Het bestuur heeft de MR nog niet om advies gevraagd over deze versie.")
    if advice.is_given:
        return _("De MR heeft al advies gegeven over deze versie.")
    return _("Er is al vastgelegd dat er geen advies kwam.") if advice.kind else ""


@guard
def term_passed(profile: Profile, **details: Any) -> str:
    advice = advice_of(profile.sealed)
    if advice is None or advice.is_past:
        return ""
    return _("De MR heeft nog tot en met {day} de tijd. Wacht die datum af.").format(
        day=day(advice.term_ends)
    )


@guard
def reminder_sent(profile: Profile, **details: Any) -> str:
    advice = advice_of(profile.sealed)
    if advice is None or advice.reminder_on:
        return ""
    return _("Herinner de MR eerst aan het advies.")


@guard
def advice_closed(profile: Profile, **details: Any) -> str:
    advice = advice_of(profile.sealed)
    if advice is None:
        return _("Vraag eerst de MR om advies over deze versie.")
    if not advice.kind:
        return _(
            "Er is nog geen advies van de MR over deze versie. Wacht erop, of leg na de termijn vast dat het niet kwam."
        )
    return ""


@guard
def reply_not_given(profile: Profile, **details: Any) -> str:
    return _("Het bestuur heeft al gereageerd op het advies.") if reply_of(profile.sealed) else ""


@guard
def reply_given(profile: Profile, **details: Any) -> str:
    return "" if reply_of(profile.sealed) else _("Reageer eerst schriftelijk op het advies van de MR.")


@guard
def talk_awaited(profile: Profile, **details: Any) -> str:
    reply = reply_of(profile.sealed)
    return "" if reply and reply.awaits_talk else _("Er is nu geen gesprek met de MR om vast te leggen.")


@guard
def talk_recorded(profile: Profile, **details: Any) -> str:
    reply = reply_of(profile.sealed)
    if reply is None or not reply.awaits_talk:
        return ""
    return _(
        "Het bestuur wijkt af van het advies. Leg eerst vast wanneer het verder sprak met de MR, en wat dat opleverde."
    )
