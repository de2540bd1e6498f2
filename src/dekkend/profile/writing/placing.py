"""Where a bouwsteen can be put, and where it already stands."""

from __future__ import annotations

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
    sources: frozenset[str] = frozenset()  # what was put in


@dataclass(frozen=True)
class Placed:
    """A block as the page offers it."""

    block: Block
    places: tuple[str, ...]  # labels of the texts in which it stands
    can_go: bool  # there is a text in which it does not stand yet


def targets_in_section(profile: Profile, section: Section) -> tuple[Target, ...]:
    """The fields that hold text. One query. A text that was emptied holds no block any more."""
    pieces = [field for field in section.fields if field.kind == "text"] if section.draws else []
    rows = Insertion.objects.filter(text__profile=profile, text__section=section.id).exclude(text__text="")
    held = gathered(rows.values_list("text__field", "source")) if pieces else {}
    return tuple(Target(field.id, field.label, held.get(field.id, frozenset())) for field in pieces)


def targets_in_arrangement(arrangement: Arrangement, section: Section) -> tuple[Target, ...]:
    """The columns of one arrangement. One query."""
    rows = Insertion.objects.filter(column__arrangement=arrangement).exclude(column__text="")
    held = gathered(rows.values_list("column__column", "source"))
    return tuple(
        Target(column.id, column.title, held.get(column.id, frozenset())) for column in section.columns
    )


def gathered(pairs: object) -> dict[str, frozenset[str]]:
    held: dict[str, set[str]] = {}
    for key, source in pairs:  # type: ignore[attr-defined]
        held.setdefault(key, set()).add(source)
    return {key: frozenset(sources) for key, sources in held.items()}


def placed(quarry: Quarry, targets: tuple[Target, ...]) -> tuple[Placed, ...]:
    return tuple(
        Placed(
            block,
            tuple(target.label for target in targets if block.source in target.sources),
            block.is_offered and any(block.source not in target.sources for target in targets),
        )
        for block in quarry.blocks
    )
