"""An old profile is read, laid beside the new one, and taken over piece by piece. Every page is `write`."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.profile.writing.parts import PROVISIONS
from dekkend.profile.writing.queries import section_in

from . import actions
from .forms import OldFileForm, chosen_in, place_form
from .models import OldPassage, Reading
from .page import board_of, line_of
from .showing import Choice, choice_in, number_in
from .targets import all_targets, places_of

DO = {"take": actions.take, "undo": actions.undo, "skip": actions.skip, "back": actions.back}


def around(request: HttpRequest, profile: Profile) -> dict[str, Any]:
    return {"profile": profile, "road": road_of(profile, request.user, at="profile"), "at": "profile"}


def reading_of(profile: Profile) -> Reading:
    return get_object_or_404(Reading, profile=profile)


def passage_of(reading: Reading, told: str) -> OldPassage:
    return get_object_or_404(OldPassage, reading=reading, position=number_in(told))


def chosen_by(request: HttpRequest, profile: Profile) -> Choice:
    """What of the old profile is shown; a form says it too, so that who presses comes back to it."""
    told = request.POST if request.method == "POST" else request.GET
    return choice_in(told.dict(), (PROVISIONS, *(section.id for section in profile.format.sections)))


def at(request: HttpRequest, profile: Profile, passage: OldPassage) -> str:
    """The page on which a passage stands, at that passage."""
    return chosen_by(request, profile).url(reverse("old_profile", args=[profile.pk]), at=passage.position)


def parts_of(profile: Profile, stay: int = 0) -> str:
    """The page at the parts of the new profile; `stay`: so many could not be taken back."""
    return f"{reverse('old_profile', args=[profile.pk])}{f'?bleef={stay}' if stay else ''}#delen"


@page("write", load=profile_of)
def old_profile(request: HttpRequest, profile: Profile) -> HttpResponse:
    """The file to choose, or the old profile that is being taken over."""
    reading = Reading.objects.filter(profile=profile).first()
    if request.method == "POST" and reading is None:
        return bring(request, profile)
    context = around(request, profile)
    if reading is None:
        return render(request, "reading/choose.html", context | {"form": OldFileForm()})
    board = board_of(profile, reading, chosen_by(request, profile))
    stay = number_in(request.GET.get("bleef", ""))
    return render(request, "reading/beside.html", context | {"board": board, "stay": stay})


def bring(request: HttpRequest, profile: Profile) -> HttpResponse:
    form = OldFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "reading/choose.html", around(request, profile) | {"form": form}, status=422)
    today = timezone.localdate()
    actions.keep(profile, form.title, form.cleaned_data["file"], on=today, actor=request.user)
    return redirect("old_profile", profile.pk)


@page("write", load=profile_of)
@require_POST
def old_pieces(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Each button names what it does and with which passage: `take`, `undo`, `skip`, `back`.

    Or with a part: `all`; or with what such a press took over: `undo_all`.
    """
    reading = reading_of(profile)
    if part := request.POST.get("all"):
        actions.take_all(section_in(places_of(profile), part), profile=profile, actor=request.user)
        return redirect(parts_of(profile))
    if key := request.POST.get("undo_all"):
        return redirect(parts_of(profile, actions.undo_all(key, profile=profile, actor=request.user)))
    for verb, act in DO.items():
        if verb in request.POST:
            passage = passage_of(reading, request.POST[verb])
            act(passage, profile=profile, actor=request.user)
            return redirect(at(request, profile, passage))
    raise Http404


@page("write", load=profile_of)
def old_place(request: HttpRequest, profile: Profile, position: int) -> HttpResponse:
    """Another place for one passage."""
    passage = passage_of(reading_of(profile), str(position))
    fmt = places_of(profile)
    form = place_form(fmt, request.POST or None, chosen=passage.target)
    if request.method == "POST" and form.is_valid():
        actions.choose(passage, chosen_in(form), profile=profile, actor=request.user)
        if "take" in request.POST:
            actions.take(passage, profile=profile, actor=request.user)
        return redirect(at(request, profile, passage))
    line = line_of(profile, fmt, passage, set(all_targets(fmt)))
    context = {
        "line": line,
        "form": form,
        "back": at(request, profile, passage),
        "choice": chosen_by(request, profile),
    }
    status = 422 if form.errors else 200
    return render(request, "reading/place.html", around(request, profile) | context, status=status)


@page("write", load=profile_of)
@require_POST
def old_finish(request: HttpRequest, profile: Profile) -> HttpResponse:
    actions.finish(profile, actor=request.user)
    return redirect("writing", profile.pk)
