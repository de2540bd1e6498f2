from __future__ import annotations

from typing import Any

from django.utils import timezone

from dekkend.process.guards import guard
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.parts import QUESTION, split

from .compile import content_of
from .content import gaps
from .moving.queries import open_items
from .told import head_told


@guard
def profile_complete(profile: Profile, **details: Any) -> str:
    """Every required field, an agreed answer or explained gap for every item, provisions and pupils' voice."""
    missing = gaps(content_of(profile), profile.format)
    if not missing:
        return ""
    first = " ".join(str(gap) for gap in missing[:3])
    more = f" En nog {len(missing) - 3} andere punten." if len(missing) > 3 else ""
    return f"Nog niet alles is klaar. {first}{more}"


@guard
def moves_looked_at(profile: Profile, **details: Any) -> str:
    """After the checklist got a new version nothing is sealed that was carried along and not looked at."""
    waiting = [profile.format.item(item).number for item in open_items(profile)]
    if not waiting:
        return ""
    return f"De checklist is vernieuwd. Kijk eerst na of deze antwoorden nog kloppen: {', '.join(waiting)}."


@guard
def points_answered(profile: Profile, **details: Any) -> str:
    """Of every improvement point of last year somebody said what became of it: nothing is decided by itself."""
    asked, _ = split(profile)
    return QUESTION.format(asked[0].title) if asked else ""


@guard
def head_not_told(profile: Profile, **details: Any) -> str:
    """One letter a day is enough to be heard."""
    told = head_told(profile)
    if told is None or timezone.localdate(told.at) < timezone.localdate():
        return ""
    return "De directeur kreeg vandaag al bericht. Morgen kan het opnieuw."


@guard
def version_sealed(profile: Profile, **details: Any) -> str:
    return "" if profile.sealed_id else "Dit profiel is nog niet ingediend."
