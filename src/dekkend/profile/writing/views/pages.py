from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from dekkend.process.engine import may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.base.road import road_of
from dekkend.profile.writing.amounts import terms
from dekkend.profile.writing.columns import table_rows
from dekkend.profile.writing.comments.queries import beside_of, comments_on
from dekkend.profile.writing.comments.rights import rights
from dekkend.profile.writing.forms import row_form
from dekkend.profile.writing.kinds import KINDS, columns
from dekkend.profile.writing.lines import provision_lines
from dekkend.profile.writing.models import Arrangement, Thing
from dekkend.profile.writing.parts import PROVISIONS, parts_of
from dekkend.profile.writing.proposals import name_of, note_of
from dekkend.profile.writing.queries import first_unfinished, section_of, with_page, with_rows
from dekkend.profile.writing.spots import spots_of
from dekkend.profile.writing.strip import last_year_of
from dekkend.profile.writing.unchanged import carried_of, year_of
from dekkend.profile.writing.unread import unread_drafts

from .paths import neighbours, of_part, one_of


def around(request: HttpRequest, profile: Profile, key: str) -> dict[str, Any]:
    """What every page of this station shows: the road, the list of parts, and whether one may write."""
    with_page(profile)
    can_write, carried = may("write", request.user, profile), carried_of(profile)
    parts = [
        (part, of_part(profile, part.key), year_of(profile, carried, part.key) if carried else None)
        for part in parts_of(profile)
    ]
    place = [part.key for part, *_ in parts].index(key)
    # Where something stands already, last year is offered text by text.
    is_open = can_write and carried is None and parts[place][0].is_empty
    said = comments_on(profile)
    return {
        "profile": profile,
        "road": road_of(profile, request.user, at="profile"),
        "at": "profile",
        "parts": parts,
        "part": parts[place][0],
        "place": place + 1,
        "next": parts[place + 1] if place + 1 < len(parts) else None,
        "can_write": can_write,
        "unread": len(unread_drafts(profile)) if can_write else 0,
        "spots": spots_of(profile, key) if can_write else {},
        "carried": carried,
        "year": year_of(profile, carried, key) if carried else None,
        "begins_from": last_year_of(profile).schooljaar if is_open else "",
        "beside": beside_of(profile, key, said),
        "said": sum(comment.is_open for comment in said),
        "unfolded": request.GET.get("bij", ""),
        "placed": request.GET.get("gezet", "").rpartition(":")[::2],
        "taken": request.GET.get("genomen", "").rpartition(":")[::2],
        **rights(request.user, profile),
        "improves": profile.format.section_of_kind("improvements"),
    }


@page("see_writing", load=profile_of)
def overview(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Where one goes on; what came along from last year is gone along first."""
    carried = carried_of(profile)
    if carried and not carried.looked and may("write", request.user, profile):
        return redirect("last_year", profile.pk)
    return redirect(of_part(profile, first_unfinished(with_rows(profile)).key))


@page("see_writing", load=profile_of)
def section(request: HttpRequest, profile: Profile, section: str) -> HttpResponse:
    shown = section_of(profile, section)
    context = around(request, profile, shown.id) | {"section": shown} | KINDS[shown.kind](profile, shown)
    return render(request, f"writing/{shown.kind}.html", context)


@page("see_writing", load=profile_of)
def provisions(request: HttpRequest, profile: Profile) -> HttpResponse:
    context = around(request, profile, PROVISIONS)
    return render(request, "writing/provisions.html", context | {"provided": provision_lines(profile)})


@page("see_writing", load=profile_of)
def arrangements_table(request: HttpRequest, profile: Profile, section: str) -> HttpResponse:
    """All arrangements as the table of the format, to read and to print."""
    shown = section_of(profile, section)
    if shown.kind != "arrangements":
        raise Http404
    context = around(request, profile, shown.id) | {"section": shown, "rows": table_rows(profile, shown)}
    return render(request, "writing/arrangements_table.html", context)


def just_added(request: HttpRequest, arrangement: Arrangement) -> Thing | None:
    """The thing that was added a moment ago: its column stands open for the next."""
    asked = request.GET.get("erbij", "")
    return next((thing for thing in arrangement.things.all() if str(thing.pk) == asked), None)


@page("see_writing", load=profile_of)
def arrangement(request: HttpRequest, profile: Profile, section: str, row: int) -> HttpResponse:
    """One arrangement: whom it is for, and its columns beside each other."""
    shown = section_of(profile, section)
    context = around(request, profile, shown.id)
    rows = list(profile.arrangements.all())
    here = one_of(rows, row)
    return render(
        request,
        "writing/arrangement.html",
        context
        | {
            "section": shown,
            "arrangement": here,
            "name": name_of(profile.format, here),
            "need_note": note_of(profile, here),
            "form": row_form(shown, profile.format, here),
            "terms": terms(here.values()),
            "added": just_added(request, here),
        }
        | neighbours(rows, here)
        | columns(profile, shown, here),
    )
