"""Who else is in the shared copy, and what a colleague just changed. Asked every few seconds, so it stays small."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_POST

from dekkend.audit.models import Event
from dekkend.formats.model import Format
from dekkend.process.gate import page
from dekkend.profile.base.models import Profile
from dekkend.profile.base.queries import brief_profile

from .. import actions
from ..models import Answer, Copy, Presence
from ..sheet import value_of

OVERLAP = timedelta(seconds=10)  # a save is written a moment after the time it bears
FURTHEST = timedelta(hours=12)
MOST = 60


@page("edit_checklist", load=brief_profile)
@require_POST
def presence(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Two queries after those of the gate; one more when something changed, one write in a quarter of a minute.

    {people: [{name, item, where}], changes: [{item, number, revision, who, value, mark, fields}], since}
    """
    now, fmt = timezone.now(), profile.format
    question, item = place_in(request, fmt)
    rows = list(Presence.objects.filter(profile=profile).select_related("person"))
    actions.be_here(profile, rows, question=question, item=item, now=now, actor=request.user)
    others = [
        row
        for row in rows
        if row.person_id != request.user.pk and not (row.part or actions.has_left(row, now))
    ]
    return JsonResponse(
        {
            "people": [told(row, fmt) for row in sorted(others, key=lambda row: row.person.name)],
            "changes": changes(profile, since_of(request, now), but=request.user),
            "since": now.isoformat(),
        }
    )


def place_in(request: HttpRequest, fmt: Format) -> tuple[str, str]:
    """Where the page is, as far as this checklist knows it. Raise Http404."""
    question, item = request.POST.get("question", ""), request.POST.get("item", "")
    if question and question not in {each.id for each in fmt.questions}:
        raise Http404
    if item and not fmt.has_item(item):
        raise Http404
    return (fmt.question_of(item).id if item else question), item


def told(row: Presence, fmt: Format) -> dict[str, str]:
    where = ""
    if row.item and fmt.has_item(row.item):
        where = fmt.item(row.item).number
    elif found := next((each for each in fmt.questions if each.id == row.question), None):
        where = f"vraag {found.number}"
    return {"name": row.person.name, "item": row.item, "where": where}


def since_of(request: HttpRequest, now: datetime) -> datetime:
    try:
        told = parse_datetime(request.POST.get("since", "")) or now
    except ValueError:
        told = now
    if timezone.is_naive(told):
        told = now
    return min(max(told, now - FURTHEST), now) - OVERLAP  # no time that a clock of a page cannot have


def changes(profile: Profile, since: datetime, *, but: Any) -> list[dict[str, Any]]:
    """The latest save of each item that a colleague saved since then. One query, or two."""
    events = Event.objects.filter(
        place=profile.place, act="save", at__gt=since, subject__startswith="answer/"
    ).exclude(actor=but)
    latest: dict[str, Event] = {}
    for event in events.order_by("-at", "-revision")[:MOST]:
        latest.setdefault(event.subject.partition("/")[2], event)
    if not latest:
        return []
    items = dict(
        Answer.objects.filter(pk__in=latest, copy__profile=profile, copy__kind=Copy.Kind.SHARED).values_list(
            "pk", "item"
        )
    )
    fmt = profile.format
    return [change(fmt, item, latest[str(key)]) for key, item in items.items() if fmt.has_item(item)]


def change(fmt: Format, item_id: str, event: Event) -> dict[str, Any]:
    item, data = fmt.item(item_id), dict(event.data)
    topics = data.pop("topics", {})
    value = value_of(fmt, str(data.get("value", "")))
    fields = {**data, **{f"topics.{topic.id}": topics.get(topic.id, "") for topic in item.topics}}
    return {
        "item": item.id,
        "number": item.number,
        "revision": event.revision,
        "who": event.actor_name,
        "value": value.label if value else "nog open",
        "mark": value.mark if value else "blank",
        "fields": fields,
    }
