from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from dekkend.process.engine import closed_because, may
from dekkend.process.gate import page
from dekkend.profile.base.road import road_of
from dekkend.web.device import from_its_person, mark_of

from .. import actions
from ..doors import own_door
from ..models import Copy
from ..page import list_of, question_page
from ..queries import copy_of, sheet_of
from .common import asked_question, save_answer, sent_asked


@page("see_copy", load=copy_of)
def start(request: HttpRequest, copy: Copy) -> HttpResponse:
    """Somebody's own copy: how far it is, and "klaar"."""
    sheet, door = sheet_of(copy), own_door(copy)
    first = sheet.first_open() or sheet.questions[0]
    context = {
        "profile": copy.profile,
        "copy": copy,
        "road": road_of(copy.profile, request.user, at="checklist"),
        "sheet": sheet,
        "door": door,
        "list": list_of(sheet, door),
        "first": first,
        "first_url": door.question(first),
        "person": mark_of(request.user),
        "finish_url": f"{door.start}klaar/",
        "paper_url": door.page("paper"),
        "may_edit": may("answer_copy", request.user, copy),
        "closed": "" if copy.profile.is_open else closed_because(copy.profile),
    }
    return render(request, "checklist/copy.html", context)


@page("see_copy", load=copy_of)
def question(request: HttpRequest, copy: Copy, question: str) -> HttpResponse:
    sheet = sheet_of(copy)
    context = question_page(sheet, own_door(copy), asked_question(sheet, question), request.user) | {
        "road": road_of(copy.profile, request.user, at="checklist"),
        "may_edit": may("answer_copy", request.user, copy),
        "closed": "" if copy.profile.is_open else closed_because(copy.profile),
    }
    return render(request, "checklist/question.html", context)


@from_its_person
@page("answer_copy", load=copy_of)
@require_POST
def answer(request: HttpRequest, copy: Copy, item: str) -> HttpResponse:
    sheet = sheet_of(copy, short=True)
    return save_answer(request, sheet, own_door(copy), sent_asked(sheet, item))


@page("answer_copy", load=copy_of)
@require_POST
def finish(request: HttpRequest, copy: Copy) -> HttpResponse:
    actions.finish(copy, finished=request.POST.get("finished") == "1", actor=request.user)
    return redirect(own_door(copy).start)
