from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from dekkend.audit.revisions import Saved
from dekkend.audit.saving import base_of, respond
from dekkend.formats.model import Item
from dekkend.process.engine import closed_because, may
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import brief_profile, profile_of
from dekkend.profile.base.resting import resting_on
from dekkend.profile.base.road import road_of
from dekkend.profile.checklist.page import NEEDS_REASON
from dekkend.profile.checklist.views.common import item_or_404, sent_item, words_of

from . import actions
from .forms import AgreementForm
from .page import dialogue_page, live
from .queries import Picture, taken


def show(request: HttpRequest, profile: Profile, item: Item | None) -> HttpResponse:
    may_agree = may("agree", request.user, profile)
    talks = list(profile.talks.all())
    shown = dialogue_page(Picture(profile), item)
    context = shown | {
        "resting": resting_on(profile, shown["open_id"], request.user) if shown["open_id"] else [],
        "profile": profile,
        "road": road_of(profile, request.user, at="dialogue"),
        "may_agree": may_agree,
        "may_direct": may("see_control", request.user, profile),
        "closed": "" if profile.is_open else closed_because(profile),
        "needs_reason": NEEDS_REASON,
        "reported": any(talk.state == talk.State.CLOSED for talk in talks),
        "planned": next((talk for talk in talks if talk.state != talk.State.CLOSED), None),
    }
    return render(request, "dialogue/dialogue.html", context)


@page("see_dialogue", load=profile_of)
def dialogue(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Station 2: what the team thinks, the most divided first, and what it agrees on."""
    return show(request, profile, None)


@page("see_dialogue", load=profile_of)
def one_item(request: HttpRequest, profile: Profile, item: str) -> HttpResponse:
    """The same page, with this item open."""
    return show(request, profile, item_or_404(profile.format, item))


def back(profile: Profile, item: Item) -> str:
    return f"{reverse('dialogue_item', args=[profile.pk, item.id])}#onderdeel-{item.id}"


@page("agree", load=brief_profile)
@require_POST
def agreement(request: HttpRequest, profile: Profile, item: str) -> HttpResponse:
    asked = sent_item(profile.format, item)
    form = AgreementForm(request.POST, fmt=profile.format, item=asked)
    state: dict[str, str] = {}

    def save() -> Saved:
        saved, waiting = actions.agree(
            profile, asked, form.changes(), base=base_of(request), actor=request.user
        )
        state.update(live(profile.format, asked, saved.row, waiting))
        return saved

    words: Any = words_of(profile.format)
    return respond(
        request, save, labels=form.labels, state=lambda: state, back=back(profile, asked), words=words
    )


@page("agree", load=profile_of)
@require_POST
def take(request: HttpRequest, profile: Profile, item: str) -> HttpResponse:
    """Take over the shared answer to one item."""
    asked = item_or_404(profile.format, item)
    row = Picture(profile).row(asked)
    if not row.shared or not actions.take_over(profile, {asked.id: taken(row.shared)}, actor=request.user):
        messages.info(request, f"Bij {asked.number} is niets overgenomen: er stond al een afspraak.")
    return redirect(back(profile, asked))


@page("agree", load=profile_of)
@require_POST
def take_question(request: HttpRequest, profile: Profile, question: str) -> HttpResponse:
    """Take over in one press what is ready in one question."""
    asked = next((each for each in profile.format.questions if each.id == question), None)
    if asked is None:
        raise Http404
    here = {item.id for item in asked.items}
    offers = {item: offer for item, offer in Picture(profile).ready.items() if item in here}
    number = actions.take_over(profile, offers, actor=request.user)
    messages.success(
        request, f"Vraag {asked.number}: {number} {'antwoord' if number == 1 else 'antwoorden'} overgenomen."
    )
    return redirect(f"{reverse('dialogue', args=[profile.pk])}#per-vraag")


@page("agree", load=profile_of)
@require_POST
def take_all(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Take over in one press what is ready; agreements that are there stay."""
    number = actions.take_over(profile, Picture(profile).ready, actor=request.user)
    messages.success(request, f"{number} {'antwoord' if number == 1 else 'antwoorden'} overgenomen.")
    return redirect("dialogue", profile.pk)
