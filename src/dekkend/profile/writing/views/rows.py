"""Rows of a section: a new one, saving, moving, taking away and putting back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from dekkend.audit.models import Event
from dekkend.formats.model import Section
from dekkend.process.engine import Refused
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.writing import actions
from dekkend.profile.writing.carried import last_year
from dekkend.profile.writing.comments.texts import spot_of
from dekkend.profile.writing.forms import row_form
from dekkend.profile.writing.parts import count
from dekkend.profile.writing.proposals import Proposal, Source, name_of
from dekkend.profile.writing.queries import section_of

from .paths import is_up, of_part, of_row, row_of, rows_of
from .saves import moved, saved, since_of_row, words_of_part
from .sources import strip_piece

# The kinds of section whose rows have last year's words under them.
STRIPS = ("specialisations", "improvements")


@page("write", load=profile_of)
@require_POST
def rows_new(request: HttpRequest, profile: Profile, section: str) -> HttpResponse:
    where = section_of(profile, section)
    rows_of(profile, where)
    return redirect(of_row(profile, where, new_row(request, profile, where)))


def new_row(request: HttpRequest, profile: Profile, section: Section) -> Any:
    told = " ".join(request.POST.get("title", "").split())
    if section.kind == "arrangements":
        needs = {need.id: need for need in profile.format.offer.needs}
        need = needs.get(request.POST.get("need", ""))
        if need is None:
            raise Refused("Kies eerst voor welke behoefte het arrangement is.")
        return actions.add_arrangement(profile, need, actor=request.user)
    if section.kind == "improvements":
        return actions.make_point(profile, Proposal(Source.OTHER, "", told), actor=request.user)
    return actions.add_specialisation(profile, title=told, actor=request.user)


@page("write", load=profile_of)
@require_POST
def row_copy(request: HttpRequest, profile: Profile, section: str, row: int) -> HttpResponse:
    """A new arrangement with everything of this one."""
    where, here = row_of(profile, section, row)
    if where.kind != "arrangements":
        raise Http404
    made = actions.copy_arrangement(here, actor=request.user)
    messages.success(request, "Dit is de kopie. Geef haar een eigen naam.")
    return redirect(of_row(profile, where, made))


@page("write", load=profile_of)
@require_POST
def rows_of_last_year(request: HttpRequest, profile: Profile, section: str) -> HttpResponse:
    """One arrangement of last year's adopted version, with everything in it, or all that are not here yet."""
    where = section_of(profile, section)
    if where.kind != "arrangements":
        raise Http404
    asked = request.POST.get("from", "")
    chosen = [each for each in last_year(profile) if asked in (each.key, "")]
    if asked and not chosen:
        raise Http404
    wanted = [each for each in chosen if not each.is_here]
    if not wanted:
        raise Refused("Dit staat er al. Wil je het nog een keer, maak dan een kopie van het arrangement.")
    rows = [actions.take_over(profile, where, each, actor=request.user) for each in wanted]
    if asked:
        return redirect(of_row(profile, where, rows[0]))
    messages.success(
        request, f"{count(len(rows), 'arrangement', 'arrangementen')} overgenomen van vorig jaar."
    )
    return redirect(of_part(profile, where.id))


@page("write", load=profile_of)
@require_POST
def row_save(request: HttpRequest, profile: Profile, section: str, row: int) -> HttpResponse:
    where, here = row_of(profile, section, row)
    return saved(
        request,
        row_form(where, profile.format, here, request.POST),
        lambda told, base: actions.save(here, told, profile=profile, base=base, actor=request.user),
        back=of_row(profile, where, here),
        state=lambda row: (
            words_of_part(profile, where.id) | row_words(profile, where, row) | since_of_row(profile, row)
        ),
        pieces=lambda row: strip_piece(profile, spot_of(row), row) if where.kind in STRIPS else {},
    )


def row_words(profile: Profile, section: Section, row: Any) -> dict[str, str]:
    """What the page says of an arrangement besides its fields: its name, and the note of a need."""
    if section.kind != "arrangements":
        return {}
    needs = {need.id: need for need in profile.format.offer.needs}
    note = {"need-note": needs[row.need].note} if row.need in needs else {}
    return {"name": name_of(profile.format, row), **note}


@page("write", load=profile_of)
@require_POST
def row_move(request: HttpRequest, profile: Profile, section: str, row: int) -> HttpResponse:
    where, here = row_of(profile, section, row)
    siblings = list(rows_of(profile, where).all())
    if where.kind == "improvements":
        siblings = [each for each in siblings if each.sort == here.sort]
    place = actions.move(here, siblings, profile=profile, up=is_up(request), actor=request.user)
    name = name_of(profile.format, here) if where.kind == "arrangements" else str(here)
    return moved(request, name, place, len(siblings), back=of_part(profile, where.id, f"rij-{here.pk}"))


@page("write", load=profile_of)
@require_POST
def row_removal(request: HttpRequest, profile: Profile, section: str, row: int) -> HttpResponse:
    where, here = row_of(profile, section, row)
    event = actions.remove(here, profile=profile, actor=request.user)
    return redirect(f"{of_part(profile, where.id)}?weg={event.pk}")


@page("write", load=profile_of)
@require_POST
def undo(request: HttpRequest, profile: Profile, section: str) -> HttpResponse:
    """Put back what was just taken away."""
    where = section_of(profile, section)
    removals = Event.objects.filter(place=profile.place, act="remove")
    row = actions.put_back(
        profile, event_or_404(removals, request.POST.get("removal", "")), actor=request.user
    )
    messages.success(request, "Teruggezet.")
    owner = getattr(row, "arrangement", row)
    return redirect(of_row(profile, where, owner))


def event_or_404(events: Any, key: str) -> Event:
    try:
        return get_object_or_404(events, pk=key)
    except ValidationError as error:  # not a key at all
        raise Http404 from error


@page("write", load=profile_of)
@require_POST
def no_specialisations(request: HttpRequest, profile: Profile, section: str) -> HttpResponse:
    """Say that there are none, or take that back."""
    where = section_of(profile, section)
    none = request.POST.get("none") == "yes"
    actions.declare_no_specialisations(profile, none, actor=request.user)
    return redirect(of_part(profile, where.id))
