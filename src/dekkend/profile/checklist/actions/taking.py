"""Taking over what was agreed last year."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from dekkend.audit.revisions import Saved

from ..earlier import Told, is_blank, sheet_answer
from ..sheet import Sheet
from .answering import answer, shared_copy, still_open, writer


@transaction.atomic
def take_last_year(sheet: Sheet, told: Iterable[Told], *, actor: Any) -> list[Saved]:
    """Each becomes the answer to its item, where that is still blank. Those that were saved, in order."""
    writer(sheet.copy, sheet.profile, actor)
    still_open(sheet.copy, sheet.profile)
    sheet = Sheet(sheet.profile, sheet.copy or shared_copy(sheet.profile), sheet.answers.values())
    kept: list[Saved] = []
    for each in told:
        row = sheet_answer(sheet, each)
        if not each.fields or not is_blank(row):
            continue
        item = sheet.format.item(each.item)
        saved = answer(sheet, item, each.fields, base=row.revision, actor=actor)
        sheet = sheet.with_answer(saved.row)
        kept.append(saved)
    return kept
