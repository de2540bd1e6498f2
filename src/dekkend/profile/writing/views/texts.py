"""The texts of a section, and the bouwstenen that go into them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from dekkend.formats.model import Field, Section
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import profile_of
from dekkend.profile.writing import actions
from dekkend.profile.writing.blocks import quarry_of, quarry_of_provision
from dekkend.profile.writing.comments.texts import spot_of
from dekkend.profile.writing.drafting import Recipe
from dekkend.profile.writing.facts import FIXED, school_facts, shown
from dekkend.profile.writing.forms import HowForm, field_form
from dekkend.profile.writing.models import SectionText
from dekkend.profile.writing.parts import PROVISIONS
from dekkend.profile.writing.placing import target_in_provision, targets_in_section
from dekkend.profile.writing.queries import section_of
from dekkend.profile.writing.words import length_of

from .paths import field_of, of_part
from .placing import chosen, place, take_out
from .saves import saved, since_of_row, words_of_part
from .sources import answer_source, margin_piece, strip_piece


@page("write", load=profile_of)
@require_POST
def field(request: HttpRequest, profile: Profile, section: str, field: str) -> HttpResponse:
    """One field. A fact that says what the region knows is kept as "no word of our own"."""
    shown_section = section_of(profile, section)
    asked = field_of(shown_section, field)
    if asked.source in FIXED:
        raise Http404
    known = shown(school_facts(profile.school), asked.source, profile.school) if asked.source else None
    form = field_form(asked, request.POST)

    def write(told, base):
        text = "" if told["text"] == known else told["text"]
        return actions.write_text(profile, shown_section, asked, text, base=base, actor=request.user)

    def state(row: Any) -> dict[str, str]:
        since = since_of_row(profile, row, asked.id) if shown_section.kind == "facts" else {}
        return (
            {f"length-{asked.id}": length_of(row.text, asked.words)} | words_of_part(profile, section) | since
        )

    return saved(
        request,
        form,
        write,
        back=of_part(profile, section, f"veld-{field}"),
        state=state,
        pieces=lambda row: beside(profile, shown_section, asked, row),
    )


def beside(profile: Profile, section: Section, field: Field, row: SectionText) -> dict[str, str]:
    """What stands beside a text, as it is after a save. Only texts have it."""
    if field.kind != "text" or section.kind != "texts":
        return {}
    margin = margin_piece(profile, field.id, row, Recipe.of_field(section, field))
    return margin | strip_piece(profile, spot_of(row), row)


@page("write", load=profile_of)
@require_POST
def provision(request: HttpRequest, profile: Profile, key: str) -> HttpResponse:
    asked = get_object_or_404(profile.round.catalogue.provisions, key=key)
    return saved(
        request,
        HowForm(request.POST),
        lambda told, base: actions.write_provision(
            profile, asked, told["how"], base=base, actor=request.user
        ),
        back=of_part(profile, PROVISIONS, f"veld-{key}"),
        state=lambda row: {f"length-{key}": length_of(row.how)} | words_of_part(profile, PROVISIONS),
        pieces=lambda row: (
            margin_piece(profile, key, row, Recipe()) | strip_piece(profile, spot_of(row), row)
        ),
    )


@page("write", load=profile_of)
@require_POST
def provision_blocks(request: HttpRequest, profile: Profile, key: str) -> HttpResponse:
    """Put bouwstenen in what the school says of one basic provision."""
    if "undo" in request.POST:
        return take_out(request, profile)
    asked = get_object_or_404(profile.round.catalogue.provisions, key=key)
    wanted = chosen(request, quarry_of_provision(profile, key), (target_in_provision(profile, asked),))
    return place(
        request,
        profile,
        wanted,
        lambda blocks: actions.insert_in_provision(profile, asked, blocks, actor=request.user),
        name=asked.title,
        back=of_part(profile, PROVISIONS, f"veld-{key}"),
    )


@page("write", load=profile_of)
@require_POST
def provision_source(request: HttpRequest, profile: Profile, key: str) -> HttpResponse:
    row = get_object_or_404(profile.provision_texts, key=key)
    answer_source(request, profile, row)
    return redirect(of_part(profile, PROVISIONS, f"veld-{key}"))


@page("write", load=profile_of)
@require_POST
def blocks(request: HttpRequest, profile: Profile, section: str) -> HttpResponse:
    """Put bouwstenen in one field."""
    if "undo" in request.POST:
        return take_out(request, profile)
    where = section_of(profile, section)
    target = field_of(where, request.POST.get("target", ""))
    if target.kind != "text":
        raise Http404
    wanted = chosen(request, quarry_of(profile, where), targets_in_section(profile, where))
    return place(
        request,
        profile,
        wanted,
        lambda blocks: actions.insert(profile, where, target, blocks, actor=request.user),
        name=target.label,
        back=of_part(profile, section, f"veld-{target.id}"),
    )


@page("write", load=profile_of)
@require_POST
def field_source(request: HttpRequest, profile: Profile, section: str, field: str) -> HttpResponse:
    """What a paragraph rests on was changed: take that over, or leave the paragraph as it is."""
    asked = field_of(section_of(profile, section), field)
    row = get_object_or_404(profile.texts, section=section, field=asked.id)
    answer_source(request, profile, row)
    return redirect(of_part(profile, section, f"veld-{asked.id}"))
