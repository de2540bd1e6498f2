from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from dekkend.process.engine import Refused
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.writing import actions
from dekkend.profile.writing.proposals import proposal

from .paths import of_part, of_row, one_of


@page("write", load=profile_of)
@require_POST
def points(request: HttpRequest, profile: Profile) -> HttpResponse:
    """One press: an improvement point from an answer in development, a shortage or the ambition."""
    section = profile.format.section_of_kind("improvements")
    if section is None:
        raise Http404
    found = proposal(profile, request.POST.get("proposal", ""))
    if found is None:
        raise Refused("Dit is intussen veranderd en geen voorstel meer. Laad de bladzijde opnieuw.")
    if request.POST.get("point"):
        point = one_of(list(profile.improvements.all()), number(request.POST["point"]))
        actions.add_cause(point, found, profile=profile, actor=request.user)
        messages.success(request, f"Dit hoort nu bij “{point.title}”.")
    else:
        point = actions.make_point(profile, found, actor=request.user)
        messages.success(request, f"“{point.title}” staat bij de verbeterpunten. Kijk of de data kloppen.")
    return redirect(of_row(profile, section, point))


@page("write", load=profile_of)
@require_POST
def cause_removal(request: HttpRequest, profile: Profile, row: int) -> HttpResponse:
    """This point does not answer that after all."""
    section = profile.format.section_of_kind("improvements")
    if section is None:
        raise Http404
    point = one_of(list(profile.improvements.all()), row)
    kind, _, ref = request.POST.get("cause", "").partition(".")
    actions.take_cause(point, kind, ref, profile=profile, actor=request.user)
    return redirect(of_row(profile, section, point))


@page("write", load=profile_of)
@require_POST
def point_answer(request: HttpRequest, profile: Profile, row: int) -> HttpResponse:
    """What became of a point of last year."""
    section = profile.format.section_of_kind("improvements")
    if section is None:
        raise Http404
    point = one_of(list(profile.improvements.all()), row)
    answer, because = request.POST.get("answer", ""), " ".join(request.POST.get("because", "").split())
    point = actions.answer_point(point, answer, because=because, profile=profile, actor=request.user)
    messages.success(request, SAID[point.state].format(point.title))
    if request.POST.get("from") == "year":
        return redirect("last_year", profile.pk)
    return redirect(of_part(profile, section.id))


SAID = {
    "planned": "“{}” is gepland.",
    "running": "“{}” loopt door. Kijk of doel en datum nog kloppen.",
    "done": "“{}” is gedaan. Het staat in het profiel als resultaat; haal het weg als je het niet wilt vertellen.",
    "dropped": "“{}” vervalt en staat niet meer in het profiel.",
}


def number(told: str) -> int:
    try:
        return int(told)
    except ValueError as error:
        raise Http404 from error
