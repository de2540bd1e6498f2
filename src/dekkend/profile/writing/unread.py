"""Where a first draft stands that nobody touched yet, and what it says: submitting waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from dekkend.formats.model import Section
from dekkend.profile.base.models import Profile

from .models import ColumnText, SectionText
from .origins import Origin, Traced, seal_of, together
from .proposals import name_of


@dataclass(frozen=True)
class Unread:
    section: Section
    row: str  # name of the arrangement it stands in, "" for a field of the section
    piece: str  # label of the field or title of the column
    url: str
    subject: str  # of the row that holds the text
    known: Traced

    @property
    def words(self) -> str:
        """Only what nobody touched yet, as Markdown."""
        return together([part for part, _ in self.known.unread])

    @property
    def seals(self) -> list[str]:
        return [sealed_in(self.subject, part, origin) for part, origin in self.known.unread]

    @property
    def text(self) -> str:
        return f"Kijk de eerste opzet van “{self.piece}” na."

    def __str__(self) -> str:
        return f"Kijk bij “{self.row}” de eerste opzet van “{self.piece}” na." if self.row else self.text


def sealed_in(subject: str, part: str, origin: Origin) -> str:
    """Marks one paragraph of one text, as somebody saw it."""
    return f"{subject}:{seal_of(part, origin.words, origin.value)}"


def unread_drafts(profile: Profile) -> list[Unread]:
    """In the order of the format. No query beside the rows (`with_rows`)."""
    return [each for section in profile.format.sections for each in unread_in(profile, section)]


def unread_in(profile: Profile, section: Section) -> Iterator[Unread]:
    url = reverse("section", args=[profile.pk, section.id])
    texts = {row.field: row for row in profile.texts.all() if row.section == section.id}
    for field in section.fields:
        if field.id in texts:
            yield from unread_text(section, "", field.label, f"{url}#veld-{field.id}", texts[field.id])
    if section.kind == "arrangements":
        yield from unread_in_columns(profile, section)


def unread_in_columns(profile: Profile, section: Section) -> Iterator[Unread]:
    for row in profile.arrangements.all():
        url = reverse("arrangement", args=[profile.pk, section.id, row.pk])
        texts = {told.column: told for told in row.column_texts.all()}
        for column in section.columns:
            if column.id in texts:
                name, place = name_of(profile.format, row), f"{url}#kolom-{column.id}"
                yield from unread_text(section, name, column.title, place, texts[column.id])


def unread_text(
    section: Section, row: str, piece: str, url: str, told: SectionText | ColumnText
) -> Iterator[Unread]:
    if told.traced.unread:
        yield Unread(section, row, piece, url, told.subject, told.traced)
