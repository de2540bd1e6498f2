"""The document as it will be printed, from what is written now. Nobody has decided on it: it says "Concept"."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.documents import papers as forms
from dekkend.documents.look import dressed
from dekkend.documents.tree import Document
from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.profile.talk.queries import closed_talks
from dekkend.profile.writing.queries import with_rows
from dekkend.region.housestyle.queries import look_of

from .compile import content_of
from .earlier import earlier_of
from .missing import missing
from .papers import FROM_CONTENT, FROM_TALK, sop

# What a school takes along to a meeting.
FORMS = ("pdf", "docx", "odt")


def tree_of(profile: Profile, kind: str) -> Document:
    """The tree of one paper, from the rows, in the house style. About sixteen queries, whatever stands in them."""
    if kind not in FROM_CONTENT:
        raise Http404
    content, worn = content_of(with_rows(profile)), look_of(profile.school)
    if kind == "sop":
        return dressed(sop(content, profile.format, here=profile.station), worn)
    chosen = FROM_CONTENT[kind]
    earlier = earlier_of(profile, profile.versions.count() + 1, profile.format) if chosen.compares else None
    return dressed(chosen.tree(content, profile.format, earlier=earlier), worn)


@page("see_writing", load=profile_of)
def preview(request: HttpRequest, profile: Profile, kind: str = "sop") -> HttpResponse:
    document = tree_of(profile, kind)
    found = missing(profile) if profile.is_open else []
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="profile"),
        "at": "profile",
        "document": document,
        "kind": kind,
        "kinds": list(FROM_CONTENT.values()),
        "shown": FROM_CONTENT[kind],
        "reports": list(FROM_TALK.values()) if may_read_reports(request, profile) else [],
        "files": [(form, forms.FORMS[form].name) for form in FORMS],
        "missing": found,
        "open": sum(len(place.texts) for place in found),
        "may_submit": may("submit", request.user, profile),
        "may_finish": may("see_missing", request.user, profile),
        "may_write": may("write", request.user, profile),
    }
    return render(request, "version/preview.html", context)


def may_read_reports(request: HttpRequest, profile: Profile) -> bool:
    """There is a closed talk, and this reader may see what came of it. One query."""
    return may("see_dialogue", request.user, profile) and bool(closed_talks(profile))


@page("see_writing", load=profile_of)
def preview_file(request: HttpRequest, profile: Profile, kind: str, form: str) -> HttpResponse:
    """The concept as a file; made now, kept nowhere."""
    if form not in FORMS:
        raise Http404
    made = forms.render(tree_of(profile, kind), form)
    name = f"{profile.school.brin6}-{profile.round.schooljaar}-{kind}-concept{forms.FORMS[form].ending}"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(made, content_type=forms.FORMS[form].content_type, headers=disposition)
