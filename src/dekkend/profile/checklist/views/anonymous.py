"""Pages behind a code. They are public because the code is the right: whoever has the slip is a colleague."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dekkend.process.engine import Refused, closed_because
from dekkend.process.gate import public, refused
from dekkend.profile.base.models import Profile

from .. import actions
from ..doors import anonymous_door
from ..models import Copy
from ..page import list_of, question_page
from ..queries import copy_by_code, sheet_of
from .common import item_or_404, question_or_404, save_answer


def by_code(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Find the copy behind the code, or 404; say in a sentence why something cannot be done now."""

    @public
    @never_cache
    @wraps(view)
    def inner(request: HttpRequest, profile: int, code: str, **keys: str) -> HttpResponse:
        copy = copy_by_code(profile, code)
        try:
            return view(request, copy, code, **keys)
        except Refused as refusal:
            return refused(request, str(refusal))

    return inner


def closed_for(profile: Profile) -> str:
    if not profile.is_open:
        return closed_because(profile)
    return "Het invullen is gesloten. De antwoorden tellen mee in het gesprek." if profile.team_closed else ""


@by_code
def start(request: HttpRequest, copy: Copy, code: str) -> HttpResponse:
    sheet, door, closed = sheet_of(copy), anonymous_door(copy, code), closed_for(copy.profile)
    first = sheet.first_open() or sheet.format.questions[0]
    context = {
        "profile": copy.profile,
        "copy": copy,
        "sheet": sheet,
        "list": list_of(sheet, door),
        "first": first,
        "first_url": door.question(first),
        "finish_url": f"{door.start}klaar/",
        "may_edit": not closed,
        "closed": closed,
    }
    return render(request, "checklist/copy.html", context)


@by_code
def question(request: HttpRequest, copy: Copy, code: str, question: str) -> HttpResponse:
    closed = closed_for(copy.profile)
    asked = question_or_404(copy.profile.format, question)
    context = question_page(sheet_of(copy), anonymous_door(copy, code), asked)
    return render(request, "checklist/question.html", context | {"may_edit": not closed, "closed": closed})


@by_code
@require_POST
def answer(request: HttpRequest, copy: Copy, code: str, item: str) -> HttpResponse:
    asked = item_or_404(copy.profile.format, item)
    return save_answer(request, sheet_of(copy, short=True), anonymous_door(copy, code), asked)


@by_code
@require_POST
def finish(request: HttpRequest, copy: Copy, code: str) -> HttpResponse:
    actions.finish(copy, finished=request.POST.get("finished") == "1", actor=None)
    return redirect(anonymous_door(copy, code).start)
