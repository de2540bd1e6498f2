"""Station 1 on the road."""

from __future__ import annotations

from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import Progress, Station, register

from .queries import shared_sheet, turnout_of, unasked


def progress(profile: Profile) -> Progress:
    """Done when the shared copy is full, or every colleague who was asked is ready and nothing is left unasked.

    One or two queries.
    """
    sheet = shared_sheet(profile, short=True)
    if sheet.is_complete:
        return Progress(done=True)
    turnout = turnout_of(profile)
    if turnout.asked:
        if not (profile.team_closed or turnout.finished == turnout.asked):
            return Progress(False, f"{turnout.finished} van de {turnout.asked} collega’s zijn klaar.")
        left = [item for item in unasked(profile.format, turnout) if not sheet.has_answer(item)]
        return Progress(not left, left_words(len(left)) if left else "")
    return Progress(False, f"Nog {sheet.total - sheet.answered} van de {sheet.total} onderdelen open.")


def left_words(number: int) -> str:
    if number == 1:
        return "Nog 1 onderdeel dat aan niemand gevraagd is: vul het in het gedeelde exemplaar in."
    return f"Nog {number} onderdelen die aan niemand gevraagd zijn: vul ze in het gedeelde exemplaar in."


register(
    Station(
        "checklist", "checklist", "see_checklist", "De intern begeleider en het team zijn aan zet", progress
    )
)
