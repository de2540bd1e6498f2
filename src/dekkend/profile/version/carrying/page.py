"""The page "Vorig jaar": one list for each thing that may need a look."""

from __future__ import annotations

from typing import Any

from dekkend.profile.base.models import Profile
from dekkend.profile.writing.models import Carried


def shown(profile: Profile, carried: Carried) -> dict[str, Any]:
    return {"homeless": carried.homeless}
