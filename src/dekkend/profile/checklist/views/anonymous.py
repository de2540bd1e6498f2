"""Pages behind a code, anonymous or by name. They are public because the code is the right.

Whoever has the letter or the slip is a colleague; who is signed in on this device is not asked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dekkend.process.engine import Refused, closed_because
from dekkend.process.gate import VANISHED, public, refused, vanished, wants_json

from .. import actions
from ..doors import anonymous_door
from ..models import Copy
from ..page import list_of, question_page
from ..queries import copy_by_code, sheet_of
from .common import asked_question, save_answer, sent_asked


def by_code(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Find the copy behind the code; else 404 with a way on. Say in a sentence why something cannot be done now."""

    @public
    @never_cache
    @wraps(view)
    def inner(request: HttpRequest, profile: int, code: str, **keys: str) -> HttpResponse:
        try:
            copy = copy_by_code(profile, code)
        except Http404:
            if wants_json(request):
                raise
            return render(request, "checklist/code_over.html", status=404)
        try:
            return view(request, copy, code, **keys)
        except Refused as refusal:
            return refused(request, str(refusal))
        except VANISHED as error:
            return vanished(request, error)

    return inner


def closed_for(copy: Copy) -> str:
    profile = copy.profile
    if not profile.is_open:
        return closed_because(profile)
    if copy.is_anonymous and profile.team_closed:
        return "Het invullen is gesloten. De antwoorden tellen mee in het gesprek."
    return ""


@by_code
def start(request: HttpRequest, copy: Copy, code: str) -> HttpResponse:
    sheet, door, closed = sheet_of(copy), anonymous_door(copy, code), closed_for(copy)
    first = sheet.first_open() or sheet.questions[0]
    context = {
        "profile": copy.profile,
        "copy": copy,
        "by_code": True,
        "sheet": sheet,
        "door": door,
        "list": list_of(sheet, door),
        "first": first,
        "first_url": door.question(first),
        "person": "",
        "finish_url": f"{door.start}klaar/",
        "may_edit": not closed,
        "closed": closed,
    }
    return render(request, "checklist/copy.html", context)


@by_code
def question(request: HttpRequest, copy: Copy, code: str, question: str) -> HttpResponse:
    closed = closed_for(copy)
    sheet = sheet_of(copy)
    context = question_page(sheet, anonymous_door(copy, code), asked_question(sheet, question))
    return render(request, "checklist/question.html", context | {"may_edit": not closed, "closed": closed})


@by_code
@require_POST
def answer(request: HttpRequest, copy: Copy, code: str, item: str) -> HttpResponse:
    sheet = sheet_of(copy, short=True)
    return save_answer(request, sheet, anonymous_door(copy, code), sent_asked(sheet, item))


@by_code
@require_POST
def finish(request: HttpRequest, copy: Copy, code: str) -> HttpResponse:
    actions.finish(copy, finished=request.POST.get("finished") == "1", actor=None)
    return redirect(anonymous_door(copy, code).start)
