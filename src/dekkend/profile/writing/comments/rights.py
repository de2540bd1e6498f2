from __future__ import annotations

from typing import Any

from dekkend.process.engine import may
from dekkend.profile.base.models import Profile


def rights(user: Any, profile: Profile) -> dict[str, bool]:
    """For the templates of this room: what this person may do now."""
    return {"may_comment": may("comment", user, profile), "may_close": may("close_comment", user, profile)}
