"""`dekkend run-due`: does what is due, and stops. Made for a timer; two at once do no harm."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from datetime import datetime

from django.db import close_old_connections
from django.utils import timezone

from dekkend.audit.actions import SYSTEM, record
from dekkend.audit.models import Event
from dekkend.kit.postman import carry_all
from dekkend.profile.reading.actions import forget_old
from dekkend.publication.gathering.jobs import gather_due

from .invitations import invite_all
from .reminders import remind_all

MORNING = 7  # nobody gets a reminder at night


def run_due(echo: Callable[[str], None], *, now: datetime | None = None) -> int:
    """Letters of new rounds, once a day the reminders, old profiles that are over time, all letters that wait, and
    last what takes longest: papers of a round."""
    at = timezone.localtime(now)
    invited = invite_all(at.date())
    reminded = remind_today(at)
    forgotten = forget_old(at.date())
    tally = carry_all(now=now)
    gathered = gather_due(now=now)
    told = [
        (invited, "uitnodigingen voor een ronde gemaakt"),
        (reminded, "herinneringen gemaakt"),
        (forgotten, "oude profielen vergeten die niemand afrondde"),
        (tally.sent, "brieven verstuurd"),
        (tally.put_off, "brieven wachten op een nieuwe poging"),
        (tally.given_up, "brieven opgegeven; zie dekkend mail"),
        (gathered, "bestanden met de papieren van een ronde gemaakt"),
    ]
    if said := [f"{number} {words}" for number, words in told if number]:
        echo("; ".join(said) + ".")
    return 0


def remind_today(at: datetime) -> int:
    """Looking through all schools costs seconds in a large region, so once a day is enough."""
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    done = Event.objects.filter(place="server", act="remind_all", at__gte=midnight)
    if at.hour < MORNING or done.exists():
        return 0
    number = remind_all(at.date())
    record("remind_all", actor=SYSTEM, place="server", data={"letters": number})
    return number


def run_loop(echo: Callable[[str], None], pause: float) -> int:
    """Again and again, until somebody says stop; what is being sent is finished first."""
    stop = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stop.set())
    while not stop.is_set():
        close_old_connections()
        run_due(echo)
        stop.wait(pause)
    return 0
