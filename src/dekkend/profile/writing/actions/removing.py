"""Taking a row away and putting it back."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import transaction

from dekkend.audit.actions import record
from dekkend.audit.models import Event
from dekkend.process.engine import Refused, hold
from dekkend.profile.base.models import Profile
from dekkend.profile.writing.comments.carrying import move_spots
from dekkend.profile.writing.models import Arrangement, ImprovementPoint, Specialisation, Thing

from .offer import take_none_back
from .rows import ACT, begin, settled

# Rows whose spots are named after their key (writing/spots.py, writing/comments/texts.py).
KEYED: dict[type, tuple[str, ...]] = {
    Arrangement: ("arrangement", "kolom"),
    Specialisation: ("specialisatie",),
    ImprovementPoint: ("punt",),
}


@transaction.atomic
def remove(row: Any, *, profile: Profile, actor: Any) -> Event:
    """Take a row away; what stood in it stays in the history, and `put_back` brings it back."""
    who = hold(ACT, profile, actor=actor)
    data: dict[str, object] = {"name": str(row), "values": row.values()}
    if isinstance(row, Arrangement):
        data["parts"] = [part_of(part) for part in (*row.column_texts.all(), *row.things.all())]
    if isinstance(row, Thing):
        data["arrangement"] = row.arrangement_id
    event = record("remove", actor=who, place=row.place, subject=row.subject, data=data)
    row.delete()
    settled(profile)
    return event


def part_of(part: Any) -> dict[str, Any]:
    """A text or a thing that hangs under an arrangement and goes with it; a text with its origins."""
    follows = {name: getattr(part, name) for name in ("origins", "gone") if hasattr(part, name)}
    return {
        "model": part._meta.model_name,
        "key": part.pk,
        "values": {"column": part.column, **part.values(), **follows},
    }


@transaction.atomic
def put_back(profile: Profile, event: Event, *, actor: Any) -> Any:
    """Undo a removal. The row gets a new key and its last words; a second press is refused."""
    who = hold(ACT, profile, actor=actor, alone=True)
    if Event.objects.filter(act="put_back", place=profile.place, data__removal=str(event.pk)).exists():
        raise Refused("Dit is al teruggezet.")
    row = begin(
        made(event.subject.partition("/")[0], event.data["values"], owner_of(profile, event)), actor=who
    )
    if isinstance(row, Specialisation):
        take_none_back(profile, who)
    for part in event.data.get("parts", ()):
        begin(made(part["model"], part["values"], {"arrangement": row}), actor=who)
    for kind in KEYED.get(type(row), ()):
        move_spots(profile, f"{kind}.{event.subject.partition('/')[2]}", f"{kind}.{row.pk}")
    record("put_back", actor=who, place=profile.place, subject=row.subject, data={"removal": str(event.pk)})
    settled(profile)
    return row


def owner_of(profile: Profile, event: Event) -> dict[str, Any]:
    """What the row hangs under; of a boundary also which one it is, which its words do not say."""
    if event.subject.startswith("boundary/"):
        element = event.data["name"]
        if profile.boundaries.filter(element=element).exists():
            raise Refused("Deze grens staat al in het profiel.")
        return {"profile": profile, "element": element}
    if "arrangement" not in event.data:
        return {"profile": profile}
    arrangement = profile.arrangements.filter(pk=event.data["arrangement"]).first()
    if arrangement is None:
        raise Refused("Het arrangement waar dit bij hoorde is weg. Zet dat eerst terug.")
    return {"arrangement": arrangement}


def made(model: str, values: dict[str, Any], owner: dict[str, Any]) -> Any:
    """A row from the values that the history keeps; dates are ISO text there."""
    kind = apps.get_model("profile", model)
    told = {name: kind._meta.get_field(name).to_python(value) for name, value in values.items()}
    return kind(**owner, **told)
