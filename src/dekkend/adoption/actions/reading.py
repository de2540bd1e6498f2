from __future__ import annotations

from django.utils.translation import gettext as _

from dekkend.process.engine import Refused
from dekkend.profile.base.models import Profile
from dekkend.profile.models import Version


def sealed(profile: Profile) -> Version:
    assert profile.sealed is not None, "a submitted profile has a sealed version"
    return profile.sealed


def as_read(profile: Profile, number: int) -> None:
    """Who acts has read this version: between page and button another may have been sealed. 0: not said."""
    if number and sealed(profile).number != number:
        told = _(
            "Intussen is versie {number} ingediend. Lees die eerst: wat je schreef, ging over een eerdere versie."
        )
        raise Refused(told.format(number=sealed(profile).number))
