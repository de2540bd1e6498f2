"""What the page of a section shows, by its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm

from dekkend.formats.model import BoundaryElement, DraftRule, Format, Section
from dekkend.process.roles import TITLES
from dekkend.profile.base.models import Profile

from .amounts import terms
from .blocks import Quarry, quarry_of
from .carried import last_year
from .columns import columns_of
from .drafting import looked_at
from .forms import OF_PROFILE, BoundaryForm, row_form
from .lines import fact_lines, section_lines
from .margin import Margin, sources_in
from .models import Arrangement, Boundary, ImprovementPoint
from .parts import is_smart, split
from .placing import Target, placed, targets_in_arrangement, targets_in_section, unused
from .proposals import name_of, proposals_of
from .strip import Strip, strip_of
from .unchanged import since_words


@dataclass(frozen=True)
class Cause:
    words: str
    key: str = ""  # "" for the first, which stays


@dataclass(frozen=True)
class RowSheet:
    """One row with its form."""

    row: Any
    form: BaseForm
    is_ready: bool = False
    causes: tuple[Cause, ...] = ()  # what an improvement point comes from
    since: str = ""  # "ongewijzigd sinds 2026-2027"
    spot: str = ""
    strip: Strip | None = None


@dataclass(frozen=True)
class Card:
    """One arrangement in the list."""

    row: Arrangement
    name: str
    things: int
    short: int
    terms: tuple[tuple[str, str], ...]
    since: str = ""


@dataclass(frozen=True)
class Switch:
    """One element of the boundaries; `row` is None while it is off."""

    element: BoundaryElement
    row: Boundary | None
    form: BaseForm | None
    since: str = ""
    strip: Strip | None = None

    @property
    def spot(self) -> str:
        return f"grens.{self.element.id}"

    @property
    def starters(self) -> list[tuple[str, str, str]]:
        """Name, label and example text of each field that is still empty and has one."""
        if self.row is None or self.form is None:
            return []
        empty = [
            (name, text)
            for name, text in self.element.starters.items()
            if not getattr(self.row, name).strip()
        ]
        return [(name, str(self.form.fields[name].label), text) for name, text in empty]

    @property
    def note(self) -> str:
        return then_note(self.row.then) if self.row else ""


def then_note(then: str) -> str:
    """A warning beside the boundary, never a stop (rulings 20)."""
    if then.strip():
        return ""
    return "Nog niet gezegd. Een ouder wil vooral weten wat jullie dan doen. Indienen kan ook zonder."


@dataclass(frozen=True)
class Group:
    key: str
    title: str
    points: list[RowSheet]


def facts(profile: Profile, section: Section) -> dict[str, Any]:
    return {"facts": fact_lines(profile, section)}


def texts(profile: Profile, section: Section) -> dict[str, Any]:
    rows = (row.traced for row in profile.texts.all() if row.section == section.id)
    rules = (rule for field in section.fields for rule in field.draft)
    quarry = quarry_of(profile, section, sources_in(rows) | asked(profile, rules))
    lines = section_lines(profile, section, quarry.known)
    shown = {"lines": lines, "draftable": draftable(line.margin for line in lines)}
    return shown | blocks(quarry, targets_in_section(profile, section))


def asked(profile: Profile, rules: Iterable[DraftRule]) -> set[str]:
    return {each.id for each in looked_at(profile.format, rules)}


def draftable(margins: Iterable[Margin]) -> int:
    """Empty texts that a first draft can be made for."""
    return sum(bool(margin.drafting and margin.drafting.can_be_made) for margin in margins)


def blocks(quarry: Quarry, targets: tuple[Target, ...]) -> dict[str, Any]:
    found = placed(quarry, targets)
    return {
        "blocks": found,
        "unanswered": quarry.unanswered,
        "targets": targets,
        "offered": sum(each.block.is_offered for each in found),
        "unused": len(unused(quarry, targets)),
    }


def columns(profile: Profile, section: Section, arrangement: Arrangement) -> dict[str, Any]:
    used = sources_in(row.traced for row in arrangement.column_texts.all())
    rules = (rule for column in section.columns for rule in column.draft)
    quarry = quarry_of(profile, section, used | asked(profile, rules))
    sheets = columns_of(profile, section, arrangement, quarry.known)
    shown = {"columns": sheets, "draftable": draftable(sheet.line.margin for sheet in sheets)}
    return shown | blocks(quarry, targets_in_arrangement(arrangement, section))


def arrangements(profile: Profile, section: Section) -> dict[str, Any]:
    cards = []
    for row in profile.arrangements.all():
        things = row.things.all()
        short = sum(thing.is_short for thing in things)
        words = since_words(profile, row)
        cards.append(Card(row, name_of(profile.format, row), len(things), short, terms(row.values()), words))
    earlier = last_year(profile)
    return {
        "cards": cards,
        "needs": profile.format.offer.needs,
        "earlier": earlier,
        "earlier_left": sum(not each.is_here for each in earlier),
    }


def specialisations(profile: Profile, section: Section) -> dict[str, Any]:
    rows = profile.specialisations.all()
    return {
        "sheets": [
            RowSheet(
                row,
                row_form(section, profile.format, row),
                since=since_words(profile, row),
                spot=f"specialisatie.{row.pk}",
                strip=strip_of(profile, f"specialisatie.{row.pk}", row),
            )
            for row in rows
        ]
    }


def boundaries(profile: Profile, section: Section) -> dict[str, Any]:
    rows = {row.element: row for row in profile.boundaries.all()}
    elements = profile.format.offer.elements
    switches = [switch(profile, each, rows.get(each.id)) for each in elements if each.kind == "boundary"]
    return {
        "switches": switches,
        "openings": [each for each in elements if each.kind == "opening"],
        "closings": [each for each in elements if each.kind == "closing"],
    }


def switch(profile: Profile, element: BoundaryElement, row: Boundary | None) -> Switch:
    if row is None:
        return Switch(element, None, None)
    form = BoundaryForm(instance=row, auto_id=f"id-{element.id}-%s")
    strip = strip_of(profile, f"grens.{element.id}", row)
    return Switch(element, row, form, since_words(profile, row), strip)


def improvements(profile: Profile, section: Section) -> dict[str, Any]:
    groups = [Group("", "Nog verdelen", []), *(Group(key, title, []) for key, title in SORTS)]
    by_key = {group.key: group for group in groups}
    asked, rows = split(profile)
    for row in rows:
        told = tuple(causes_of(profile.format, row))
        sheet = RowSheet(
            row, row_form(section, profile.format, row), is_smart(row), told, since_words(profile, row),
            f"punt.{row.pk}", strip_of(profile, f"punt.{row.pk}", row),
        )  # fmt: skip
        by_key[row.sort].points.append(sheet)
    shown = [group for group in groups if group.points]
    proposals = proposals_of(profile)
    return {
        "groups": shown,
        "proposals": proposals,
        "open_proposals": sum(each.point is None for each in proposals),
        "asked": [
            RowSheet(
                row, row_form(section, profile.format, row), causes=tuple(causes_of(profile.format, row))
            )
            for row in asked
        ],
        "points": [row for row in rows if not row.is_dropped],
        "owners": owners_of(profile.format),
    }


def owners_of(fmt: Format) -> list[str]:
    """Functions that could see to a point: those of who writes the profile, and those that the format knows."""
    named = [*(TITLES[role].capitalize() for role in WRITERS), *(each.label for each in fmt.audiences)]
    return list(dict.fromkeys(named))


WRITERS = ("coordinator", "head")
SORTS = tuple((value, str(label).capitalize()) for value, label in ImprovementPoint.Sort.choices)


def causes_of(fmt: Format, row: ImprovementPoint) -> Iterator[Cause]:
    """Where a point comes from; the later ones can be taken away."""
    if first := words_of_cause(fmt, row.source_kind, row.source_ref, row.source_text):
        yield Cause(first)
    for each in row.more_sources:
        words = words_of_cause(fmt, each["kind"], each["ref"], each.get("text", ""))
        yield Cause(words or "onbekend", f"{each['kind']}.{each['ref']}")


def words_of_cause(fmt: Format, kind: str, ref: str, text: str) -> str:
    if kind == "item":
        return f"Checklist {fmt.item(ref).number}" if fmt.has_item(ref) else text
    label = str(dict(ImprovementPoint.Source.choices).get(kind, "")).capitalize()
    if kind in OF_PROFILE or kind == "other":
        return text
    return ", ".join(filter(None, [label, text]))


KINDS: dict[str, Callable[[Profile, Section], dict[str, Any]]] = {
    "facts": facts,
    "texts": texts,
    "arrangements": arrangements,
    "specialisations": specialisations,
    "boundaries": boundaries,
    "improvements": improvements,
}
