"""The advice beside one form: read anew after a save, or waved away."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.writing import actions
from dekkend.profile.writing.parts import PROVISIONS
from dekkend.profile.writing.queries import with_rows
from dekkend.profile.writing.spots import Spot, spots_of

from .paths import of_part


def spot_of(profile: Profile, key: str) -> Spot:
    with_rows(profile)
    parts = [*(section.id for section in profile.format.sections), PROVISIONS]
    for part in parts:
        if (spot := spots_of(profile, part).get(key)) is not None:
            return spot
    raise Http404


def of_spot(profile: Profile, spot: Spot) -> str:
    """The page on which the spot stands, at its form."""
    if spot.page:
        return f"{reverse('arrangement', args=[profile.pk, spot.part, spot.page])}#{spot.form}"
    return of_part(profile, spot.part, spot.form)


@page("write", load=profile_of)
@require_GET
def advice(request: HttpRequest, profile: Profile, spot: str) -> HttpResponse:
    """A piece of a page: what is advised now."""
    return render(request, "writing/advice_notes.html", {"profile": profile, "spot": spot_of(profile, spot)})


@page("write", load=profile_of)
@require_POST
def advice_wave(request: HttpRequest, profile: Profile, spot: str) -> HttpResponse:
    """Leave it as it is. Of what changed meanwhile there is nothing to wave away any more."""
    here = spot_of(profile, spot)
    asked = (request.POST.get("kind"), request.POST.get("mark"))
    for note in here.notes:
        if (note.advice.kind, note.advice.mark) == asked:
            actions.wave(profile, here.key, note.advice, actor=request.user)
            break
    return redirect(of_spot(profile, here))
