"""What the board, the one who leads and the phones see of a talk that runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import segno
from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from dekkend.formats.model import Format, Item
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.sheet import UNSURE, value_of
from dekkend.profile.dialogue.models import Agreement
from dekkend.profile.dialogue.page import form_of
from dekkend.profile.dialogue.queries import Picture, closer_look, is_anonymous
from dekkend.web.marks import spread

from ..actions.live import is_today
from ..models import Showing, Talk

MINUTES = 6  # for an item that is not on the agenda


def live_or_none(profile: Profile) -> Talk | None:
    """The talk that is prepared or runs. One query; with the revision of what is agreed now."""
    talk: Talk | None = with_agreed(
        Talk.objects.exclude(state=Talk.State.CLOSED).filter(profile=profile)
    ).first()
    if talk:
        talk.profile = profile
    return talk


def live_talk(profile: Profile) -> Talk:
    """The talk that is prepared or runs, or 404."""
    talk = live_or_none(profile)
    if talk is None:
        raise Http404
    return talk


def with_agreed(talks: Any) -> Any:
    agreed = Agreement.objects.filter(profile=OuterRef("profile"), item=OuterRef("shown"))
    return talks.annotate(agreed=Subquery(agreed.values("revision")[:1]))


def board_tag(talk: Any) -> str:
    return f'"{talk.pk}-{talk.state[0]}-{talk.tick}-{talk.stir}-{talk.agreed or 0}"'


def phone_tag(talk: Any) -> str:
    return f'"{talk.pk}-{talk.state[0]}-{talk.tick}-{talk.agreed or 0}"'


@dataclass(frozen=True)
class Point:
    """One item of the agenda."""

    item: Item
    minutes: int
    place: int


def points_of(talk: Talk) -> list[Point]:
    """One query. Without an agenda: the whole checklist."""
    fmt = talk.profile.format
    rows = [(row.item, row.minutes) for row in talk.agenda.all() if fmt.has_item(row.item)]
    rows = rows or [(item.id, MINUTES) for item in fmt.items]
    return [Point(fmt.item(item), minutes, n) for n, (item, minutes) in enumerate(rows, 1)]


def neighbours(points: list[Point], shown: str) -> tuple[str, str]:
    """The item before and after the one on the board; "" at the ends. At the opening the first comes next."""
    ids = [point.item.id for point in points]
    if shown not in ids:
        return "", ids[0]
    at = ids.index(shown)
    return ids[at - 1] if at else "", ids[at + 1] if at + 1 < len(ids) else ""


def seconds_left(talk: Talk, minutes: int) -> int:
    if talk.shown_since is None:
        return 0
    gone = (talk.paused_at or timezone.now()) - talk.shown_since
    return max(0, round(minutes * 60 - gone.total_seconds()))


def time_words(seconds: int) -> str:
    """Calm: whole minutes, and at the end a sentence instead of an alarm."""
    minutes = -(-seconds // 60)
    if not minutes:
        return "De tijd is om"
    return f"Nog {minutes} {'minuut' if minutes == 1 else 'minuten'}"


def crowd(fmt: Format, numbers: dict[str, int]) -> list[tuple[Any, int, Any]]:
    """Per value that was given: the value, the number, and its squares."""
    values: tuple[Any, ...] = (*fmt.scale.values, UNSURE)
    found = [(value, numbers.get(value.id, 0)) for value in values]
    return [(value, number, spread([(value.mark, "", number)])) for value, number in found if number]


def door(talk: Talk) -> dict[str, Any]:
    """How to join: address, code in two halves, and both as a QR code."""
    if not talk.code:
        return {}
    path = reverse("phone", args=[talk.code])
    half = len(talk.code) // 2
    return {
        "address": settings.ADDRESS.partition("//")[2] + reverse("phone_code"),
        "code": f"{talk.code[:half]} {talk.code[half:]}",
        "url": settings.ADDRESS + path,
        "qr": qr(settings.ADDRESS + path),
    }


def qr(url: str) -> SafeString:
    drawn = segno.make(url, error="m", micro=False).svg_inline(
        border=2, omitsize=True, svgclass="join__qr", lineclass="join__dots", light="#fff"
    )
    return mark_safe(drawn)  # noqa: S308  made here, of an address of our own


def live_page(talk: Talk, *, may_lead: bool) -> dict[str, Any]:
    """Context of the board and of the page of the one who leads."""
    profile, fmt = talk.profile, talk.profile.format
    points = points_of(talk)
    before, after = neighbours(points, talk.shown)
    point = next((each for each in points if each.item.id == talk.shown), None)
    item = fmt.item(talk.shown) if fmt.has_item(talk.shown) else None
    context: dict[str, Any] = {
        "profile": profile,
        "talk": talk,
        "tag": board_tag(talk),
        "points": points,
        "point": point,
        "item": item,
        "before": before,
        "after": after,
        "phones": talk.phones.count(),
        "door": door(talk),
        "may_lead": may_lead,
        "values": fmt.scale.values,
        "running": talk.state == Talk.State.RUNNING,
        # A code is good for one day; who goes on another day gives a new one.
        "stale": talk.state == Talk.State.RUNNING and not is_today(talk),
    }
    return context | (item_page(talk, item, point) if item else {})


def item_page(talk: Talk, item: Item, point: Point | None) -> dict[str, Any]:
    profile, fmt = talk.profile, talk.profile.format
    picture = Picture(profile)
    row = picture.row(item)
    showing = Showing.objects.filter(talk=talk, item=item.id).first() or Showing(talk=talk, item=item.id)
    words = closer_look(picture, row).words
    at = min(showing.word, len(words))
    left = seconds_left(talk, point.minutes if point else MINUTES)
    return {
        "row": row,
        "showing": showing,
        "then": [
            (value, number, spread([(value.mark, "", number)]))
            for value, number in row.spread.counts
            if number
        ]
        if row.spread
        else [],
        "now": crowd(fmt, showing.spread),
        "hands": crowd(fmt, showing.hands),
        "words": len(words),
        "word": words[at - 1] if at else None,
        "at": at,
        "earlier_word": at - 1,
        "later_word": at + 1 if at < len(words) else 0,
        "form": form_of(picture, row),
        "left": left,
        "left_words": time_words(left),
        "minutes": point.minutes if point else MINUTES,
        "anonymous": is_anonymous(profile),
        "agreed": row.value,
        "hand_fields": [(value, showing.hands.get(value.id, "")) for value in fmt.scale.values],
    }


def phone_page(talk: Talk, vote: str) -> dict[str, Any]:
    """Context of the phone."""
    fmt = talk.profile.format
    item = fmt.item(talk.shown) if fmt.has_item(talk.shown) else None
    agreement = Agreement.objects.filter(profile=talk.profile, item=talk.shown).first() if item else None
    showing = Showing.objects.filter(talk=talk, item=talk.shown).first() if item else None
    return {
        "talk": talk,
        "item": item,
        "tag": phone_tag(talk),
        "is_open": bool(showing and showing.is_open),
        "agreement": agreement,
        "agreed": value_of(fmt, agreement.value) if agreement else None,
        "values": [*fmt.scale.values, UNSURE],
        "vote": vote,
        "chosen": value_of(fmt, vote) if vote else None,
    }
