"""A first draft: make it in one empty text or in all, approve it, take it away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from dekkend.audit.models import Event
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.writing import actions
from dekkend.profile.writing.blocks import dug
from dekkend.profile.writing.drafting import Draft, Recipe, draft_of, looked_at
from dekkend.profile.writing.parts import count
from dekkend.profile.writing.queries import section_of

from .paths import field_of, of_part, of_row, row_of
from .rows import event_or_404
from .things import column_of

STOOD = "Hier stond al tekst. Een eerste opzet komt alleen in een leeg stuk."


def drafted(profile: Profile, *recipes: Recipe) -> list[Draft]:
    """Four queries, however many texts."""
    known = dug(profile, looked_at(profile.format, (rule for recipe in recipes for rule in recipe.rules)))
    return [draft_of(profile.format, recipe, known) for recipe in recipes]


def answer_draft(request: HttpRequest, profile: Profile, row: Any, recipe: Recipe, key: str) -> str:
    """ "accept" names the seal of a paragraph, or "" for all; "renew" makes it anew and "back" undoes that;
    otherwise it goes away. Gives the query that lets the page offer to undo it.
    """
    if "renew" in request.POST:
        (draft,) = drafted(profile, recipe)
        event = actions.renew_draft(row, draft, profile=profile, actor=request.user)
        return f"?vorige={event.pk}&opzet={key}"
    if "back" in request.POST:
        renewals = Event.objects.filter(place=profile.place, subject=row.subject, act="renew_draft")
        event = event_or_404(renewals, request.POST["back"])
        actions.old_draft_back(row, event, profile=profile, actor=request.user)
        messages.success(request, "De vorige opzet staat er weer.")
    elif "accept" in request.POST:
        actions.accept_draft(row, seen=request.POST["accept"], profile=profile, actor=request.user)
        messages.success(request, "Goed. De tekst telt nu als nagekeken.")
    else:
        actions.drop_draft(row, profile=profile, actor=request.user)
        messages.success(request, "De opzet is weg. Maak haar gerust opnieuw.")
    return ""


def say(request: HttpRequest, made: int) -> None:
    if made:
        pieces = count(made, "stuk", "stukken")
        messages.success(request, f"Er staat een eerste opzet in {pieces}. Lees na en maak het eigen.")
    else:
        messages.info(request, "Er was geen leeg stuk waarvoor al iets is afgesproken.")


@page("write", load=profile_of)
@require_POST
def field_draft(request: HttpRequest, profile: Profile, section: str, field: str) -> HttpResponse:
    where = section_of(profile, section)
    asked = field_of(where, field)
    if not asked.draft:
        raise Http404
    recipe, undo = Recipe.of_field(where, asked), ""
    if "make" not in request.POST:
        row = get_object_or_404(profile.texts, section=section, field=asked.id)
        undo = answer_draft(request, profile, row, recipe, asked.id)
    else:
        (draft,) = drafted(profile, recipe)
        if not actions.draft_text(profile, where, asked, draft, actor=request.user):
            messages.info(request, STOOD)
    return redirect(f"{of_part(profile, section)}{undo}#veld-{asked.id}")


@page("write", load=profile_of)
@require_POST
def section_draft(request: HttpRequest, profile: Profile, section: str) -> HttpResponse:
    """In all empty texts of a section at once."""
    where = section_of(profile, section)
    fields = [field for field in where.fields if field.draft]
    drafts = drafted(profile, *(Recipe.of_field(where, field) for field in fields))
    wanted = list(zip(fields, drafts, strict=True))
    say(request, actions.draft_section(profile, where, wanted, actor=request.user))
    return redirect(of_part(profile, section))


@page("write", load=profile_of)
@require_POST
def column_draft(request: HttpRequest, profile: Profile, section: str, row: int, column: str) -> HttpResponse:
    where, arrangement = row_of(profile, section, row)
    asked = column_of(where, column)
    if not asked.draft:
        raise Http404
    recipe, undo = Recipe.of_column(where, asked, arrangement.need), ""
    if "make" not in request.POST:
        told = get_object_or_404(arrangement.column_texts, column=asked.id)
        undo = answer_draft(request, profile, told, recipe, asked.id)
    else:
        (draft,) = drafted(profile, recipe)
        if not actions.draft_column(arrangement, asked, draft, actor=request.user):
            messages.info(request, STOOD)
    return redirect(f"{of_row(profile, where, arrangement)}{undo}#kolom-{asked.id}")


@page("write", load=profile_of)
@require_POST
def arrangement_draft(request: HttpRequest, profile: Profile, section: str, row: int) -> HttpResponse:
    """In all empty columns of an arrangement at once."""
    where, arrangement = row_of(profile, section, row)
    columns = [column for column in where.columns if column.draft]
    drafts = drafted(profile, *(Recipe.of_column(where, each, arrangement.need) for each in columns))
    wanted = list(zip(columns, drafts, strict=True))
    say(request, actions.draft_arrangement(arrangement, wanted, actor=request.user))
    return redirect(of_row(profile, where, arrangement))
