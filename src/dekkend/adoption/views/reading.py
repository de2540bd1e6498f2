from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dekkend.adoption.queries import decisions_of, version_of
from dekkend.adoption.reading import adopted_page, reading_page
from dekkend.documents.look import dressed
from dekkend.documents.papers import FORMS
from dekkend.documents.papers import render as on_paper
from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.profile.models import Version
from dekkend.profile.version.earlier import earlier_of
from dekkend.profile.version.keep import look_for
from dekkend.profile.version.papers import FROM_CONTENT


@page("see_version", load=version_of)
def version(request: HttpRequest, version: Version) -> HttpResponse:
    """One page made for reading: what changed, the checklist, the document, and what this reader can do."""
    return reading_page(request, version)


@page("see_version", load=version_of)
def version_paper(request: HttpRequest, version: Version, name: str) -> HttpResponse:
    """The sealed version on paper, made on the spot: `sop.pdf`, `checklist.docx`, `mr.pdf`."""
    kind, _, form = name.partition(".")
    if kind not in FROM_CONTENT or form not in FORMS:
        raise Http404
    chosen = FROM_CONTENT[kind]
    earlier = earlier_of(version.profile, version.number, version.format) if chosen.compares else None
    tree = chosen.tree(version.data, version.format, decisions_of(version), earlier=earlier)
    file = HttpResponse(
        on_paper(dressed(tree, look_for(version)), form), content_type=FORMS[form].content_type
    )
    school = version.profile.school.brin6
    file["Content-Disposition"] = f'inline; filename="{kind}-{school}-versie-{version.number}.{form}"'
    return file


@page("see_adopted", load=profile_of)
def adopted(request: HttpRequest, profile: Profile) -> HttpResponse:
    """For the samenwerkingsverband: answers and text of what was adopted; no notes, no talk of council and board."""
    return adopted_page(request, profile)


@page("see_road", load=profile_of)
def council(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Station 5: the sealed version, or what comes before it."""
    return station(request, profile, "council")


@page("see_road", load=profile_of)
def adoption(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Station 6: the same page; advice and decision are about one version."""
    return station(request, profile, "adoption")


def station(request: HttpRequest, profile: Profile, at: str) -> HttpResponse:
    if profile.sealed and not profile.is_open:
        return redirect("version", profile.pk, profile.sealed.number)
    if may("see_missing", request.user, profile):
        return redirect("submit", profile.pk)
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at=at),
        "versions": profile.versions.all(),
    }
    return render(request, "adoption/not_sealed.html", context)
