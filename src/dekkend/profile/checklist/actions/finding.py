"""Where answers of the shared copy can be found: links and files, added and removed."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import transaction

from dekkend.audit.actions import record
from dekkend.formats.model import Item
from dekkend.kit import shelf
from dekkend.kit.uploads import Fit, title_of
from dekkend.process.engine import Refused, check, hold
from dekkend.profile.base.models import Profile

from ..models import Answer, Evidence
from ..sheet import Sheet
from .answering import row_of

MOST = 12  # per item: it says where to look, it is no archive


def add_link(sheet: Sheet, item: Item, *, url: str, title: str, actor: Any) -> Evidence:
    return add(sheet, item, Evidence(kind=Evidence.Kind.LINK, url=url, title=title), actor=actor)


def add_file(sheet: Sheet, item: Item, *, fit: Fit, name: str, actor: Any) -> Evidence:
    """Keep the bytes that were looked into. The file comes first, so that no row points to nothing."""
    check("edit_evidence", sheet.profile, actor=actor)
    stored = shelf.put(Evidence.FOLDER, fit.data)
    row = Evidence(
        kind=Evidence.Kind.FILE,
        title=title_of(name, fit.ending),
        stored=stored,
        media=fit.media,
        size=len(fit.data),
    )
    try:
        return add(sheet, item, row, actor=actor)
    except BaseException:
        shelf.drop(Evidence.FOLDER, stored)
        raise


@transaction.atomic
def add(sheet: Sheet, item: Item, row: Evidence, *, actor: Any) -> Evidence:
    who = hold("edit_evidence", sheet.profile, actor=actor)
    answer = Answer.objects.select_for_update(of=("self",)).get(pk=row_of(sheet, item).pk)
    if answer.places_to_look.count() >= MOST:
        raise Refused(f"Bij {item.number} staan al {MOST} links en bestanden. Haal er eerst een weg.")
    row.answer = answer
    row.save(force_insert=True)
    record("add_evidence", actor=who, place=sheet.profile.place, subject=subject(answer), data=told(row))
    return row


@transaction.atomic
def remove(profile: Profile, row: Evidence, *, actor: Any) -> None:
    """Gone from the page and, with the transaction, from the disk: somebody may have chosen the wrong file."""
    who = hold("edit_evidence", profile, actor=actor)
    gone, _ = Evidence.objects.filter(pk=row.pk).delete()
    if not gone:
        return
    record("remove_evidence", actor=who, place=profile.place, subject=subject(row.answer), data=told(row))
    if row.stored:
        transaction.on_commit(partial(shelf.drop, Evidence.FOLDER, row.stored))


def subject(answer: Answer) -> str:
    return f"evidence/{answer.pk}"


def told(row: Evidence) -> dict[str, object]:
    """What the log keeps. Not the name of a file: who took away the wrong one wants its name gone as well."""
    what = {"url": row.url, "title": row.title} if row.kind == Evidence.Kind.LINK else {"size": row.size}
    return {"kind": row.kind, "row": str(row.pk), **what}
