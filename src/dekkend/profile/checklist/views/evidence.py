"""Where an answer can be found: a document by name, links and files. Of the school, and of nobody else (rulings 5)."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from dekkend.formats.model import Item
from dekkend.kit import shelf
from dekkend.process.engine import closed_because, may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of

from .. import actions
from ..actions.finding import MOST
from ..doors import shared_door
from ..evidence_forms import FileForm, LinkForm
from ..models import Evidence
from ..queries import evidence_in, evidence_of, shared_sheet
from .common import item_or_404


def show(
    request: HttpRequest, profile: Profile, item: Item, *, status: int = 200, **forms: Any
) -> HttpResponse:
    door = shared_door(profile)
    places = evidence_in(profile, [item.id]).get(item.id, [])
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="checklist"),
        "item": item,
        "answer": shared_sheet(profile).answer(item),
        "answer_url": door.answer(item),
        "places": places,
        "is_full": len(places) >= MOST,
        "back": door.item(item, profile.format),
        "link": LinkForm(),
        "file": FileForm(),
        "may_edit": may("edit_evidence", request.user, profile),
        "closed": "" if profile.is_open else closed_because(profile),
        **forms,
    }
    return render(request, "checklist/evidence_page.html", context, status=status)


@page("see_evidence", load=profile_of)
def evidence(request: HttpRequest, profile: Profile, item: str) -> HttpResponse:
    """All of one item, with a form for each kind."""
    return show(request, profile, item_or_404(profile.format, item))


@page("edit_evidence", load=profile_of)
@require_POST
def add_link(request: HttpRequest, profile: Profile, item: str) -> HttpResponse:
    asked, form = item_or_404(profile.format, item), LinkForm(request.POST)
    if not form.is_valid():
        return show(request, profile, asked, status=422, link=form)
    actions.add_link(shared_sheet(profile), asked, actor=request.user, **form.cleaned_data)
    messages.success(request, "De link staat erbij.")
    return redirect("checklist_evidence", profile.pk, asked.id)


@page("edit_evidence", load=profile_of)
@require_POST
def add_file(request: HttpRequest, profile: Profile, item: str) -> HttpResponse:
    asked, form = item_or_404(profile.format, item), FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return show(request, profile, asked, status=422, file=form)
    fit = form.cleaned_data["file"]
    actions.add_file(shared_sheet(profile), asked, fit=fit, name=form.sent_name, actor=request.user)
    messages.success(request, "Het bestand staat erbij.")
    return redirect("checklist_evidence", profile.pk, asked.id)


@page("edit_evidence", load=profile_of)
@require_POST
def remove(request: HttpRequest, profile: Profile, evidence: uuid.UUID) -> HttpResponse:
    row = evidence_of(profile, evidence)
    actions.remove(profile, row, actor=request.user)
    messages.success(request, f"“{row}” is weg.")
    return redirect("checklist_evidence", profile.pk, row.answer.item)


@page("see_evidence", load=profile_of)
@require_GET
def file(request: HttpRequest, profile: Profile, evidence: uuid.UUID) -> HttpResponse:
    """Always saved and never shown in the browser, as what it is and nothing else."""
    row = evidence_of(profile, evidence)
    try:
        data = shelf.get(Evidence.FOLDER, row.stored)
    except (OSError, ValueError) as error:
        raise Http404 from error
    answer = HttpResponse(data, content_type=row.media)
    answer["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=row.title) or "attachment"
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["Cache-Control"] = "private, no-store"
    return answer
