"""Last year's answer in one press, per item or per question, and straight back. Only in the shared copy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from dekkend.audit.revisions import Saved
from dekkend.audit.saving import REVISION, clock, flat, wants_json
from dekkend.formats.model import Format, Item, Question
from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of

from .. import actions
from ..again import parts_of
from ..doors import shared_door
from ..earlier import ready_in, told_of
from ..page import live
from ..queries import shared_sheet
from ..sheet import Sheet
from .common import item_or_404, question_or_404

NOTHING_LEFT = "Er was niets meer over te nemen."
BETWEEN = ","
MOST = 200  # steps in one request


@page("edit_checklist", load=profile_of)
@require_POST
def take_item(request: HttpRequest, profile: Profile, item: str) -> HttpResponse:
    asked, told = item_or_404(profile.format, item), told_of(profile)
    sheet = shared_sheet(profile)
    chosen = [told[asked.id]] if asked.id in told else []
    kept = actions.take_last_year(sheet, chosen, actor=request.user)
    place = f"{shared_door(profile).question(profile.format.question_of(asked.id))}{{}}#onderdeel-{asked.id}"
    nothing = f"Bij {asked.number} stond al een antwoord; dat is gebleven."
    return answered(request, sheet, kept, place, nothing)


@page("edit_checklist", load=profile_of)
@require_POST
def take_question(request: HttpRequest, profile: Profile, question: str) -> HttpResponse:
    """All items of a question that are still open and read as they did last year."""
    asked, sheet = question_or_404(profile.format, question), shared_sheet(profile)
    kept = actions.take_last_year(sheet, ready_in(sheet, asked, told_of(profile)), actor=request.user)
    place = place_of(request, profile, asked)
    return answered(request, sheet, kept, place, NOTHING_LEFT)


@page("see_checklist", load=profile_of)
def again(request: HttpRequest, profile: Profile) -> HttpResponse:
    """The whole checklist beside last year; back to the station where there is no last year."""
    told, sheet = told_of(profile), shared_sheet(profile)
    if not told:
        return redirect("checklist", profile.pk)
    parts = parts_of(sheet, shared_door(profile), told)
    undo_steps = request.GET.get("stappen", "")
    steps = steps_in(undo_steps, profile.format) if undo_steps else []
    open = sum(part.open for part in parts)
    may_edit = may("edit_checklist", request.user, profile)
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="checklist"),
        "parts": parts,
        "open": open,
        "at_once": may_edit and not open and not profile.naming and profile.station == "dialogue",
        "ready": sum(part.ready for part in parts),
        "taken": profile.format.question_of(steps[0][0].id) if steps else None,
        "undo_steps": undo_steps,
        "may_edit": may_edit,
    }
    return render(request, "checklist/again.html", context)


@page("edit_checklist", load=profile_of)
@require_POST
def take_rest(request: HttpRequest, profile: Profile) -> HttpResponse:
    """All that is still open and reads as it did, of every question."""
    sheet, told = shared_sheet(profile), told_of(profile)
    ready = [each for question in sheet.questions for each in ready_in(sheet, question, told)]
    kept = actions.take_last_year(sheet, ready, actor=request.user)
    number = "Eén antwoord" if len(kept) == 1 else f"{len(kept)} antwoorden"
    messages.success(request, f"{number} van vorig jaar overgenomen." if kept else NOTHING_LEFT)
    return redirect("checklist_again", profile.pk)


def place_of(request: HttpRequest, profile: Profile, asked: Question) -> str:
    """Back to where one pressed; `{}` is for what was done, to be taken back."""
    if request.POST.get("back") == "again":
        return f"{reverse('checklist_again', args=[profile.pk])}{{}}#gedaan-{asked.id}"
    return f"{shared_door(profile).question(asked)}{{}}#vorig-jaar-{asked.id}"


@page("edit_checklist", load=profile_of)
@require_POST
def undo(request: HttpRequest, profile: Profile, question: str) -> HttpResponse:
    """Straight after: what was taken over goes away again, unless somebody wrote there since."""
    asked, sheet = question_or_404(profile.format, question), shared_sheet(profile)
    kept = actions.undo(sheet, steps_in(request.POST.get("steps", ""), profile.format), actor=request.user)
    place = place_of(request, profile, asked).replace("{}", "")
    return answered(request, sheet, kept, place, "Hier is intussen verder geschreven; dat is gebleven.")


def answered(request: HttpRequest, sheet: Sheet, kept: list[Saved], place: str, nothing: str) -> HttpResponse:
    """JSON: {taken: [{item, revision, fields}], steps, words, saved, state}. Without a script: back to the page."""
    if wants_json(request):
        return JsonResponse(told_to_script(sheet, kept, nothing))
    if not kept:
        messages.info(request, nothing)
    return redirect(place.replace("{}", f"?stappen={steps_of(kept)}" if kept else ""))


def told_to_script(sheet: Sheet, kept: list[Saved], nothing: str) -> dict[str, Any]:
    state: dict[str, str] = {}
    for saved in kept:
        sheet = sheet.with_answer(saved.row)
        state |= live(sheet, sheet.format.item(saved.row.item))
    return {
        "taken": [
            {"item": saved.row.item, "revision": saved.row.revision, "fields": flat_fields(sheet, saved)}
            for saved in kept
        ],
        "steps": steps_of(kept),
        "words": "" if kept else nothing,
        "saved": clock(),
        "state": state,
    }


def flat_fields(sheet: Sheet, saved: Saved) -> dict[str, Any]:
    """Every field of the form, also the topics that are open."""
    values = saved.row.values()
    topics = {topic.id: "" for topic in sheet.format.item(saved.row.item).topics}
    return flat({**values, "topics": {**topics, **values["topics"]}})


def steps_of(kept: Iterable[Saved]) -> str:
    """ "ZOI-1:1,ZOI-2:3": what was done, to be taken back."""
    return BETWEEN.join(f"{saved.row.item}:{saved.row.revision}" for saved in kept)


def steps_in(told: str, fmt: Format) -> list[tuple[Item, int]]:
    """Raise Http404 for what no page of ours sends."""
    steps = []
    for part in told.split(BETWEEN)[:MOST]:
        item, _, revision = part.rpartition(":")
        if not REVISION.fullmatch(revision):
            raise Http404
        steps.append((item_or_404(fmt, item), int(revision)))
    return steps
