"""Where a bouwsteen can be put, and where it already stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dekkend.formats.model import Section
from dekkend.profile.base.models import Profile

from .blocks import Block, Quarry
from .models import Arrangement, Insertion


@dataclass(frozen=True)
class Target:
    """A text that takes blocks: a field of a section or a column of an arrangement."""

    key: str
    label: str
    text: str
    sources: set[str]  # what was put in

    def holds(self, block: Block) -> bool:
        """Put in before, or standing there word for word. A text that was emptied holds nothing any more."""
        return bool(self.text.strip()) and (block.source in self.sources or stands_in(block.text, self.text))


def stands_in(words: str, text: str) -> bool:
    """Word for word, however the lines break."""
    return bool(words.strip()) and " ".join(words.split()) in " ".join(text.split())


@dataclass(frozen=True)
class Placed:
    """A block as the page offers it."""

    block: Block
    places: tuple[str, ...]  # labels of the texts in which it stands
    can_go: bool  # there is a text in which it does not stand yet


def targets_in_section(profile: Profile, section: Section) -> tuple[Target, ...]:
    """The fields that hold text. One query beside the rows."""
    pieces = [field for field in section.fields if field.kind == "text"] if section.draws else []
    if not pieces:
        return ()
    rows = Insertion.objects.filter(text__profile=profile, text__section=section.id)
    held = gathered(rows.values_list("text__field", "source"))
    texts = {row.field: row.text for row in profile.texts.all() if row.section == section.id}
    return tuple(Target(each.id, each.label, texts.get(each.id, ""), held[each.id]) for each in pieces)


def targets_in_arrangement(arrangement: Arrangement, section: Section) -> tuple[Target, ...]:
    """The columns of one arrangement. One query beside the rows."""
    rows = Insertion.objects.filter(column__arrangement=arrangement)
    held = gathered(rows.values_list("column__column", "source"))
    texts = {row.column: row.text for row in arrangement.column_texts.all()}
    return tuple(
        Target(each.id, each.title, texts.get(each.id, ""), held[each.id]) for each in section.columns
    )


def gathered(pairs: Iterable[tuple[str, str]]) -> defaultdict[str, set[str]]:
    held: defaultdict[str, set[str]] = defaultdict(set)
    for key, source in pairs:
        held[key].add(source)
    return held


def placed(quarry: Quarry, targets: tuple[Target, ...]) -> tuple[Placed, ...]:
    return tuple(placed_in(block, targets) for block in quarry.blocks)


def placed_in(block: Block, targets: tuple[Target, ...]) -> Placed:
    there = tuple(target.label for target in targets if target.holds(block))
    return Placed(block, there, can_go=block.is_offered and len(there) < len(targets))
