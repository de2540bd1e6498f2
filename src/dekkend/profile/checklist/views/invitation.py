"""One invitation by name, for whoever asks the team: its link, its questions, taking it back."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of

from .. import actions
from ..coverage import choices_of, for_audience, words_for
from ..models import Copy
from ..queries import is_begun, named_copy
from ..teamforms import CoverageForm
from .slips import slips_page


def show(
    request: HttpRequest, profile: Profile, copy: Copy, *, status: int = 200, form: Any = None
) -> HttpResponse:
    """The answers themselves are not on this page."""
    fmt, proposed = profile.format, request.GET.get("voorstel", "")
    ticked = set(for_audience(fmt, proposed) if proposed else copy.covers) or {item.id for item in fmt.items}
    if form is not None:
        ticked = set(request.POST.getlist("items"))
    context = {
        "profile": profile,
        "road": road_of(profile, request.user, at="checklist"),
        "copy": copy,
        "function": "" if copy.label == copy.called else copy.label,
        "asked": words_for(fmt, copy.covers),
        "begun": is_begun(copy),
        "form": form or CoverageForm(profile=profile),
        "questions": [(each, [(item, item.id in ticked) for item in each.items]) for each in fmt.questions],
        "proposals": choices_of(fmt, by_hand=False),
        "proposed": proposed,
    }
    return render(request, "checklist/invitation.html", context, status=status)


@page("ask_team", load=profile_of)
def invitation(request: HttpRequest, profile: Profile, copy: uuid.UUID) -> HttpResponse:
    """Who it is, how far, and what can be done."""
    return show(request, profile, named_copy(profile, copy))


@page("ask_team", load=profile_of)
@require_POST
def questions(request: HttpRequest, profile: Profile, copy: uuid.UUID) -> HttpResponse:
    """What this colleague is asked from now on."""
    found, form = named_copy(profile, copy), CoverageForm(request.POST, profile=profile)
    if not form.is_valid():
        return show(request, profile, found, status=422, form=form)
    stay = actions.choose_questions(found, form.cleaned_data["items"], actor=request.user)
    words = "De vragen zijn bewaard."
    if stay:
        numbers = [profile.format.item(item).number for item in stay if profile.format.has_item(item)]
        words += f" {', '.join(numbers)} blijft erbij: daar staat al een antwoord."
    messages.success(request, words)
    return redirect("team_copy", profile.pk, found.pk)


@page("ask_team", load=profile_of)
@never_cache
@require_POST
def send_anew(request: HttpRequest, profile: Profile, copy: uuid.UUID) -> HttpResponse:
    """A new link by mail, or a new slip; the old one is dead."""
    mail = request.POST.get("by") != "paper"
    invited = actions.send_anew(named_copy(profile, copy), mail=mail, actor=request.user)
    if not mail:
        return slips_page(request, profile, [invited])
    messages.success(request, f"{invited.name} kreeg een nieuwe link. De oude werkt niet meer.")
    return redirect("team_copy", profile.pk, copy)


@page("ask_team", load=profile_of)
@require_POST
def withdraw(request: HttpRequest, profile: Profile, copy: uuid.UUID) -> HttpResponse:
    found = named_copy(profile, copy)
    name = found.called
    if actions.withdraw(found, actor=request.user):
        messages.success(request, f"De uitnodiging van {name} is ingetrokken.")
    else:
        messages.success(
            request, f"De link van {name} werkt niet meer. De antwoorden die er zijn, tellen mee."
        )
    return redirect("team", profile.pk)
