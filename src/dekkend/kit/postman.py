"""Carries what waits in the queue, once, also when several carry at the same time.

What could be done leaves no row behind: a letter may hold a link that lets somebody in, or that only one person
may know. What failed is tried again with growing pauses. What is given up keeps to whom and about what, not its words.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks.base import TaskResultStatus

if TYPE_CHECKING:
    from django_tasks_db.models import DBTaskResult

# After the first failure, the second, ... Together a long weekend.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 10, 60, 6 * 60, 24 * 60, 48 * 60))
# Somebody who carried and was killed: try again, even if that makes two letters.
STUCK = timedelta(minutes=15)
AT_ONCE = 500  # keys that are looked up together: to look for the first one again for every letter grows with the queue
KEPT = timedelta(days=30)  # how long one can see what was given up


@dataclass
class Tally:
    sent: int = 0
    put_off: int = 0
    given_up: int = 0


@dataclass(frozen=True)
class Waiting:
    """One letter that has not gone, as the administrator of the server sees it."""

    to: str
    subject: str
    tries: int
    since: datetime
    again: datetime | None  # None: given up
    fault: str


def rows() -> Any:
    from django_tasks_db.models import DBTaskResult  # the models are not there yet when this module is read

    return DBTaskResult.objects


def carry_all(*, now: datetime | None = None) -> Tally:
    """Everything that is due at `now`. Safe to run beside another."""
    at = now or timezone.now()
    tally = Tally()
    free_stuck(at)
    while sum(carry_one(key, at, tally) for key in due(at).values_list("pk", flat=True)[:AT_ONCE]):
        pass
    rows().filter(status=TaskResultStatus.FAILED, finished_at__lt=at - KEPT).delete()
    return tally


def carry(key: str) -> None:
    """One letter, at once; it stays in the queue when that fails."""
    carry_one(key, timezone.now(), Tally())


def carry_one(key: Any, at: datetime, tally: Tally) -> bool:
    """False when it was somebody else's, or is not due any more."""
    row = claim(key, at)
    if row is not None:
        handle(row, at, tally)
    return row is not None


def claim(key: Any, at: datetime) -> DBTaskResult | None:
    """This one if it is due and nobody else has it, from now on ours."""
    with transaction.atomic():
        row: DBTaskResult | None = due(at).filter(pk=key).select_for_update(skip_locked=True).first()
        if row is not None:
            row.claim(str(os.getpid()))
        return row


def due(at: datetime) -> Any:
    from django_tasks_db.models import get_date_max

    return rows().filter(Q(run_after=get_date_max()) | Q(run_after__lte=at), status=TaskResultStatus.READY)


def free_stuck(at: datetime) -> None:
    stuck = rows().filter(status=TaskResultStatus.RUNNING, started_at__lt=at - STUCK)
    stuck.update(status=TaskResultStatus.READY)


def handle(row: DBTaskResult, at: datetime, tally: Tally) -> None:
    told = row.args_kwargs
    try:
        row.task.call(*told["args"], **told["kwargs"])
    except Exception as fault:  # whatever it is, the others must go
        tries = len(row.worker_ids)
        if is_final(fault) or tries > len(PAUSES):
            give_up(row, fault, at)
            tally.given_up += 1
        else:
            put_off(row, fault, at + PAUSES[tries - 1])
            tally.put_off += 1
    else:
        row.delete()
        tally.sent += 1


def is_final(fault: Exception) -> bool:
    """The mail server says that this address will never do (RFC 5321: 5xx)."""
    if not isinstance(fault, SMTPRecipientsRefused):
        return False
    return all(500 <= code < 600 for code, _ in fault.recipients.values())


def put_off(row: DBTaskResult, fault: Exception, again: datetime) -> None:
    row.status, row.run_after, row.traceback = TaskResultStatus.READY, again, told_of(fault)
    row.save(update_fields=["status", "run_after", "traceback"])


def give_up(row: DBTaskResult, fault: Exception, at: datetime) -> None:
    kept = {name: row.args_kwargs["kwargs"].get(name, "") for name in ("to", "subject")}
    row.status, row.finished_at, row.traceback = TaskResultStatus.FAILED, at, told_of(fault)
    row.args_kwargs = {"args": [], "kwargs": kept}
    row.save(update_fields=["status", "finished_at", "traceback", "args_kwargs"])


def told_of(fault: Exception) -> str:
    return f"{type(fault).__name__}: {fault}"[:300]


def not_gone() -> Iterator[Waiting]:
    """What waits and what was given up, the oldest first."""
    for row in rows().order_by("enqueued_at").iterator(chunk_size=500):
        told = row.args_kwargs["kwargs"]
        gone = row.status == TaskResultStatus.FAILED
        again = None if gone else row.enqueued_at if row.run_after.year == 9999 else row.run_after
        yield Waiting(
            told.get("to", ""),
            told.get("subject", ""),
            len(row.worker_ids),
            row.enqueued_at,
            again,
            row.traceback,
        )


def show(echo: Callable[[str], None]) -> int:
    """`dekkend mail`: 1 when something was given up, so that a watchdog can ask."""
    letters = list(not_gone())
    for one in letters:
        state = f"weer om {local(one.again)}" if one.again else "OPGEGEVEN"
        echo(f"{local(one.since)}  {one.to}  {one.subject}")
        echo(f"    {one.tries} keer geprobeerd, {state}. {one.fault}".rstrip())
    given_up = sum(one.again is None for one in letters)
    words = f"{len(letters)} brieven zijn niet weg, waarvan {given_up} opgegeven."
    echo(words if letters else "Alle brieven zijn weg.")
    return 1 if given_up else 0


def local(moment: datetime) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
