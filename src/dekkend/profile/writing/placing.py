"""Where a bouwsteen can be put, and where it already stands."""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.formats.model import Section
from dekkend.profile.base.models import Profile
from dekkend.region.models import Provision

from .blocks import Block, Quarry
from .models import Arrangement
from .origins import Traced


@dataclass(frozen=True)
class Target:
    """A text that takes blocks: a field of a section or a column of an arrangement."""

    key: str
    label: str
    known: Traced

    def holds(self, block: Block) -> bool:
        """A paragraph came from it, or it stands there word for word."""
        return block.source in self.known.sources or stands_in(block.text, self.known.text)


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
    """The fields that hold text. No query beside the rows."""
    pieces = [field for field in section.fields if field.kind == "text"] if section.draws else []
    rows = {row.field: row.traced for row in profile.texts.all() if row.section == section.id}
    return tuple(Target(each.id, each.label, rows.get(each.id, Traced())) for each in pieces)


def targets_in_arrangement(arrangement: Arrangement, section: Section) -> tuple[Target, ...]:
    """The columns of one arrangement. No query beside the rows."""
    rows = {row.column: row.traced for row in arrangement.column_texts.all()}
    return tuple(Target(each.id, each.title, rows.get(each.id, Traced())) for each in section.columns)


def target_in_provision(profile: Profile, provision: Provision) -> Target:
    rows = {row.key: row.traced for row in profile.provision_texts.all()}
    return Target(provision.key, provision.title, rows.get(provision.key, Traced()))


def unused(quarry: Quarry, targets: tuple[Target, ...]) -> list[Block]:
    """What is offered and stands in none of these."""
    return [each.block for each in placed(quarry, targets) if each.block.is_offered and not each.places]


def placed(quarry: Quarry, targets: tuple[Target, ...]) -> tuple[Placed, ...]:
    return tuple(placed_in(block, targets) for block in quarry.blocks)


def placed_in(block: Block, targets: tuple[Target, ...]) -> Placed:
    there = tuple(target.label for target in targets if target.holds(block))
    return Placed(block, there, can_go=block.is_offered and len(there) < len(targets))
