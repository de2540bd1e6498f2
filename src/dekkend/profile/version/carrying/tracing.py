"""Where each paragraph that comes along is from: since when it reads so, which answer it rests on, and where it stood
in a profile of before Dekkend.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dekkend.profile.writing.origins import EARLIER, Origin, Traced, paragraphs, same

from .fitting import Fit

Key = tuple[str, ...]


@dataclass(frozen=True)
class Then:
    """What last year's profile knows: its rows where they still are as sealed, else its content alone."""

    schooljaar: str
    content: dict[str, Any]
    texts: dict[
        Key, Traced
    ]  # ("texts", section, field), ("provisions", key) or ("columns", id in the content, column)
    fit: Fit

    def origins(self, key: Key, text: str) -> list[dict[str, str]]:
        """One for each paragraph of this text, as a row keeps them."""
        known = self.texts.get(key)
        pairs = known.pairs if known and known.text == text else [(one, Origin()) for one in paragraphs(text)]
        return [self.origin(part, origin).stored() for part, origin in pairs]

    def origin(self, part: str, was: Origin) -> Origin:
        is_old = was.kind == EARLIER and bool(was.since) and same(part, was.words)
        since = was.since if is_old else self.schooljaar
        value, said = self.agreed(was.source)
        # A source of which last year's version says nothing cannot be laid beside this year's.
        source = self.fit.sources.get(was.source, "") if value or said else ""
        if not source:
            return Origin(EARLIER, words=part, since=since, where=was.where)
        if self.fit.now.has_item(source) and source not in self.fit.same_items:
            value = ""  # an answer to something else: the tie stays, and nothing says "was"
        return Origin(EARLIER, source, words=part, value=value, said=said, since=since, where=was.where)

    def agreed(self, source: str) -> tuple[str, str]:
        """The answer of last year and the words it offered, of an item; of a question its summary."""
        checklist = self.content.get("checklist", {})
        if source in checklist.get("summaries", {}):
            return "", str(checklist["summaries"][source]).strip()
        told, before = checklist.get("answers", {}).get(source, {}), self.fit.before
        value = str(told.get("value", ""))
        if not value or before is None or not before.has_item(source):
            return "", ""
        return value, str(told.get("note", "")).strip() or before.item(source).sentence(value)
