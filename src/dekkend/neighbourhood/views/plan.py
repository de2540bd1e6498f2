from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from dekkend.audit.saving import base_of, respond
from dekkend.documents.papers import FORMS, render
from dekkend.formats.queries import get_format
from dekkend.neighbourhood import actions
from dekkend.neighbourhood.content import content_of, document
from dekkend.neighbourhood.forms import AgreementForm
from dekkend.neighbourhood.models import AreaPlan, SealedPlan
from dekkend.neighbourhood.queries import agreement_in, area_of, round_of
from dekkend.process.gate import page
from dekkend.region.models import Area


@page("edit_plan", load=area_of)
@require_POST
def agreements(request: HttpRequest, area: Area) -> HttpResponse:
    """Begin an agreement."""
    round = round_of(area, request.POST.get("ronde"))
    need = request.POST.get("need", "")
    if need and need not in {one.id for one in round.format.offer.needs}:
        raise Http404
    made = actions.add_agreement(area, round, actor=request.user, need=need)
    return redirect(f"{back(area, round.first_year)}#afspraak-{made.pk}")


@page("edit_plan", load=area_of)
@require_POST
def agreement(request: HttpRequest, area: Area, agreement: int) -> HttpResponse:
    found = agreement_in(area, agreement)
    form = AgreementForm(request.POST, offer=found.plan.round.format.offer)
    return respond(
        request,
        lambda: actions.change_agreement(found, form.changes(), base=base_of(request), actor=request.user),
        labels=form.labels,
        back=f"{back(area, found.plan.round.first_year)}#afspraak-{found.pk}",
    )


@page("edit_plan", load=area_of)
@require_POST
def agreement_removal(request: HttpRequest, area: Area, agreement: int) -> HttpResponse:
    found = agreement_in(area, agreement)
    actions.remove_agreement(found, actor=request.user)
    messages.success(request, "De afspraak is weggehaald. In het logboek blijft staan wat er stond.")
    return redirect(f"{back(area, found.plan.round.first_year)}#plan")


@page("seal_plan", load=area_of)
@require_POST
def sealing(request: HttpRequest, area: Area) -> HttpResponse:
    round = round_of(area, request.POST.get("ronde"))
    sealed = actions.seal_plan(area, round, actor=request.user)
    messages.success(request, f"Het plan is vastgelegd als versie {sealed.number}.")
    return redirect(f"{back(area, round.first_year)}#plan")


@page("see_area", load=area_of)
def plan_paper(request: HttpRequest, area: Area, first_year: int, form: str, number: int = 0) -> HttpResponse:
    """The plan as a file: as it is now (number 0), or as it was sealed."""
    if form not in FORMS:
        raise Http404
    round = round_of(area, str(first_year))
    if number:
        content = get_object_or_404(SealedPlan, plan__area=area, plan__round=round, number=number).data
    else:
        content = content_of(get_object_or_404(AreaPlan, area=area, round=round))
    paper = render(document(content, get_format(content["format"])), form)
    response = HttpResponse(paper, content_type=FORMS[form].content_type)
    if form == "docx":
        response["Content-Disposition"] = f'attachment; filename="wijkplan{FORMS[form].ending}"'
    return response


def back(area: Area, first_year: int) -> str:
    return f"{reverse('area', args=[area.pk])}?ronde={first_year}"
