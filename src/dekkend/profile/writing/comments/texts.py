"""The texts that can be spoken of: each with the spot where its comments stand. No query beside the rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dekkend.formats.model import Section
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.models import (
    Arrangement,
    Boundary,
    ColumnText,
    ImprovementPoint,
    ProvisionText,
    SectionText,
    Specialisation,
)
from dekkend.profile.writing.origins import paragraphs
from dekkend.profile.writing.parts import PROVISIONS
from dekkend.profile.writing.proposals import name_of


@dataclass(frozen=True)
class Text:
    """One text. `row` is None where nobody wrote yet."""

    spot: str
    field: str
    part: str  # id of a section, or PROVISIONS
    label: str  # of the spot: "Onze visie", "de grens …"
    name: str  # of the field, "" where the spot has only one
    row: Any
    page: int | None = None  # the arrangement that has a page of its own

    @property
    def text(self) -> str:
        return str(getattr(self.row, self.field, ""))

    @property
    def paragraphs(self) -> list[str]:
        return paragraphs(self.text)


def texts_in(profile: Profile, part: str) -> Iterator[Text]:
    if part == PROVISIONS:
        return provisions(profile)
    section = profile.format.section(part)
    kinds = {
        "texts": texts, "arrangements": arrangements, "specialisations": specialisations,
        "boundaries": boundaries, "improvements": points,
    }  # fmt: skip
    return kinds[section.kind](profile, section) if section.kind in kinds else iter(())


def all_texts(profile: Profile) -> list[Text]:
    """In the order of the format."""
    parts = [*(section.id for section in profile.format.sections), PROVISIONS]
    return [text for part in parts for text in texts_in(profile, part)]


def spot_of(row: Any) -> str:
    """The spot of a row that is written, "" for one that has none."""
    if isinstance(row, SectionText):
        return f"veld.{row.section}.{row.field}"
    if isinstance(row, ColumnText):
        return f"kolom.{row.arrangement_id}.{row.column}"
    if isinstance(row, Arrangement):
        return f"arrangement.{row.pk}"
    if isinstance(row, Specialisation):
        return f"specialisatie.{row.pk}"
    if isinstance(row, Boundary):
        return f"grens.{row.element}"
    if isinstance(row, ImprovementPoint):
        return f"punt.{row.pk}"
    return f"voorziening.{row.key}" if isinstance(row, ProvisionText) else ""


def texts(profile: Profile, section: Section) -> Iterator[Text]:
    rows = {row.field: row for row in profile.texts.all() if row.section == section.id}
    for field in section.fields:
        if field.kind == "text":
            spot = f"veld.{section.id}.{field.id}"
            yield Text(spot, "text", section.id, field.label, "", rows.get(field.id))


def provisions(profile: Profile) -> Iterator[Text]:
    rows = {row.key: row for row in profile.provision_texts.all()}
    for each in profile.round.catalogue.provisions.all():
        yield Text(f"voorziening.{each.key}", "how", PROVISIONS, each.title, "", rows.get(each.key))


def arrangements(profile: Profile, section: Section) -> Iterator[Text]:
    for arrangement in profile.arrangements.all():
        name = name_of(profile.format, arrangement)
        yield from of_row(arrangement, spot_of(arrangement), section, name, page=arrangement.pk)
        rows = {row.column: row for row in arrangement.column_texts.all()}
        for column in section.columns:
            spot = f"kolom.{arrangement.pk}.{column.id}"
            yield Text(
                spot, "text", section.id, f"{name}, {column.title}", "", rows.get(column.id), arrangement.pk
            )


def specialisations(profile: Profile, section: Section) -> Iterator[Text]:
    for row in profile.specialisations.all():
        yield from of_row(row, spot_of(row), section, row.title)


def boundaries(profile: Profile, section: Section) -> Iterator[Text]:
    rows = {row.element: row for row in profile.boundaries.all()}
    for element in profile.format.offer.elements:
        if row := rows.get(element.id):
            yield from of_row(row, f"grens.{element.id}", section, element.label)


def points(profile: Profile, section: Section) -> Iterator[Text]:
    for row in profile.improvements.all():
        yield from of_row(row, f"punt.{row.pk}", section, row.title)


def of_row(row: Any, spot: str, section: Section, label: str, *, page: int | None = None) -> Iterator[Text]:
    for field in row.texts:
        name = str(row._meta.get_field(field).verbose_name).capitalize()
        yield Text(spot, field, section.id, label, name, row, page)
