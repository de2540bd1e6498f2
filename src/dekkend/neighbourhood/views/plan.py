from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from dekkend.audit.saving import base_of, respond
from dekkend.neighbourhood import actions
from dekkend.neighbourhood.forms import AgreementForm
from dekkend.neighbourhood.queries import agreement_in, area_of
from dekkend.neighbourhood.starts import UnknownStart, start_of
from dekkend.process.engine import Refused
from dekkend.process.gate import page
from dekkend.region.models import Area

from .area import removal_of
from .common import back, round_sent


@page("edit_plan", load=area_of)
@require_POST
def agreements(request: HttpRequest, area: Area) -> HttpResponse:
    """Begin an agreement: about a need, an item that schools share, a boundary, or nothing yet."""
    round = round_sent(request, area)
    try:
        start = start_of(round.format, request.POST.get("from", ""), request.POST.get("key", ""))
    except UnknownStart as error:
        raise Http404 from error
    made = actions.add_agreement(area, round, actor=request.user, need=start.need, what=start.what)
    return redirect(back(area, round.first_year, f"afspraak-{made.pk}"))


@page("edit_plan", load=area_of)
@require_POST
def agreement(request: HttpRequest, area: Area, agreement: int) -> HttpResponse:
    found = agreement_in(area, agreement)
    round = found.plan.round
    form = AgreementForm(request.POST, offer=round.format.offer)
    needs = {need.id: need.label for need in round.format.offer.needs}
    return respond(
        request,
        lambda: actions.change_agreement(found, form.changes(), base=base_of(request), actor=request.user),
        labels=form.labels,
        words=lambda field, value: needs.get(value, "Algemeen") if field == "need" else str(value or ""),
        back=back(area, round.first_year, f"afspraak-{found.pk}"),
    )


@page("edit_plan", load=area_of)
@require_POST
def agreement_removal(request: HttpRequest, area: Area, agreement: int) -> HttpResponse:
    found = agreement_in(area, agreement)
    event = actions.remove_agreement(found, actor=request.user)
    place = back(area, found.plan.round.first_year, "plan").replace("#", f"&weg={event.pk}#")
    return redirect(place)


@page("edit_plan", load=area_of)
@require_POST
def agreement_return(request: HttpRequest, area: Area) -> HttpResponse:
    """Put back what was just taken away."""
    event = removal_of(area, request.POST.get("removal", ""))
    if event is None:
        raise Http404
    made = actions.put_back(area, event, actor=request.user)
    messages.success(request, "De afspraak is teruggezet.")
    return redirect(back(area, made.plan.round.first_year, f"afspraak-{made.pk}"))


@page("seal_plan", load=area_of)
@require_POST
def sealing(request: HttpRequest, area: Area) -> HttpResponse:
    round = round_sent(request, area)
    try:
        sealed = actions.seal_plan(area, round, actor=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Het plan is vastgelegd als versie {sealed.number}.")
    return redirect(back(area, round.first_year, "plan"))
