"""Inside one arrangement: the things and the text of each column."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from dekkend.formats.model import Column, Section
from dekkend.process.engine import Refused
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.writing import actions
from dekkend.profile.writing.amounts import how
from dekkend.profile.writing.blocks import quarry_of
from dekkend.profile.writing.columns import pick_of
from dekkend.profile.writing.comments.texts import spot_of
from dekkend.profile.writing.drafting import Recipe
from dekkend.profile.writing.forms import TextForm, ThingForm
from dekkend.profile.writing.models import Thing
from dekkend.profile.writing.placing import targets_in_arrangement
from dekkend.profile.writing.words import length_of

from .paths import is_up, of_row, row_of, there
from .placing import chosen, place, take_out
from .saves import moved, saved, words_of_part
from .sources import answer_source, margin_piece, strip_piece


def column_of(section: Section, key: str) -> Column:
    for column in section.columns:
        if column.id == key:
            return column
    raise Http404


@page("write", load=profile_of)
@require_POST
def column(request: HttpRequest, profile: Profile, section: str, row: int, column: str) -> HttpResponse:
    where, arrangement = row_of(profile, section, row)
    asked = column_of(where, column)
    return saved(
        request,
        TextForm(request.POST),
        lambda told, base: actions.write_column(
            arrangement, asked, told["text"], base=base, actor=request.user
        ),
        back=f"{of_row(profile, where, arrangement)}#kolom-{asked.id}",
        state=lambda row: {f"length-{asked.id}": length_of(row.text)},
        pieces=lambda row: (
            margin_piece(profile, asked.id, row, Recipe.of_column(where, asked, arrangement.need))
            | strip_piece(profile, spot_of(row), row)
        ),
    )


@page("write", load=profile_of)
@require_POST
def column_source(
    request: HttpRequest, profile: Profile, section: str, row: int, column: str
) -> HttpResponse:
    where, arrangement = row_of(profile, section, row)
    asked = column_of(where, column)
    answer_source(request, profile, get_object_or_404(arrangement.column_texts, column=asked.id))
    return redirect(f"{of_row(profile, where, arrangement)}#kolom-{asked.id}")


@page("write", load=profile_of)
@require_POST
def column_blocks(request: HttpRequest, profile: Profile, section: str, row: int) -> HttpResponse:
    """Put bouwstenen in one column."""
    if "undo" in request.POST:
        return take_out(request, profile)
    where, arrangement = row_of(profile, section, row)
    target = column_of(where, request.POST.get("target", ""))
    wanted = chosen(request, quarry_of(profile, where), targets_in_arrangement(arrangement, where))
    return place(
        request,
        profile,
        wanted,
        lambda blocks: actions.insert_in_column(arrangement, target, blocks, actor=request.user),
        name=target.title,
        back=f"{of_row(profile, where, arrangement)}#kolom-{target.id}",
    )


@page("write", load=profile_of)
@require_POST
def things(request: HttpRequest, profile: Profile, section: str, row: int) -> HttpResponse:
    """Add a thing to a column: from a pick-list or in own words; `missing` when it is not there yet."""
    where, arrangement = row_of(profile, section, row)
    asked = column_of(where, request.POST.get("column", ""))
    what = " ".join(request.POST.get("what", "").split())[:200]
    pick = pick_of(profile.format.offer, asked, request.POST.get("pick", ""))
    if not what and pick is None:
        raise Refused("Kies iets uit de lijst, of schrijf in een paar woorden wat het is.")
    is_there = "missing" not in request.POST
    thing = actions.add_thing(
        arrangement, asked, what=what, pick=pick, is_available=is_there, actor=request.user
    )
    # No anchor: the cursor goes back to where one adds, ready for the next.
    return redirect(f"{of_row(profile, where, arrangement)}?erbij={thing.pk}")


@page("write", load=profile_of)
@require_POST
def thing(request: HttpRequest, profile: Profile, section: str, row: int, thing: int) -> HttpResponse:
    where, arrangement = row_of(profile, section, row)
    here = there(profile, arrangement.things, thing)
    column = next((each for each in where.columns if each.id == here.column), None)
    return saved(
        request,
        ThingForm(request.POST, instance=here, fmt=profile.format, column=column),
        lambda told, base: actions.save(here, told, profile=profile, base=base, actor=request.user),
        back=f"{of_row(profile, where, arrangement)}#ding-{here.pk}",
        state=lambda row: thing_words(profile, row) | words_of_part(profile, where.id),
    )


def thing_words(profile: Profile, row: Thing) -> dict[str, str]:
    return {f"what-{row.pk}": row.what, f"how-{row.pk}": how(profile.format.offer, row.values())}


@page("write", load=profile_of)
@require_POST
def thing_move(request: HttpRequest, profile: Profile, section: str, row: int, thing: int) -> HttpResponse:
    where, arrangement = row_of(profile, section, row)
    here = there(profile, arrangement.things, thing)
    siblings = list(arrangement.things.filter(column=here.column))
    place = actions.move(here, siblings, profile=profile, up=is_up(request), actor=request.user)
    back = f"{of_row(profile, where, arrangement)}#ding-{here.pk}"
    return moved(request, here.what, place, len(siblings), back=back)


@page("write", load=profile_of)
@require_POST
def thing_removal(request: HttpRequest, profile: Profile, section: str, row: int, thing: int) -> HttpResponse:
    where, arrangement = row_of(profile, section, row)
    here = there(profile, arrangement.things, thing)
    event = actions.remove(here, profile=profile, actor=request.user)
    return redirect(f"{of_row(profile, where, arrangement)}?weg={event.pk}#kolom-{here.column}")
