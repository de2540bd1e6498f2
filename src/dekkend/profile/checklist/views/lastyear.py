"""Last year's answer in one press, per item or per question, and straight back. Only in the shared copy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from dekkend.audit.revisions import Saved
from dekkend.audit.saving import REVISION, clock, flat, wants_json
from dekkend.formats.model import Format, Item
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of

from .. import actions
from ..doors import shared_door
from ..earlier import ready_in, told_of
from ..page import live
from ..queries import shared_sheet
from ..sheet import Sheet
from .common import item_or_404, question_or_404

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
    place = f"{shared_door(profile).question(asked)}{{}}#vorig-jaar-{asked.id}"
    return answered(request, sheet, kept, place, "Er was niets meer over te nemen.")


@page("edit_checklist", load=profile_of)
@require_POST
def undo(request: HttpRequest, profile: Profile, question: str) -> HttpResponse:
    """Straight after: what was taken over goes away again, unless somebody wrote there since."""
    asked, sheet = question_or_404(profile.format, question), shared_sheet(profile)
    kept = actions.undo(sheet, steps_in(request.POST.get("steps", ""), profile.format), actor=request.user)
    place = f"{shared_door(profile).question(asked)}#vorig-jaar-{asked.id}"
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
