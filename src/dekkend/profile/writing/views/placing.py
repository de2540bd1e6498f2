"""Bouwstenen that go into a text: one, the ticked ones or all; and back in one press."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from dekkend.audit.models import Event
from dekkend.process.engine import Refused
from dekkend.profile.base.models import Profile
from dekkend.profile.writing import actions
from dekkend.profile.writing.actions.inserting import row_of
from dekkend.profile.writing.blocks import Block, Quarry
from dekkend.profile.writing.comments.texts import spot_of
from dekkend.profile.writing.parts import count
from dekkend.profile.writing.placing import Target, unused

from .paths import of_text
from .rows import event_or_404

Put = Callable[[Sequence[Block]], Event | None]


def chosen(request: HttpRequest, quarry: Quarry, targets: tuple[Target, ...]) -> list[Block]:
    """ "all": what stands in no text yet; "ticked": each that has a tick; otherwise the one of the button."""
    if "all" in request.POST:
        return unused(quarry, targets)
    wanted = request.POST.getlist("tick") if "ticked" in request.POST else [request.POST.get("source", "")]
    if not wanted:
        raise Refused("Zet eerst een vinkje bij de bouwstenen die je wilt overnemen.")
    found = [block for block in quarry.blocks if block.source in wanted]
    if len(found) != len(set(wanted)):
        raise Http404
    return found


def place(
    request: HttpRequest, profile: Profile, blocks: list[Block], put: Put, *, name: str, back: str
) -> HttpResponse:
    event = put(blocks) if blocks else None
    if event is None:
        said = f"Bouwsteen {blocks[0].number} stond" if len(blocks) == 1 else "Deze bouwstenen stonden"
        messages.info(request, f"{said} al in “{name}”.")
        return redirect(back)
    row = row_of(profile, event)
    return redirect(of_text(profile, row, f"gezet={spot_of(row)}:{event.pk}"))


def take_out(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Undo one press; what was changed since stays, and that is said."""
    pressed = Event.objects.filter(place=profile.place, act="insert", data__has_key="sources")
    event = event_or_404(pressed, request.POST.get("undo", ""))
    row, changed = actions.take_out(profile, event, actor=request.user)
    stayed = "is daarna veranderd en blijft" if changed == 1 else "zijn daarna veranderd en blijven"
    left = f" {count(changed, 'alinea', 'alinea’s').capitalize()} {stayed} staan." if changed else ""
    messages.success(request, f"Weer weggehaald.{left}")
    return redirect(of_text(profile, row))
