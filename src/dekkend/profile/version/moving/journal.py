"""What a move changes in rows, kept so that it can be taken back. What people wrote since stays as they wrote it."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from dekkend.audit.actions import Actor, record
from dekkend.audit.revisions import plain, revise

Entry = dict[str, Any]


class Journal:
    def __init__(self, who: Actor) -> None:
        self.who = who
        self.entries: list[Entry] = []

    def change(self, row: Any, **wanted: Any) -> None:
        """Of what people write the former values go to the history of the row as well."""
        differing = {
            name: value for name, value in wanted.items() if plain(getattr(row, name)) != plain(value)
        }
        if not differing:
            return
        fields = {name: [plain(getattr(row, name)), plain(value)] for name, value in differing.items()}
        self.entries.append({"model": row._meta.model_name, "key": str(row.pk), "fields": fields})
        put(row, differing, self.who)

    def make(self, row: Any) -> Any:
        row.revision = 1
        row.save()
        record("add", actor=self.who, place=row.place, subject=row.subject, revision=1, data=row.values())
        self.entries.append({"model": row._meta.model_name, "key": str(row.pk), "made": row.revision})
        return row


def put(row: Any, values: dict[str, Any], who: Actor) -> None:
    written = {name: value for name, value in values.items() if name in getattr(row, "written", ())}
    rest = {name: value for name, value in values.items() if name not in written}
    for name, value in values.items():
        setattr(row, name, value)
    if rest:
        type(row).objects.filter(pk=row.pk).update(**rest)
    if written:
        row.revision = revise(row, written, base=row.revision, actor=who).row.revision


def take_back(entries: list[Entry], who: Actor) -> None:
    """The last change first. A field that somebody changed since stays; so does a new row that was written in."""
    for entry in reversed(entries):
        model: Any = apps.get_model("profile", entry["model"])
        row = model.objects.filter(pk=entry["key"]).first()
        if row is None:
            continue
        if "made" in entry:
            if row.revision == entry["made"]:
                record(
                    "remove", actor=who, place=row.place, subject=row.subject, data={"values": row.values()}
                )
                row.delete()
            continue
        put(row, former(row, entry["fields"]), who)


def former(row: Any, fields: dict[str, list[Any]]) -> dict[str, Any]:
    return {name: before for name, (before, after) in fields.items() if plain(getattr(row, name)) == after}
