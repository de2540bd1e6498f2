"""What was decided about a version, and what it is compared with."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Case, IntegerField, Q, When
from django.http import Http404
from django.utils import timezone

from dekkend.audit.models import Event
from dekkend.profile.base.queries import ProfileQuerySet, profile_of
from dekkend.profile.models import Profile, Version
from dekkend.profile.version.decisions import Decisions
from dekkend.region.models import Board, Round
from dekkend.region.queries import keys

from .models import Advice, Decision, PupilVoice, Reply


def advice_of(version: Version | None) -> Advice | None:
    """None: not asked. No query when the version came with its advice."""
    return getattr(version, "advice", None)


def reply_of(version: Version | None) -> Reply | None:
    return getattr(version, "reply", None)


def decision_of(version: Version | None) -> Decision | None:
    return getattr(version, "decision", None)


def version_of(user: Any, profile: int, number: int) -> Version:
    """For `page(…, load=version_of)`: one sealed version with its records, or 404. Two queries."""
    place = profile_of(user, profile)
    records = ("advice", "reply", "decision")
    found = place.versions.select_related(*records).filter(number=number).first()
    if found is None:
        raise Http404
    found.profile = place
    if place.sealed_id == found.pk:
        place.sealed = found  # guards then need no query for its records
    return found


def recalled(version: Version) -> str:
    """Why the school took this version back, "" when it did not. A query only for a version nobody decided on."""
    profile = version.profile
    if decision_of(version) or (version.pk == profile.sealed_id and not profile.is_open):
        return ""
    later = profile.versions.filter(number__gt=version.number).order_by("number").first()
    events = Event.objects.at_place(profile.place).filter(act="recall", at__gte=version.sealed_at)
    last = (events.filter(at__lte=later.sealed_at) if later else events).first()
    return str(last.data.get("reason", "")) if last else ""


def board_of(user: Any, board: int) -> Board:
    """For `page(…, load=board_of)`."""
    found = Board.objects.filter(pk__in=keys(user, "board", "board")).filter(pk=board).first()
    if found is None:
        raise Http404
    return found


def profiles_of(board: Board, round: Round) -> ProfileQuerySet:
    """Those that wait for the board first, then by name; with all that a line of the timetable needs."""
    past = Q(sealed__advice__kind="", sealed__advice__term_ends__lt=timezone.localdate())
    waits = Case(When(is_waiting(past), then=0), default=1, output_field=IntegerField())
    found: ProfileQuerySet = Profile.objects.in_round(round).filter(
        school__board=board, school__is_gone=False
    )
    found = found.with_places().select_related("sealed__advice", "sealed__reply", "sealed__decision")
    return found.annotate(place_in_line=waits).order_by("place_in_line", "school__name", "pk")


def is_waiting(past: Q) -> Q:
    return Q(state=Profile.State.SUBMITTED) & (Q(turn="board") | past)


def pupils_of(profile: Profile) -> dict[str, str]:
    """The pupils' voice, for the content of a version. One query."""
    row = PupilVoice.objects.filter(profile=profile).first() or PupilVoice()
    return {name: str(value or "") for name, value in row.values().items()}


def decisions_of(version: Version) -> Decisions:
    """The sealed records of this version; at most three queries. Publication adds its own date."""
    advice, reply, decision = advice_of(version), reply_of(version), decision_of(version)
    adopted = decision if decision and decision.kind == Decision.Kind.ADOPT else None
    return Decisions(
        version=version.number,
        status="adopted" if adopted else "concept",
        sha256=version.sha256,
        submitted_on=iso(timezone.localdate(version.sealed_at)),
        advice_kind=advice.kind if advice else "",  # type: ignore[arg-type]
        advice_on=iso(advice.given_on) if advice else "",
        advice_text=advice.text if advice else "",
        reply_on=iso(reply.given_on) if reply else "",
        adopted_on=iso(adopted.on) if adopted else "",
        adopted_by=f"het bestuur van {adopted.board}" if adopted else "",
        valid_until=iso(adopted.valid_until) if adopted else "",
        asked_on=iso(advice.asked_on) if advice else "",
        term_ends=iso(advice.term_ends) if advice else "",
        checked_at=f"{settings.ADDRESS}/controleren/" if adopted else "",
    )


def iso(day: Any) -> str:
    return day.isoformat() if day else ""
