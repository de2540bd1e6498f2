"""Who else has this part of the profile open. Asked three times a minute; what anyone types is not in it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import brief_profile
from dekkend.profile.checklist import actions
from dekkend.profile.checklist.models import Presence
from dekkend.profile.writing.parts import PROVISIONS


@page("write", load=brief_profile)
@require_POST
def nearby(request: HttpRequest, profile: Profile) -> JsonResponse:
    """{people: [{name, where, item}], changes: []}. One query after those of the gate, one write in half a minute."""
    now, part = timezone.now(), part_in(request, profile)
    rows = list(Presence.objects.filter(profile=profile).select_related("person"))
    actions.be_here(profile, rows, act="write", part=part, now=now, actor=request.user)
    others = [row for row in rows if row.person_id != request.user.pk and row.part == part]
    names = sorted(row.person.name for row in others if not actions.has_left(row, now))
    return JsonResponse(
        {"people": [{"name": name, "where": "", "item": ""} for name in names], "changes": []}
    )


def part_in(request: HttpRequest, profile: Profile) -> str:
    """Id of a section, or PROVISIONS; with ".12" the arrangement that has a page of its own. Raise Http404."""
    told = request.POST.get("part", "")
    key, dot, row = told.partition(".")
    if key not in {PROVISIONS, *(section.id for section in profile.format.sections)}:
        raise Http404
    if dot and not (row.isascii() and row.isdigit() and len(row) < 12):
        raise Http404
    return told
