"""What a page shows of each text: its form, its length and, for a fact, what the region knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.forms import BaseForm
from django.utils.formats import date_format

from dekkend.formats.model import Field, Section
from dekkend.profile.base.models import Profile
from dekkend.region.models import Provision

from .blocks import Block, dug, expanded, named, quarried
from .drafting import Recipe
from .facts import FIXED, school_facts, shown, unconfirmed
from .forms import HowForm, TextForm, field_form
from .margin import NO_MARGIN, Margin, margin_of
from .models import Arrangement
from .origins import Traced
from .placing import Placed, placed, target_in_provision
from .strip import Strip, strip_of
from .unchanged import since_words
from .words import length_of


@dataclass(frozen=True)
class Line:
    """One text that is saved by itself."""

    key: str
    label: str
    form: BaseForm
    text: str
    revision: int
    length: str
    field: Field | None = None
    margin: Margin = NO_MARGIN
    since: str = ""  # "ongewijzigd sinds 2026-2027", of a text without paragraphs of its own
    spot: str = ""  # of a text that can be advised and spoken of; "" for a choice or a day
    strip: Strip | None = None  # last year's words, where these are others

    @property
    def shown(self) -> str:
        """For who may only read: the label of a choice, a day in words, the text otherwise."""
        if self.field and self.field.kind == "date":
            return in_words(self.text)
        return dict(self.field.choices).get(self.text, self.text) if self.field else self.text


def in_words(iso: str) -> str:
    """ "18 maart 2025"; what is no date stays as it is."""
    try:
        return str(date_format(date.fromisoformat(iso), "j F Y"))
    except ValueError:
        return iso


@dataclass(frozen=True)
class Fact:
    """One fact of the school: what the region knows, unless the school says otherwise."""

    line: Line
    known: str
    waiting: str  # in a register, and not public before the school says so
    is_fixed: bool

    @property
    def is_own(self) -> bool:
        return bool(self.line.text)

    @property
    def shown(self) -> str:
        return self.line.shown or self.known


def section_lines(profile: Profile, section: Section, blocks: Mapping[str, Block]) -> list[Line]:
    """`blocks`: what every source that a paragraph came from says now."""
    rows = {row.field: row for row in profile.texts.all() if row.section == section.id}
    lines = []
    for field in section.fields:
        row = rows.get(field.id)
        known = row.traced if row else Traced()
        margin = margin_of(profile.format, known, blocks, Recipe.of_field(section, field))
        line = line_of(field, row, margin=margin)
        if field.kind == "text":
            spot = f"veld.{section.id}.{field.id}"
            line = replace(line, spot=spot, strip=strip_of(profile, spot, row))
        lines.append(line)
    return lines


def line_of(field: Field, row: object, shown_first: str = "", margin: Margin = NO_MARGIN) -> Line:
    text, revision = getattr(row, "text", ""), getattr(row, "revision", 0)
    form = field_form(field, text=text or shown_first)
    return Line(field.id, field.label, form, text, revision, length_of(text, field.words), field, margin)


def fact_lines(profile: Profile, section: Section) -> list[Fact]:
    """Two queries for what the region knows."""
    school, known = profile.school, school_facts(profile.school)
    rows = {row.field: row for row in profile.texts.all() if row.section == section.id}
    found = []
    for field in section.fields:
        proposal = shown(known, field.source, school) if field.source else ""
        row = rows.get(field.id)
        line = replace(line_of(field, row, proposal), since=since_words(profile, row))
        found.append(Fact(line, proposal, unconfirmed(school, field.source), field.source in FIXED))
    return found


def column_lines(
    profile: Profile, arrangement: Arrangement, section: Section, blocks: Mapping[str, Block]
) -> dict[str, Line]:
    rows = {row.column: row for row in arrangement.column_texts.all()}
    lines = {}
    for column in section.columns:
        row = rows.get(column.id)
        text, revision = (row.text, row.revision) if row else ("", 0)
        form = TextForm(initial={"text": text}, auto_id=f"id-{column.id}-%s")
        form.fields["text"].widget.attrs["rows"] = 3
        recipe = Recipe.of_column(section, column, arrangement.need)
        margin = margin_of(profile.format, row.traced if row else Traced(), blocks, recipe)
        spot = f"kolom.{arrangement.pk}.{column.id}"
        lines[column.id] = Line(
            column.id, column.title, form, text, revision, length_of(text),
            margin=margin, spot=spot, strip=strip_of(profile, spot, row),
        )  # fmt: skip
    return lines


@dataclass(frozen=True)
class Provided:
    """One basic provision: how the school gives it, and beside it what the checklist told of that."""

    provision: Provision
    line: Line
    blocks: tuple[Placed, ...] = ()
    unanswered: tuple[str, ...] = ()  # numbers of its items that have no agreed answer yet

    @property
    def unused(self) -> int:
        return sum(each.block.is_offered and not each.places for each in self.blocks)


def provision_lines(profile: Profile) -> list[Provided]:
    """Two queries on a page (`with_page`), however many provisions."""
    rows = {row.key: row for row in profile.provision_texts.all()}
    fmt, found = profile.format, []
    draws = [source for each in fmt.provisions for source in each.draws]
    used = {source for row in rows.values() for source in row.traced.sources}
    known = dug(profile, [*expanded(fmt, draws), *named(fmt, used)])
    for provision in profile.round.catalogue.provisions.all():
        row = rows.get(provision.key)
        how, revision = (row.how, row.revision) if row else ("", 0)
        form = HowForm(initial={"how": how}, auto_id=f"id-{provision.key}-%s")
        since = since_words(profile, row) if row else ""
        spot = f"voorziening.{provision.key}"
        line = Line(
            provision.key, provision.title, form, how, revision, length_of(how),
            margin=margin_of(fmt, row.traced if row else Traced(), known),
            since=since, spot=spot, strip=strip_of(profile, spot, row),
        )  # fmt: skip
        quarry = quarried(fmt, fmt.draws_of_provision(provision.key), known)
        blocks = placed(quarry, (target_in_provision(profile, provision),))
        found.append(Provided(provision, line, blocks, quarry.unanswered))
    return found
