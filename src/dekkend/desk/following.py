"""One school as the samenwerkingsverband follows it: where it is, and what can be done about a date. No content."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.profile.base.forms import AnswerForm, ExtensionForm
from dekkend.profile.base.models import Extension, Profile
from dekkend.profile.base.road import NAMES, ORDER, brief_road, is_late
from dekkend.region.queries import keys

from .reminders import remind_school


def followed_profile(user: Any, profile: int) -> Profile:
    """A profile of a school of the own samenwerkingsverband, also a running one: the page shows no content."""
    mine = Profile.objects.with_places().filter(school__alliance__in=keys(user, "alliance"))
    found = mine.filter(pk=profile).first()
    if found is None:
        raise Http404
    return found


@page("see_progress", load=followed_profile)
def followed(request: HttpRequest, profile: Profile) -> HttpResponse:
    return shown(request, profile)


def shown(request: HttpRequest, profile: Profile, form: Any = None, answer: Any = None) -> HttpResponse:
    """`form`, `answer`: what was typed and is not right yet."""
    rows = list(profile.extensions.all())
    asked = [one for one in rows if one.state == Extension.State.ASKED]
    for one in asked:
        one.profile = profile
    forms = [answer if answer and answer.asked.pk == one.pk else AnswerForm(asked=one) for one in asked]
    context = {
        "profile": profile, "school": profile.school, "road": brief_road(profile), "late": is_late(profile),
        "stops": [(NAMES[key], profile.until(key), key in profile.extended) for key in ORDER],
        "answers": [(one, NAMES[one.asked.station]) for one in forms],
        "earlier": [(one, NAMES[one.station]) for one in rows if one.state != Extension.State.ASKED],
        "form": form or ExtensionForm(profile=profile, giving=True),
        "manages": may("give_extension", request.user, profile),
    }  # fmt: skip
    return render(request, "desk/followed.html", context, status=422 if form or answer else 200)


@page("give_extension", load=followed_profile)
@require_POST
def give_extension(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Straight away, without being asked."""
    form = ExtensionForm(request.POST, profile=profile, giving=True)
    if not form.is_valid():
        return shown(request, profile, form=form)
    form.save(actor=request.user)
    messages.success(request, f"{profile.school} heeft uitstel. De school hoort het per mail.")
    return redirect("followed", profile.pk)


@page("give_extension", load=followed_profile)
@require_POST
def grant_extension(request: HttpRequest, profile: Profile, asked: int) -> HttpResponse:
    return answer(request, profile, asked, give=True)


@page("decline_extension", load=followed_profile)
@require_POST
def decline_extension(request: HttpRequest, profile: Profile, asked: int) -> HttpResponse:
    return answer(request, profile, asked, give=False)


def answer(request: HttpRequest, profile: Profile, asked: int, *, give: bool) -> HttpResponse:
    row = get_object_or_404(profile.extensions, pk=asked)
    row.profile = profile
    form = AnswerForm(request.POST, asked=row)
    if not form.is_valid():
        return shown(request, profile, answer=form)
    form.save(actor=request.user, give=give)
    messages.success(request, "De school hoort je antwoord per mail.")
    return redirect("followed", profile.pk)


@page("remind_school", load=followed_profile)
@require_POST
def school_reminder(request: HttpRequest, profile: Profile) -> HttpResponse:
    number = remind_school(profile, actor=request.user, today=timezone.localdate())
    messages.success(
        request, "Eén herinnering gaat weg." if number == 1 else f"{number} herinneringen gaan weg."
    )
    return redirect("followed", profile.pk)
