"""The checklist as a spreadsheet: take it along, put it back, see first what changes."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from dekkend.kit import previews
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of

from ..actions.answering import writer
from ..doors import Door, own_door, shared_door
from ..forms import BookForm
from ..models import Copy
from ..queries import copy_of, shared_sheet, sheet_of
from ..sheet import Sheet
from ..workbook import BadBook, Refusal, Sent, preview, read, take_in
from ..workbook.open import LARGEST
from .paper import attachment, choose, name_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KEPT = "rekenblad"  # what was read waits in the session until it is confirmed


def book(sheet: Sheet) -> HttpResponse:
    from ..workbook.write import write

    return attachment(write(sheet), XLSX, name_of(sheet, "rekenblad", ".xlsx"))


def upload(request: HttpRequest, sheet: Sheet, door: Door) -> HttpResponse:
    """What this file would change; nothing is changed yet."""
    form = BookForm(request.POST, request.FILES)
    if not form.is_valid():
        return choose(request, sheet, door, may_edit=True, form=form, status=422)
    who = writer(sheet.copy, sheet.profile, request.user)
    try:
        sent = read(form.cleaned_data["file"].read(LARGEST + 1), sheet)
        changes = preview(sheet, sent, who=who)
    except BadBook as bad:
        return choose(request, sheet, door, may_edit=True, faults=bad.faults, status=422)
    except Refusal as refusal:
        return choose(request, sheet, door, may_edit=True, clashes=refusal.clashes, status=409)
    wanted = {change.item.id for change in changes}
    rows = [stored(each) for each in sent if each.item in wanted]
    mark = previews.lay(request, KEPT, {"door": door.start, "rows": rows})
    return choose(request, sheet, door, may_edit=True, changes=changes, is_preview=True, mark=mark)


def confirm(request: HttpRequest, sheet: Sheet, door: Door) -> HttpResponse:
    """Do it. Looked at anew: somebody may have changed an answer since the preview."""
    kept = previews.laid(request, KEPT)
    if not kept or kept["door"] != door.start:
        messages.warning(request, "Kies eerst een bestand. Daarna zie je wat er verandert.")
        return redirect(door.page("paper"))
    who = writer(sheet.copy, sheet.profile, request.user)
    try:
        changes = take_in(sheet, [restored(row) for row in kept["rows"]], who=who)
    except Refusal as refusal:
        return choose(request, sheet, door, may_edit=True, clashes=refusal.clashes, status=409)
    previews.done(request, KEPT)
    number = len(changes)
    messages.success(request, f"{number} {'verandering' if number == 1 else 'veranderingen'} overgenomen.")
    return redirect(door.start)


def stored(sent: Sent) -> dict[str, Any]:
    fields = {
        name: value.isoformat() if isinstance(value, date) else value for name, value in sent.fields.items()
    }
    return {**asdict(sent), "fields": fields}


def restored(row: dict[str, Any]) -> Sent:
    sent = Sent(**row)
    due = sent.fields.get("due")
    return Sent(
        sent.item,
        sent.revision,
        {**sent.fields, **({"due": date.fromisoformat(due)} if due else {})},
        sent.cells,
    )


@page("see_checklist", load=profile_of)
def shared_book(request: HttpRequest, profile: Profile) -> HttpResponse:
    return book(shared_sheet(profile))


@page("edit_checklist", load=profile_of)
@require_POST
def shared_upload(request: HttpRequest, profile: Profile) -> HttpResponse:
    return upload(request, shared_sheet(profile), shared_door(profile))


@page("edit_checklist", load=profile_of)
@require_POST
def shared_take_in(request: HttpRequest, profile: Profile) -> HttpResponse:
    return confirm(request, shared_sheet(profile), shared_door(profile))


@page("see_copy", load=copy_of)
def own_book(request: HttpRequest, copy: Copy) -> HttpResponse:
    return book(sheet_of(copy))


@page("answer_copy", load=copy_of)
@require_POST
def own_upload(request: HttpRequest, copy: Copy) -> HttpResponse:
    return upload(request, sheet_of(copy), own_door(copy))


@page("answer_copy", load=copy_of)
@require_POST
def own_take_in(request: HttpRequest, copy: Copy) -> HttpResponse:
    return confirm(request, sheet_of(copy), own_door(copy))
