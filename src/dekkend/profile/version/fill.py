"""The way back: rows from a content, for an example region, a test or a school that comes with a file."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.db import transaction

from dekkend.audit.actions import Actor, record
from dekkend.audit.models import Event
from dekkend.audit.revisions import Row
from dekkend.formats.model import Format
from dekkend.kit.prepared import insert_all
from dekkend.profile import models
from dekkend.profile.base.models import Profile
from dekkend.profile.version.papers.arrangements import need_label
from dekkend.profile.writing.carried import arrangement_rows

ANSWER = ("value", "topics", "note", "reason")


@transaction.atomic
def fill(profile: Profile, content: dict[str, Any], *, actor: Actor, agreed: bool = True) -> None:
    """Write the content into an empty profile, each row at revision 1 with its event.

    `agreed=False` leaves it at the shared checklist: the talk has still to come.
    """
    rows: list[Row] = []
    answers = content.get("checklist", {}).get("answers", {})
    shared = profile.copies.filter(kind="shared").first() or profile.copies.create(
        kind="shared", label="Gedeeld"
    )
    for item, answer in answers.items():
        told = {name: answer[name] for name in ANSWER if name in answer}
        rows.append(models.Answer(copy=shared, item=item, **told))
        if agreed:
            rows.append(models.Agreement(profile=profile, item=item, gap=answer.get("gap", ""), **told))
    for question, text in content.get("checklist", {}).get("summaries", {}).items():
        rows.append(models.Summary(profile=profile, question=question, text=text))
    rows += written(profile, content)
    make(rows)
    parts = []
    for row in rows:
        for part in getattr(row, "_parts", ()):
            part.arrangement = row
            parts.append(part)
    make(parts)
    profile.no_specialisations = bool(content.get("specialisations", {}).get("none"))
    profile.is_example = bool(content.get("example"))
    profile.save(update_fields=["no_specialisations", "is_example"])
    keep_history([*rows, *parts], actor)
    record("fill", actor=actor, place=profile.place)


def make(rows: list[Row]) -> None:
    """One insert for each sort of row: a school has some two hundred."""
    sorts: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        row.revision = 1
        sorts[type(row)].append(row)
    for sort, made in sorts.items():
        sort.objects.bulk_create(made)


def written(profile: Profile, content: dict[str, Any]) -> list[Row]:
    rows: list[Row] = []
    for section, fields in content.get("texts", {}).items():
        for field, text in fields.items():
            rows.append(models.SectionText(profile=profile, section=section, field=field, text=str(text)))
    for position, told in enumerate(content.get("arrangements", [])):
        rows.append(arrangement(profile, told, position))
    for position, told in enumerate(content.get("specialisations", {}).get("rows", [])):
        fields = {name: value for name, value in told.items() if name != "id"}
        rows.append(models.Specialisation(profile=profile, position=position, **fields))
    for told in content.get("boundaries", []):
        rows.append(models.Boundary(profile=profile, **told))
    for position, told in enumerate(content.get("improvements", [])):
        rows.append(improvement(profile, told, position, cause(told, content, profile.format)))
    for told in content.get("provisions", []):
        rows.append(models.ProvisionText(profile=profile, key=told["id"], how=told.get("how", "")))
    return rows


def arrangement(profile: Profile, told: dict[str, Any], position: int) -> models.Arrangement:
    row, parts = arrangement_rows(profile, told, position)
    row._parts = parts  # type: ignore[attr-defined]
    return row


def cause(told: dict[str, Any], content: dict[str, Any], fmt: Format) -> str:
    """A shortage names an arrangement by its id in the file; rows have keys of their own, so its name is kept."""
    source = told.get("source", {})
    rows = {row["id"]: row for row in content.get("arrangements", [])}
    row = rows.get(source.get("ref")) if source.get("kind") == "shortage" else None
    if source.get("text") or row is None:
        return str(source.get("text", ""))
    return f"Arrangement {row.get('title') or need_label(row['need'], fmt)}"


def improvement(
    profile: Profile, told: dict[str, Any], position: int, source_text: str
) -> models.ImprovementPoint:
    source = told.get("source", {})
    plain = {
        name: told[name]
        for name in ("title", "sort", "goal", "action", "owner", "measure", "dropped_because", "more_sources")
        if name in told
    }
    return models.ImprovementPoint(
        profile=profile,
        position=position,
        source_kind=source.get("kind", "other"),
        source_ref=source.get("ref", ""),
        source_text=source_text,
        start=day(told.get("start")),
        due=day(told.get("due")),
        state=told.get("state", "planned"),
        **plain,
    )


def day(text: Any) -> date | None:
    return date.fromisoformat(str(text)) if text else None


def keep_history(rows: list[Row], actor: Actor) -> None:
    """The first value of every row, so that a later save can be merged with it."""
    from django.utils import timezone

    now = timezone.now()
    events = [
        Event(
            at=now,
            actor=actor.user,
            actor_name=actor.name,
            actor_role=actor.role,
            act="save",
            place=row.place,
            subject=row.subject,
            revision=1,
            data=row.values(),
        )
        for row in rows
    ]
    insert_all(events)
