from __future__ import annotations

from typing import Any

from dekkend.process.guards import guard
from dekkend.profile.base.models import Profile

from .queries import with_rows
from .unread import unread_drafts


@guard
def drafts_read(profile: Profile, **details: Any) -> str:
    """What the program drafted is nobody's text until somebody edited or approved it."""
    found = unread_drafts(with_rows(Profile.objects.with_places().get(pk=profile.pk)))
    if not found:
        return ""
    first = " ".join(str(each) for each in found[:3])
    more = f" En nog {len(found) - 3} andere." if len(found) > 3 else ""
    return f"Er staat nog een eerste opzet die niemand heeft bekeken. {first}{more}"
