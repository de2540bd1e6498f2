"""A new arrangement with everything of another: of this year's, or of last year's adopted version."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from dekkend.audit.actions import Actor
from dekkend.formats.model import Section
from dekkend.process.engine import hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.carried import Earlier, arrangement_rows, in_columns_of
from dekkend.profile.writing.models import Arrangement, ColumnText, Thing
from dekkend.profile.writing.proposals import name_of

from .offer import last_place
from .rows import ACT, begin, settled

COPY = " (kopie)"


@transaction.atomic
def copy_arrangement(arrangement: Arrangement, *, actor: Any) -> Arrangement:
    """The copy stands last and says that it is one, so that the two are told apart."""
    profile = arrangement.profile
    who = hold(ACT, profile, actor=actor)
    longest = Arrangement._meta.get_field("title").max_length or 0
    values = {name: getattr(arrangement, name) for name in Arrangement.written}
    values["title"] = name_of(profile.format, arrangement)[: longest - len(COPY)] + COPY
    values["position"] = last_place(profile.arrangements)
    parts: list[ColumnText | Thing] = [
        *(
            ColumnText(column=told.column, text=told.text, origins=told.origins, gone=told.gone)
            for told in arrangement.column_texts.all()
        ),
        *(
            Thing(**{name: getattr(thing, name) for name in Thing.written})
            for thing in arrangement.things.all()
        ),
    ]
    return begun(profile, Arrangement(profile=profile, **values), parts, who)


@transaction.atomic
def take_over(profile: Profile, section: Section, earlier: Earlier, *, actor: Any) -> Arrangement:
    """From last year's adopted version, which stays as it is."""
    who = hold(ACT, profile, actor=actor)
    row, parts = arrangement_rows(profile, earlier.told, last_place(profile.arrangements))
    return begun(profile, row, in_columns_of(section, parts), who)


def begun(profile: Profile, row: Arrangement, parts: list[ColumnText | Thing], who: Actor) -> Arrangement:
    begin(row, actor=who)
    for part in parts:
        part.arrangement = row
        begin(part, actor=who)
    settled(profile)
    return row
