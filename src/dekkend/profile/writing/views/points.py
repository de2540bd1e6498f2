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

from .paths import of_row


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
    point = actions.make_point(profile, found, actor=request.user)
    messages.success(request, f"“{point.title}” staat bij de verbeterpunten.")
    return redirect(of_row(profile, section, point))
