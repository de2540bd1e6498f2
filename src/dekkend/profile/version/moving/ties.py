"""What the texts of a profile are tied to goes on under the new keys: sources of paragraphs, causes of points, and what
came along from last year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dekkend.formats.compare import Comparison
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.models import Carried, ColumnText, ImprovementPoint, ProvisionText, SectionText
from dekkend.profile.writing.origins import QUESTION
from dekkend.profile.writing.unchanged import ROWS_OF_KIND

from .journal import Journal


class Ties:
    """`names`: item -> the item under which it goes on, where that has another key.

    With `back` the way back: what people wrote meanwhile names items of the later version.
    """

    def __init__(self, profile: Profile, found: Comparison, journal: Journal, *, back: bool = False) -> None:
        self.profile, self.journal = profile, journal
        self.heirs = origins_of(found) if back else found.heirs
        self.names = {old: new[0] for old, new in self.heirs.items() if new and old not in new}
        first, then = (found.after, found.before) if back else (found.before, found.after)
        # A part that is known by its kind can have another key; its rows do not name it.
        self.parts = {
            old.id: new.id
            for kind in ROWS_OF_KIND
            if (old := first.section_of_kind(kind)) and (new := then.section_of_kind(kind))  # type: ignore[arg-type]
        }

    def all(self) -> None:
        self.points()
        self.origins()
        self.carried()

    def points(self) -> None:
        for row in self.profile.improvements.all():
            is_item = row.source_kind == ImprovementPoint.Source.ITEM
            ref = self.names.get(row.source_ref, row.source_ref) if is_item else row.source_ref
            more = [self.cause(each) for each in row.more_sources]
            self.journal.change(row, source_ref=ref, more_sources=more)

    def cause(self, cause: dict[str, Any]) -> dict[str, Any]:
        if cause["kind"] != ImprovementPoint.Source.ITEM:
            return cause
        return {**cause, "ref": self.names.get(cause["ref"], cause["ref"])}

    def origins(self) -> None:
        """Every paragraph keeps its tie to the items it was made of."""
        texts = SectionText.objects.filter(profile=self.profile)
        columns = ColumnText.objects.filter(arrangement__profile=self.profile)
        provisions = ProvisionText.objects.filter(profile=self.profile)
        for row in (*texts, *columns, *provisions):
            self.journal.change(row, origins=self.tied(row.origins), gone=self.tied(row.gone))

    def tied(self, entries: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        return [each if each.get("kind") == QUESTION else self.entry(each) for each in entries]

    def entry(self, entry: dict[str, Any]) -> dict[str, Any]:
        """`also` names the other items of a first draft."""
        found = dict(entry)
        if source := entry.get("source"):
            found["source"] = self.names.get(source, source)
        if also := entry.get("also"):
            renamed = (self.names.get(each, each) for each in also.split())
            found["also"] = " ".join(each for each in dict.fromkeys(renamed) if each != found["source"])
        return found

    def carried(self) -> None:
        """What was looked at stays looked at: a tick is of the words of an answer, whatever its item is called."""
        for row in Carried.objects.filter(profile=self.profile):
            walked = {
                new: seal for old, seal in row.walked.items() for new in self.heirs.get(old, (old,)) or (old,)
            }
            self.journal.change(
                row, walked=walked, parts=self.by_part(row.parts), looked=self.by_part(row.looked)
            )

    def by_part(self, told: Mapping[str, Any]) -> dict[str, Any]:
        return {self.parts.get(key, key): value for key, value in told.items()}


def origins_of(found: Comparison) -> dict[str, tuple[str, ...]]:
    """New item -> the old item it came from, the first of those that were joined."""
    return {step.after.id: (step.before[0].id,) for step in found.steps if step.after and step.before}
