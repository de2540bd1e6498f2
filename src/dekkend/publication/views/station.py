"""Station 7 of a profile: what becomes public, the one button, and taking it back."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from dekkend.adoption.queries import decisions_of
from dekkend.formats.queries import get_format
from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.profile.models import Profile, Version
from dekkend.publication import actions
from dekkend.publication.forms import WithdrawForm
from dekkend.publication.models import Publication
from dekkend.publication.page import school_page
from dekkend.publication.papers import ADDRESSES, are_kept, papers_of

from .papers import serve
from .school import public_render


@page("see_road", load=profile_of)
def publication(request: HttpRequest, profile: Profile) -> HttpResponse:
    if request.method == "POST":
        made = actions.publish(profile, actor=request.user)
        messages.success(
            request, f"Het profiel is openbaar. Ouders vinden het op de pagina van {made.school}."
        )
        return redirect("publication", profile=profile.pk)
    version = profile.adopted
    context = {
        "profile": profile,
        "road": road_of(profile, request.user),
        "at": "publication",
        "version": version,
        "papers": papers_of(version) if version else {},
        "are_kept": bool(version and are_kept(version)),
        "may_publish": may("publish", request.user, profile),
        "may_style": may("manage_house_style", request.user, profile),
        "may_withdraw": may("withdraw", request.user, profile),
        "publications": list(
            Publication.objects.filter(profile=profile).select_related("school").defer("search_text")
        ),
    }
    return render(request, "publication/station.html", context)


@page("withdraw", load=profile_of)
def withdrawal(request: HttpRequest, profile: Profile) -> HttpResponse:
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        actions.withdraw(profile, actor=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, "Het profiel is ingetrokken. De openbare pagina zegt waarom.")
        return redirect("publication", profile=profile.pk)
    context = {"profile": profile, "road": road_of(profile, request.user), "at": "publication", "form": form}
    return render(request, "publication/withdrawal.html", context)


@page("publish", load=profile_of)
@require_POST
def papers(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Make the files again, when that failed at the adoption."""
    made = actions.make_papers(profile, actor=request.user)
    messages.success(request, f"De {len(made)} bestanden zijn gemaakt.")
    return redirect("publication", profile=profile.pk)


@page("see_road", load=profile_of)
def preview(request: HttpRequest, profile: Profile) -> HttpResponse:
    """The public page as it will be."""
    version = adopted(profile)
    content = version.data
    decisions = replace(decisions_of(version), published_on=timezone.localdate().isoformat())
    context = {
        "is_preview": True,
        "profile": profile,
        "school": profile.school,
        "page": school_page(content, get_format(content["format"]), decisions),
        "papers": papers_of(version),
    }
    return public_render(request, profile.school, "publication/school.html", context)


@page("see_road", load=profile_of)
def kept_paper(request: HttpRequest, profile: Profile, name: str) -> HttpResponse:
    """A file for who made it, before the world sees it."""
    if name not in ADDRESSES:
        raise Http404
    response = serve(
        request, adopted(profile), name, f"{profile.school.brin6}-{profile.round.schooljaar}-{name}"
    )
    response["Cache-Control"] = "private, no-cache"
    return response


def adopted(profile: Profile) -> Version:
    if profile.adopted is None:
        raise Http404
    return profile.adopted
