"""Station 2 on the road."""

from __future__ import annotations

from dekkend.profile.base.models import Profile
from dekkend.profile.base.road import Progress, Station, register

from .queries import unsettled


def progress(profile: Profile) -> Progress:
    """Done when every item has an agreed answer, or says why not. One query."""
    waiting = unsettled(profile)
    if not waiting:
        return Progress(done=True)
    return Progress(False, f"Nog {waiting} {'onderdeel' if waiting == 1 else 'onderdelen'} zonder afspraak.")


register(Station("dialogue", "dialogue", "see_dialogue", "Het team spreekt de antwoorden af", progress))
