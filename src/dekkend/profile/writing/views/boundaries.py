from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from dekkend.formats.model import BoundaryElement
from dekkend.process.engine import Refused
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.writing import actions
from dekkend.profile.writing.comments.texts import spot_of
from dekkend.profile.writing.forms import BoundaryForm
from dekkend.profile.writing.kinds import then_note
from dekkend.profile.writing.queries import section_of

from .paths import of_part
from .saves import saved, since_of_row, words_of_part
from .sources import strip_piece


def element_of(profile: Profile, key: str) -> BoundaryElement:
    for element in profile.format.offer.elements:
        if element.id == key and element.kind == "boundary":
            return element
    raise Http404


@page("write", load=profile_of)
@require_POST
def boundary(request: HttpRequest, profile: Profile, section: str, element: str) -> HttpResponse:
    where = section_of(profile, section)
    row = profile.boundaries.filter(element=element_of(profile, element).id).first()
    if row is None:
        raise Refused("Deze grens staat uit. Zet haar aan, dan staan de laatste woorden er weer.")
    return saved(
        request,
        BoundaryForm(request.POST, instance=row),
        lambda told, base: actions.save(row, told, profile=profile, base=base, actor=request.user),
        back=of_part(profile, where.id, f"grens-{element}"),
        state=lambda row: (
            {f"then-{element}": then_note(row.then)}
            | words_of_part(profile, where.id)
            | since_of_row(profile, row)
        ),
        pieces=lambda saved_row: strip_piece(profile, spot_of(row), saved_row),
    )


@page("write", load=profile_of)
@require_POST
def boundary_switch(request: HttpRequest, profile: Profile, section: str, element: str) -> HttpResponse:
    """On or off; off asks nothing, for on brings the words back."""
    where, asked = section_of(profile, section), element_of(profile, element)
    row = profile.boundaries.filter(element=asked.id).first()
    if request.POST.get("on") == "yes":
        actions.switch_on(profile, asked, actor=request.user)
    elif row is not None:
        actions.switch_off(row, profile=profile, actor=request.user)
    return redirect(of_part(profile, where.id, f"grens-{asked.id}"))


@page("write", load=profile_of)
@require_POST
def boundary_start(request: HttpRequest, profile: Profile, section: str, element: str) -> HttpResponse:
    """Begin with the example texts of the format: of the field that is named, or of all that are empty."""
    where, asked = section_of(profile, section), element_of(profile, element)
    row = get_object_or_404(profile.boundaries, element=asked.id)
    only = request.POST.get("only", "")
    actions.begin_with_starter(row, asked, only=only, profile=profile, actor=request.user)
    return redirect(of_part(profile, where.id, f"grens-{asked.id}"))
