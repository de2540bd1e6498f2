from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from dekkend.audit.revisions import Saved
from dekkend.audit.saving import base_of, respond, sending_of
from dekkend.process.engine import closed_because, has_role, may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import brief_profile, profile_of
from dekkend.profile.base.road import road_of
from dekkend.web.device import from_its_person, mark_of

from .. import actions
from ..doors import shared_door
from ..earlier import told_of
from ..forms import SummaryForm
from ..page import list_of, question_page
from ..queries import own_copy, shared_sheet, sheet_of, turnout_of
from .common import question_or_404, save_answer, sent_item, sent_question


@page("see_checklist", load=profile_of)
def overview(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Station 1: the shared copy, the own copy, the team."""
    sheet, own, door = shared_sheet(profile), own_copy(profile, request.user), shared_door(profile)
    first = sheet.first_open() or profile.format.questions[0]
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="checklist"),
        "sheet": sheet,
        "door": door,
        "person": mark_of(request.user),
        "list": list_of(sheet, door),
        "first": first,
        "first_url": door.question(first),
        "own": own,
        "own_sheet": sheet_of(own, short=True) if own else None,
        "turnout": turnout_of(profile),
        "may_edit": may("edit_checklist", request.user, profile),
        "may_ask": may("ask_team", request.user, profile),
        "has_last_year": bool(told_of(profile)) if not sheet.is_complete else False,
        "closed": "" if profile.is_open else closed_because(profile),
    }
    return render(request, "checklist/overview.html", context)


@page("see_checklist", load=profile_of)
def question(request: HttpRequest, profile: Profile, question: str) -> HttpResponse:
    """One question of the shared copy; to be filled in, or only read."""
    asked = question_or_404(profile.format, question)
    may_edit = may("edit_checklist", request.user, profile)
    # A guest reads the answers, not what lies behind them.
    sources = has_role("see_evidence", request.user, profile)
    shown = question_page(shared_sheet(profile), shared_door(profile), asked, request.user, sources=sources)
    context = shown | {
        "road": road_of(profile, request.user, at="checklist"),
        "undo_steps": request.GET.get("stappen", ""),  # taken over without a script
        "may_edit": may_edit,
        "closed": "" if profile.is_open else closed_because(profile),
    }
    return render(request, "checklist/question.html", context)


@from_its_person
@page("edit_checklist", load=brief_profile)
@require_POST
def answer(request: HttpRequest, profile: Profile, item: str) -> HttpResponse:
    asked = sent_item(profile.format, item)
    return save_answer(request, shared_sheet(profile, short=True), shared_door(profile), asked)


@from_its_person
@page("edit_checklist", load=brief_profile)
@require_POST
def summary(request: HttpRequest, profile: Profile, question: str) -> HttpResponse:
    asked = sent_question(profile.format, question)
    form = SummaryForm(request.POST)

    def save() -> Saved:
        text = form.changes()["text"]
        base, sending = base_of(request), sending_of(request)
        return actions.summarise(profile, asked, text, base=base, actor=request.user, sending=sending)

    back = f"{shared_door(profile).question(asked)}#samenvatting-{asked.id}"
    return respond(request, save, labels={"text": "Samenvatting"}, back=back)
