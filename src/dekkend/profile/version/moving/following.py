"""How every row that names an item goes on under the new version. What names nothing of it any more stays as it is.

Rows are renamed in place, so that their history, their evidence and their origins go along.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from dekkend.formats.compare import Comparison, Step
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.models import Answer, Copy, Evidence
from dekkend.profile.dialogue.models import Agreement
from dekkend.profile.talk.models import AgendaItem, Showing

from .fitting import fitted, joined
from .journal import Journal
from .ties import Ties

WORDS = ("note", "reason")  # of an answer or an agreement, that are put together when items are joined


class Follower:
    """One profile that goes along with one comparison."""

    def __init__(self, profile: Profile, found: Comparison, journal: Journal) -> None:
        self.profile, self.found, self.journal = profile, found, journal
        self.ties = Ties(profile, found, journal)
        self.looks: set[str] = set()  # new items of which an answer of the school came along and wants a look

    @cached_property
    def lost(self) -> bool:
        """A value of the scale is gone."""
        return any(value.id not in self.found.after.scale for value in self.found.before.scale.values)

    def all(self) -> None:
        self.answers()
        self.answered(list(self.profile.agreements.all()), {"profile": self.profile}, Agreement, mine=True)
        self.covers()
        self.talks()
        self.ties.all()

    def answers(self) -> None:
        rows: dict[Any, list[Answer]] = {}
        for row in Answer.objects.filter(copy__profile=self.profile).select_related("copy"):
            rows.setdefault(row.copy_id, []).append(row)
        for copy in self.profile.copies.all():
            shared = copy.kind == Copy.Kind.SHARED
            self.answered(rows.get(copy.pk, []), {"copy": copy}, Answer, mine=shared)

    def answered(self, rows: list[Any], owner: dict[str, Any], model: Any, *, mine: bool) -> None:
        """`mine`: of the school together. What colleagues said of two items is never made one: from the numbers
        before and after one could tell who answered the two differently.
        """
        by_item = {row.item: row for row in rows}
        for step in self.found.steps:
            if step.after is None or not step.before:
                continue
            if step.state == "joined":
                came = self.join(step, by_item) if mine else None
            else:
                came = self.carry(step, by_item, owner, model)
            if came is not None and mine and is_to_be_seen(step, came):
                self.looks.add(step.after.id)

    def carry(self, step: Step, by_item: dict[str, Any], owner: dict[str, Any], model: Any) -> Any:
        """Rename the row, or copy it for a second heir. The row that answers the new item now, None when none does."""
        assert step.after
        old, new = step.before[0].id, step.after.id
        row = by_item.get(old)
        if row is None or (old != new and new in by_item):
            return by_item.get(new)
        heirs = self.found.heirs[old]
        if new != (old if old in heirs else heirs[0]):
            return None if is_blank(row) else self.double(row, step, owner, model)
        wanted = {"item": new}
        if step.state != "kept" or self.lost:
            wanted |= fitted(self.found.after, step.after, row.value, row.topics)
        was = is_blank(row)
        self.journal.change(row, **wanted)
        return None if was else row

    def double(self, row: Any, step: Step, owner: dict[str, Any], model: Any) -> Any:
        assert step.after
        values = {name: getattr(row, name) for name in row.written}
        # The row may have been fitted to the first heir already; what is lost there is lost here.
        values |= fitted(self.found.after, step.after, row.value, row.topics)
        made = self.journal.make(model(**owner, item=step.after.id, **values))
        if isinstance(row, Answer):
            for each in row.places_to_look.filter(kind=Evidence.Kind.LINK):
                made.places_to_look.create(kind=each.kind, title=each.title, url=each.url)
        return made

    def join(self, step: Step, by_item: dict[str, Any]) -> Any:
        assert step.after
        new, keys = step.after.id, [item.id for item in step.before]
        rows = [row for key in keys if (row := by_item.get(key)) and not is_blank(row)]
        if not rows or (new not in keys and new in by_item):
            return None
        first = by_item.get(new) or rows[0]
        told = joined(rows, len(keys), WORDS)
        told |= fitted(self.found.after, step.after, told["value"], first.topics)
        self.journal.change(first, item=new, **told)
        return first

    def covers(self) -> None:
        """Who was asked an item is asked all that comes from it. Nobody is asked everything because all is gone."""
        for copy in self.profile.copies.exclude(covers=[]):
            heirs = [new for old in copy.covers for new in self.found.heirs.get(old, ())]
            if heirs:
                self.journal.change(copy, covers=list(dict.fromkeys(heirs)))

    def talks(self) -> None:
        for model in (AgendaItem, Showing):
            rows: list[Any] = list(model.objects.filter(talk__profile=self.profile))
            have = {(row.talk_id, row.item) for row in rows}
            for row in rows:
                new = self.ties.names.get(row.item)
                if new and (row.talk_id, new) not in have:
                    have.add((row.talk_id, new))
                    self.journal.change(row, item=new)


def is_to_be_seen(step: Step, row: Any) -> bool:
    """Other words, a part of what it was, or more than it was. What has no value is asked anew anyway."""
    return step.state in ("reworded", "split", "joined") and bool(row.value)


def is_blank(row: Any) -> bool:
    return not (row.value or row.topics or row.note or row.reason)
