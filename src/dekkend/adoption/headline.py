"""What is the case with a version, as the heading of its page. "U" for the council, "je" for school and board."""

from __future__ import annotations

from typing import NamedTuple

from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import day
from dekkend.profile.models import Version

from .models import Decision
from .queries import advice_of, decision_of, reply_of

ADVISED = {
    "positive": "De MR adviseert positief",
    "remarks": "De MR adviseert positief, met opmerkingen",
    "negative": "De MR adviseert negatief",
    "none": "Binnen de termijn kwam er geen advies",
}


class Headline(NamedTuple):
    title: str
    lead: str


def headline(profile: Profile, version: Version, *, act: str) -> Headline:
    """`act`: the step that this reader can take now, "" for who only reads."""
    decision = decision_of(version)
    if decision is not None:
        return decided(profile, version, decision)
    if version.pk != profile.sealed_id:
        return Headline(
            f"Versie {version.number} is niet meer aan de orde",
            f"De school diende later versie {latest(profile)} in.",
        )
    if profile.state == Profile.State.PREPARING:
        return Headline(
            f"Versie {version.number} is teruggehaald",
            "De school past het profiel aan en dient het opnieuw in.",
        )
    return STEPS[act](profile, version) if act in STEPS else waiting(profile, version)


def latest(profile: Profile) -> int:
    return profile.sealed.number if profile.sealed else 0


def decided(profile: Profile, version: Version, decision: Decision) -> Headline:
    if decision.kind == Decision.Kind.RETURN:
        return Headline(
            f"Het bestuur gaf versie {version.number} terug op {day(decision.on)}",
            "De reden staat onderaan deze bladzijde.",
        )
    until = f"Het geldt tot er een nieuw profiel is, en uiterlijk tot en met {day(decision.valid_until)}."
    return Headline(f"Dit profiel is vastgesteld op {day(decision.on)}", until)


def to_advise(profile: Profile, version: Version) -> Headline:
    what = f"In dit profiel staat welke ondersteuning {profile.school} kan bieden."
    return Headline(
        "Wat vindt de MR van dit profiel?", f"{what} Het bestuur stelt het vast nadat u advies gaf."
    )


def to_ask(profile: Profile, version: Version) -> Headline:
    return Headline(
        "Vraag de MR om advies over dit profiel",
        "Zonder advies, of een verstreken termijn, kun je het niet vaststellen.",
    )


def to_reply(profile: Profile, version: Version) -> Headline:
    advice = advice_of(version)
    return Headline(
        ADVISED[advice.kind if advice else "none"],
        "Reageer schriftelijk. Daarna kun je het profiel vaststellen.",
    )


def to_talk(profile: Profile, version: Version) -> Headline:
    return Headline(
        "Spreek verder met de MR",
        "Je wijkt af van het advies. Leg vast wat het gesprek opleverde; daarna kun je vaststellen.",
    )


def to_adopt(profile: Profile, version: Version) -> Headline:
    advice = advice_of(version)
    told = ADVISED[advice.kind if advice else "none"]
    return Headline(
        "Stel je dit profiel vast?", f"{told}. Je reactie is gegeven: vaststellen of teruggeven kan nu."
    )


def too_late(profile: Profile, version: Version) -> Headline:
    return Headline(
        "De termijn voor het advies is voorbij",
        "Er kwam geen advies. Leg dat vast; daarna kun je reageren en vaststellen.",
    )


STEPS = {
    "advise": to_advise,
    "ask_advice": to_ask,
    "reply": to_reply,
    "record_talk": to_talk,
    "adopt": to_adopt,
    "record_no_advice": too_late,
}


def waiting(profile: Profile, version: Version) -> Headline:
    """For who reads while another is at turn."""
    advice, reply = advice_of(version), reply_of(version)
    if advice is None:
        return Headline(
            f"Versie {version.number} ligt bij het bestuur", "Het bestuur vraagt de MR om advies."
        )
    if not advice.kind:
        return Headline(
            f"Versie {version.number} ligt bij de MR",
            f"De MR kan adviseren tot en met {day(advice.term_ends)}.",
        )
    next = (
        "Het bestuur besluit nu."
        if reply and not reply.awaits_talk
        else "Het bestuur praat verder met de MR."
        if reply
        else "Het bestuur reageert schriftelijk."
    )
    return Headline(ADVISED[advice.kind], next)
