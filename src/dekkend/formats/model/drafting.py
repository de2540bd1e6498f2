"""By which rules a first draft is made of what the school agreed. Data, and no expressions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# What a rule takes along of the first thing it looks at. note: the agreed note, if there is one. sentence: the
# sentence that the item has for this value. words: the note, and without one the sentence; of a question its summary.
Taken = Literal["", "note", "sentence", "words"]


@dataclass(frozen=True)
class DraftRule:
    """Speaks when everything it looks at has an agreed answer that is one of its values. Silent otherwise."""

    of: tuple[
        str, ...
    ]  # ids of items, or of questions: those by their standing, without values by their summary
    values: tuple[str, ...] = ()  # ids of values
    say: str = ""  # the sentences, Markdown
    take: Taken = ""  # what stands after them
    need: bool = False  # of an item with topics: those that belong to the need of the arrangement
    paragraph: bool = False  # True: begins a new paragraph
