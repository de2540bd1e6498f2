from __future__ import annotations

from csp.constants import HEADER
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.text import slugify

from dekkend.documents.papers import EDITABLE, FORMS, render
from dekkend.formats.queries import get_format
from dekkend.neighbourhood.content import content_of
from dekkend.neighbourhood.models import AreaPlan, SealedPlan
from dekkend.neighbourhood.paper import document
from dekkend.neighbourhood.queries import area_of
from dekkend.process.gate import page
from dekkend.publication.views.papers import policy
from dekkend.region.models import Area


@page("see_area", load=area_of)
def plan_paper(request: HttpRequest, area: Area, first_year: int, form: str, number: int = 0) -> HttpResponse:
    """The plan as a file: as it is now (number 0), or as it was sealed. The same plan gives the same bytes."""
    if form not in FORMS:
        raise Http404
    plan = get_object_or_404(
        AreaPlan.objects.select_related("round"), area=area, round__first_year=first_year
    )
    plan.area = area
    content = get_object_or_404(SealedPlan, plan=plan, number=number).data if number else content_of(plan)
    data = render(document(content, get_format(content["format"])), form)
    response = HttpResponse(data, content_type=FORMS[form].content_type)
    name = f"wijkplan-{slugify(area.name)}-{first_year}-{number or 'concept'}{FORMS[form].ending}"
    response["Content-Disposition"] = f'{"attachment" if form in EDITABLE else "inline"}; filename="{name}"'
    if form == "html":
        response[HEADER] = policy(data)
    return response
