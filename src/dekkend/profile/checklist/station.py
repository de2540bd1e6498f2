"""Station 1 on the road."""

from __future__ import annotations

from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import Progress, Station, register

from .queries import shared_sheet, turnout_of


def progress(profile: Profile) -> Progress:
    """Done when the shared copy is full, or every colleague who was asked is ready. One or two queries."""
    sheet = shared_sheet(profile, short=True)
    if sheet.is_complete:
        return Progress(done=True)
    turnout = turnout_of(profile)
    if turnout.asked:
        done = profile.team_closed or turnout.finished == turnout.asked
        return Progress(
            done, "" if done else f"{turnout.finished} van de {turnout.asked} collega’s zijn klaar."
        )
    return Progress(False, f"Nog {sheet.total - sheet.answered} van de {sheet.total} onderdelen open.")


register(
    Station(
        "checklist", "checklist", "see_checklist", "De intern begeleider en het team zijn aan zet", progress
    )
)
