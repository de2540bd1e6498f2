"""Geschiedenis: what stood there before, who wrote it, and putting it back. For the three kinds of copies alike."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from dekkend.audit.revisions import Saved
from dekkend.audit.saving import base_of, respond
from dekkend.formats.model import Item
from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.resting import resting_on
from dekkend.profile.base.road import road_of

from .. import actions
from ..doors import Door, anonymous_door, own_door, shared_door
from ..history import WORDS, History, of_answer, of_summary
from ..models import Copy
from ..queries import copy_of, shared_sheet, sheet_of, summary_of
from ..sheet import Sheet
from .anonymous import by_code, closed_for
from .common import asked_item, item_or_404, question_or_404, words_of

LABELS = {"value": "Antwoord", **WORDS}


def show(request: HttpRequest, history: History, **context: Any) -> HttpResponse:
    if not history.row.revision:
        raise Http404
    listed, steps = history.page(request.GET.get("bladzijde"))
    context |= {"page": listed, "steps": steps, "row": history.row}
    return render(request, "checklist/history.html", context)


def of_item(request: HttpRequest, sheet: Sheet, door: Door, item: Item, **context: Any) -> HttpResponse:
    history = of_answer(sheet.format, item, sheet.answer(item), is_anonymous=is_anonymous(sheet))
    place = {
        "profile": sheet.profile,
        "number": item.number,
        "text": item.text,
        "back": door.item(item, sheet.format),
        "put_back": door.put_back(item),
    }
    return show(request, history, **place, **context)


def put_back(request: HttpRequest, sheet: Sheet, door: Door, item: Item) -> HttpResponse:
    """An ordinary save. Where somebody wrote since this page was opened, both are shown."""
    history = of_answer(sheet.format, item, sheet.answer(item))
    event = history.find(key_of(request))
    actor = None if door.by_code else request.user

    def save() -> Saved:
        return actions.put_back(sheet, item, event, base=base_of(request), actor=actor)

    return answered(request, save, door.item(item, sheet.format), words_of(sheet.format))


def answered(request: HttpRequest, save: Callable[[], Saved], back: str, words: Any) -> HttpResponse:
    return respond(request, save, labels=LABELS, back=back, words=words)


def key_of(request: HttpRequest) -> str:
    """Which line; a key that cannot be one is not found."""
    try:
        return str(uuid.UUID(request.POST.get("event", "")))
    except ValueError as error:
        raise Http404 from error


def is_anonymous(sheet: Sheet) -> bool:
    return sheet.copy is not None and sheet.copy.is_anonymous


@page("see_history", load=profile_of)
def shared(request: HttpRequest, profile: Profile, item: str) -> HttpResponse:
    asked = item_or_404(profile.format, item)
    context = {
        "road": road_of(profile, request.user, at="checklist"),
        "may_edit": may("edit_checklist", request.user, profile),
        "resting": resting_on(profile, asked.id, request.user),
    }
    return of_item(request, shared_sheet(profile), shared_door(profile), asked, **context)


@page("edit_checklist", load=profile_of)
@require_POST
def put_back_shared(request: HttpRequest, profile: Profile, item: str) -> HttpResponse:
    asked = item_or_404(profile.format, item)
    return put_back(request, shared_sheet(profile), shared_door(profile), asked)


@page("see_history", load=profile_of)
def summary(request: HttpRequest, profile: Profile, question: str) -> HttpResponse:
    asked = question_or_404(profile.format, question)
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="checklist"),
        "number": f"de samenvatting van vraag {asked.number}",
        "text": asked.text,
        "back": f"{shared_door(profile).question(asked)}#samenvatting-{asked.id}",
        "put_back": shared_door(profile).put_back_summary(asked),
        "may_edit": may("edit_checklist", request.user, profile),
        "resting": resting_on(profile, asked.id, request.user),
    }
    return show(request, of_summary(summary_of(profile, asked.id)), **context)


@page("edit_checklist", load=profile_of)
@require_POST
def put_back_summary(request: HttpRequest, profile: Profile, question: str) -> HttpResponse:
    asked = question_or_404(profile.format, question)
    event = of_summary(summary_of(profile, asked.id)).find(key_of(request))

    def save() -> Saved:
        return actions.put_back_summary(profile, asked, event, base=base_of(request), actor=request.user)

    back = f"{shared_door(profile).question(asked)}#samenvatting-{asked.id}"
    return answered(request, save, back, words_of(profile.format))


@page("see_copy", load=copy_of)
def own(request: HttpRequest, copy: Copy, item: str) -> HttpResponse:
    """Of an own copy: for its person alone."""
    sheet = sheet_of(copy)
    context = {
        "road": road_of(copy.profile, request.user, at="checklist"),
        "may_edit": may("answer_copy", request.user, copy),
    }
    return of_item(request, sheet, own_door(copy), asked_item(sheet, item), **context)


@page("answer_copy", load=copy_of)
@require_POST
def put_back_own(request: HttpRequest, copy: Copy, item: str) -> HttpResponse:
    sheet = sheet_of(copy)
    return put_back(request, sheet, own_door(copy), asked_item(sheet, item))


@by_code
def anonymous(request: HttpRequest, copy: Copy, code: str, item: str) -> HttpResponse:
    """For who holds the code: of an anonymous copy without a name, and no finer than the day."""
    sheet, may_edit = sheet_of(copy), not closed_for(copy)
    return of_item(request, sheet, anonymous_door(copy, code), asked_item(sheet, item), may_edit=may_edit)


@by_code
@require_POST
def put_back_anonymous(request: HttpRequest, copy: Copy, code: str, item: str) -> HttpResponse:
    sheet = sheet_of(copy)
    return put_back(request, sheet, anonymous_door(copy, code), asked_item(sheet, item))
