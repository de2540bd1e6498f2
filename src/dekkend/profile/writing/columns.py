"""The columns of one arrangement as the page shows them: helper questions, things, text, and what can be added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from django.forms import BaseForm

from dekkend.formats.model import Column, Format, Offer, Pick, Section
from dekkend.profile.base.models import Profile

from .amounts import how, terms
from .blocks import Block
from .forms import ThingForm
from .lines import Line, column_lines
from .models import Arrangement, ImprovementPoint, Thing
from .proposals import Source, name_of, point_of, shortage_ref


@dataclass(frozen=True)
class ThingSheet:
    thing: Thing
    form: BaseForm
    how: str  # how much, how often: one line
    point: int | None  # the improvement point that was made of its shortage


@dataclass(frozen=True)
class ColumnSheet:
    column: Column
    line: Line
    things: list[ThingSheet]
    picks: list[tuple[str, list[Pick]]]  # group -> picks, "" for none


def columns_of(
    profile: Profile, section: Section, arrangement: Arrangement, blocks: Mapping[str, Block]
) -> list[ColumnSheet]:
    """No query beside the rows (`with_rows`) and the blocks."""
    lines = column_lines(profile, arrangement, section, blocks)
    points = list(profile.improvements.all())
    things = list(arrangement.things.all())
    return [
        ColumnSheet(
            column,
            lines[column.id],
            [
                sheet_of(profile.format, column, thing, points)
                for thing in things
                if thing.column == column.id
            ],
            grouped(profile.format.offer, column),
        )
        for column in section.columns
    ]


def sheet_of(fmt: Format, column: Column, thing: Thing, points: list[ImprovementPoint]) -> ThingSheet:
    form = ThingForm(instance=thing, fmt=fmt, column=column, auto_id=f"id-ding-{thing.pk}-%s")
    point = point_of(Source.SHORTAGE, shortage_ref(thing), thing.what, points)
    return ThingSheet(thing, form, how(fmt.offer, thing.values()), point)


@dataclass(frozen=True)
class Cell:
    """What one arrangement has in one column, to read."""

    column: Column
    text: str  # Markdown
    things: list[tuple[Thing, str]]  # with how much and how often


@dataclass(frozen=True)
class TableRow:
    row: Arrangement
    name: str
    need: str  # "" when the name says it
    terms: tuple[tuple[str, str], ...]
    cells: list[Cell]


def table_rows(profile: Profile, section: Section) -> list[TableRow]:
    """One row for each arrangement, as in the document of the format. No query beside the rows."""
    fmt = profile.format
    labels = {need.id: need.label for need in fmt.offer.needs}
    found = []
    for row in profile.arrangements.all():
        name, need = name_of(fmt, row), labels.get(row.need, "")
        texts = {told.column: told.text for told in row.column_texts.all()}
        things = [(thing, how(fmt.offer, thing.values())) for thing in row.things.all()]
        cells = [
            Cell(column, texts.get(column.id, ""), [each for each in things if each[0].column == column.id])
            for column in section.columns
        ]
        found.append(TableRow(row, name, need if need != name else "", terms(row.values()), cells))
    return found


def grouped(offer: Offer, column: Column) -> list[tuple[str, list[Pick]]]:
    """The pick-lists of a column under each other, by group as the format orders them."""
    picks = [pick for name in column.picks for pick in offer.list(name)]
    return [(group, list(found)) for group, found in groupby(picks, key=lambda pick: pick.group)]


def pick_of(offer: Offer, column: Column, pick_id: str) -> Pick | None:
    picks = (pick for name in column.picks for pick in offer.list(name))
    return next((pick for pick in picks if pick.id == pick_id), None)
