"""Stations 4, 5 and 6 on the road."""

from __future__ import annotations

from dekkend.kit.words import listed
from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import Progress, Station, day, register

from .models import PupilVoice
from .queries import advice_of, decision_of, reply_of


def pupils(profile: Profile) -> Progress:
    """One query."""
    row = PupilVoice.objects.filter(profile=profile).first() or PupilVoice()
    missing = [
        words
        for is_there, words in (
            (row.method.strip(), "hoe leerlingen gehoord zijn"),
            (row.said.strip(), "wat zij zeiden"),
            (row.changed.strip(), "wat dat veranderde"),
            (row.heard_on, "wanneer dat was"),
        )
        if not is_there
    ]
    if not missing:
        return Progress(done=True)
    return Progress(False, f"Schrijf nog op {listed(missing)}.")


def council(profile: Profile) -> Progress:
    """Whose turn it is until the advice is there. At most two queries."""
    if profile.state == Profile.State.PREPARING:
        decision = decision_of(profile.sealed)
        returned = decision is not None and decision.kind == "return"
        again = "Het bestuur gaf het profiel terug. Pas het aan en dien het opnieuw in."
        return Progress(False, again if returned else "Dien het profiel in.", turn="head")
    advice = advice_of(profile.sealed)
    if advice is None:
        return Progress(False, "Het bestuur vraagt de MR om advies.", turn="board")
    if advice.kind:
        return Progress(done=True)
    if advice.is_past:
        told = f"De termijn was {day(advice.term_ends)}. Het bestuur kan vastleggen dat er geen advies kwam."
        return Progress(False, told, turn="council")
    return Progress(
        False, f"Het bestuur vraagt het advies uiterlijk op {day(advice.term_ends)}.", turn="council"
    )


def adoption(profile: Profile) -> Progress:
    """At most one query: in this state there is an advice."""
    if profile.state in (Profile.State.ADOPTED, Profile.State.PUBLISHED):
        return Progress(done=True)
    reply = reply_of(profile.sealed)
    if reply is None:
        return Progress(False, "Het bestuur reageert schriftelijk op het advies.", turn="board")
    if reply.awaits_talk:
        return Progress(False, "Het bestuur wijkt af van het advies en praat verder met de MR.", turn="board")
    return Progress(False, "Het bestuur stelt het profiel vast of geeft het terug.", turn="board")


register(Station("pupils", "pupils", "see_pupils", "De intern begeleider is aan zet", pupils))
register(Station("council", "council", "see_road", "De MR is aan zet", council))
register(Station("adoption", "adoption", "see_road", "Het bestuur is aan zet", adoption))
