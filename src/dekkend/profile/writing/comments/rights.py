from __future__ import annotations

from typing import Any

from dekkend.process.engine import may
from dekkend.profile.base.models import Profile


def rights(user: Any, profile: Profile) -> dict[str, bool]:
    """For the templates of this room: what this person may do now."""
    acts = {
        "may_comment": "comment",
        "may_suggest": "suggest",
        "may_close": "close_comment",
        "may_settle": "settle_suggestion",
    }
    return {name: may(act, user, profile) for name, act in acts.items()}
