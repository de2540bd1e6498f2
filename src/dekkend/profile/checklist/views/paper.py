"""The checklist on paper: empty for a pen, or with the answers of one copy."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from dekkend.documents import papers
from dekkend.documents.look import dressed
from dekkend.documents.tree import Document
from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.region.housestyle.queries import look_of

from ..doors import Door, own_door, shared_door
from ..forms import BookForm
from ..models import Copy
from ..paper import empty_form, filled_form
from ..queries import copy_of, shared_sheet, sheet_of
from ..sheet import Sheet

KINDS = {"leeg": ("Leeg, voor een pen", empty_form), "ingevuld": ("Ingevuld, zoals het nu is", filled_form)}
FORMS = ("pdf", "docx", "odt")


def tree_of(sheet: Sheet, kind: str) -> Document:
    if kind not in KINDS:
        raise Http404
    return dressed(KINDS[kind][1](sheet, on=timezone.localdate()), look_of(sheet.profile.school))


def choose(request: HttpRequest, sheet: Sheet, door: Door, *, may_edit: bool, **more: Any) -> HttpResponse:
    """All that goes out of a copy and back into it."""
    context = {
        "profile": sheet.profile,
        "road": road_of(sheet.profile, request.user, at="checklist"),
        "sheet": sheet,
        "door_start": door.start,
        "kinds": [
            (
                name,
                door.page("form", kind),
                [(papers.FORMS[f].name, door.page("file", kind, f)) for f in FORMS],
            )
            for kind, (name, _) in KINDS.items()
        ],
        "book_url": door.page("book"),
        "upload_url": door.page("upload") if may_edit else "",
        "take_in_url": door.page("take_in") if may_edit else "",
        "paper_url": door.page("paper"),
        "form": BookForm(),
        **more,
    }
    return render(request, "checklist/paper.html", context, status=more.get("status", 200))


def show(request: HttpRequest, sheet: Sheet, door: Door, kind: str) -> HttpResponse:
    """The form as a page, to be printed from the browser."""
    context = {
        "profile": sheet.profile,
        "document": tree_of(sheet, kind),
        "back": door.page("paper"),
        "files": [(papers.FORMS[form].name, door.page("file", kind, form)) for form in FORMS],
    }
    return render(request, "checklist/paper_form.html", context)


def file(sheet: Sheet, kind: str, form: str) -> HttpResponse:
    """Made now, kept nowhere."""
    if form not in FORMS:
        raise Http404
    made = papers.render(tree_of(sheet, kind), form)
    return attachment(made, papers.FORMS[form].content_type, name_of(sheet, kind, papers.FORMS[form].ending))


def name_of(sheet: Sheet, kind: str, ending: str) -> str:
    own = "-eigen" if sheet.is_personal else ""
    return f"{sheet.profile.school.brin6}-{sheet.profile.round.schooljaar}-checklist{own}-{kind}{ending}"


def attachment(data: bytes, content_type: str, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(data, content_type=content_type, headers=headers)


@page("see_checklist", load=profile_of)
def shared(request: HttpRequest, profile: Profile) -> HttpResponse:
    may_edit = may("edit_checklist", request.user, profile)
    return choose(request, shared_sheet(profile), shared_door(profile), may_edit=may_edit)


@page("see_checklist", load=profile_of)
def shared_form(request: HttpRequest, profile: Profile, kind: str) -> HttpResponse:
    return show(request, shared_sheet(profile), shared_door(profile), kind)


@page("see_checklist", load=profile_of)
def shared_file(request: HttpRequest, profile: Profile, kind: str, form: str) -> HttpResponse:
    return file(shared_sheet(profile), kind, form)


@page("see_copy", load=copy_of)
def own(request: HttpRequest, copy: Copy) -> HttpResponse:
    may_edit = may("answer_copy", request.user, copy)
    return choose(request, sheet_of(copy), own_door(copy), may_edit=may_edit)


@page("see_copy", load=copy_of)
def own_form(request: HttpRequest, copy: Copy, kind: str) -> HttpResponse:
    return show(request, sheet_of(copy), own_door(copy), kind)


@page("see_copy", load=copy_of)
def own_file(request: HttpRequest, copy: Copy, kind: str, form: str) -> HttpResponse:
    return file(sheet_of(copy), kind, form)
