"""Where a first draft stands that nobody touched yet: submitting waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from dekkend.formats.model import Section
from dekkend.profile.base.models import Profile

from .proposals import name_of


@dataclass(frozen=True)
class Unread:
    section: Section
    row: str  # name of the arrangement it stands in, "" for a field of the section
    piece: str  # label of the field or title of the column
    url: str

    @property
    def text(self) -> str:
        return f"Kijk de eerste opzet van “{self.piece}” na."

    def __str__(self) -> str:
        return f"Kijk bij “{self.row}” de eerste opzet van “{self.piece}” na." if self.row else self.text


def unread_drafts(profile: Profile) -> list[Unread]:
    """In the order of the format. No query beside the rows (`with_rows`)."""
    return [each for section in profile.format.sections for each in unread_in(profile, section)]


def unread_in(profile: Profile, section: Section) -> Iterator[Unread]:
    url = reverse("section", args=[profile.pk, section.id])
    texts = {row.field: row.traced for row in profile.texts.all() if row.section == section.id}
    for field in section.fields:
        if field.id in texts and texts[field.id].unread:
            yield Unread(section, "", field.label, f"{url}#veld-{field.id}")
    if section.kind == "arrangements":
        yield from unread_in_columns(profile, section)


def unread_in_columns(profile: Profile, section: Section) -> Iterator[Unread]:
    for row in profile.arrangements.all():
        url = reverse("arrangement", args=[profile.pk, section.id, row.pk])
        texts = {told.column: told.traced for told in row.column_texts.all()}
        for column in section.columns:
            if column.id in texts and texts[column.id].unread:
                name = name_of(profile.format, row)
                yield Unread(section, name, column.title, f"{url}#kolom-{column.id}")
