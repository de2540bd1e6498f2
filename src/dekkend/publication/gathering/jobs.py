"""Makes what was asked for, beside the server: `dekkend run-due`. Two at once do no harm; one that dies is followed.

Each try works in a folder of its own, so that one who was thought dead cannot spoil the work of the next.
"""

from __future__ import annotations

import logging
import re
import shutil
from datetime import datetime
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from dekkend.audit.actions import SYSTEM, record
from dekkend.kit.zipped import pack
from dekkend.publication.models import Gathering

from .actions import PAGE
from .gather import Outcome, gather

TRIES = 3  # what kills its process each time must not do so for ever
OURS = re.compile(r"([0-9a-f]{32})(\.zip)?(\.bezig)?")

log = logging.getLogger(__name__)


class TakenOver(Exception):
    """Somebody thought us dead and went on with it."""


def gather_due(*, now: datetime | None = None, processes: int = 2) -> int:
    """Everything that was asked for; how many were made. Safe to run beside another."""
    at = now or timezone.now()
    sweep(at)
    made = 0
    while (gathering := claim(at)) is not None:
        made += carry_out(gathering, processes)
    return made


def claim(at: datetime) -> Gathering | None:
    with transaction.atomic():
        free = (
            Gathering.objects.free(at).order_by("asked_at").select_for_update(skip_locked=True, of=("self",))
        )
        found = free.filter(tries__lt=TRIES).first()
        if found is not None:
            found.state, found.worker, found.seen_at = Gathering.State.RUNNING, token_hex(16), timezone.now()
            found.tries, found.done, found.total, found.failed = found.tries + 1, 0, 0, []
            found.save()
        given_up = Gathering.objects.free(at).filter(tries__gte=TRIES)
        given_up.update(state=Gathering.State.FAILED, finished_at=timezone.now(), fault=GIVEN_UP)
        return found


GIVEN_UP = "Het maken is drie keer begonnen en niet afgekomen. Vraag de beheerder van de server om te kijken."
NO_ROOM = "Het bestand kon niet worden geschreven ({reason}). Vraag de beheerder van de server om te kijken."
BROKEN = (
    "Er ging iets mis dat we niet verwachtten. Probeer het nog een keer, of vraag de beheerder van de server."
)


def carry_out(gathering: Gathering, processes: int) -> bool:
    """True when the zip is there."""
    folder = home() / gathering.worker
    try:
        finish(gathering, *made(gathering, folder, processes))
    except TakenOver:
        return False
    except Exception as fault:  # whatever it is, the page must say so
        log.exception("papers of round %s", gathering.round_id)
        told = NO_ROOM.format(reason=fault.strerror) if isinstance(fault, OSError) else BROKEN
        mine(gathering).update(state=Gathering.State.FAILED, fault=told, finished_at=timezone.now())
        return False
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return True


def made(gathering: Gathering, folder: Path, processes: int) -> tuple[list[Outcome], int]:
    """All schools in the folder, and the folder in a zip; its size."""
    round, failed = gathering.round, list[dict[str, str]]()

    def tell(done: int, total: int, one: Outcome) -> None:
        if one.fault:
            failed.append({"school": f"{one.school.name} ({one.school.brin6})", "fault": one.fault})
        sign(gathering, done=done, total=total, failed=failed)

    outcomes = gather(round, folder, PAGE, processes=processes, tell=tell)
    top = f"papieren-{round.schooljaar}"
    size = pack(folder, zip_of(gathering.worker), top=top, on=round.starts, tell=lambda: sign(gathering))
    return outcomes, size


def mine(gathering: Gathering) -> Any:
    """This row, as long as nobody took it over."""
    running = Gathering.State.RUNNING
    return Gathering.objects.filter(pk=gathering.pk, worker=gathering.worker, state=running)


def sign(gathering: Gathering, **told: Any) -> None:
    """Say that we are alive, and how far we are. Raise TakenOver."""
    now = timezone.now()
    if not told and gathering.seen_at and (now - gathering.seen_at).total_seconds() < 2:
        return
    gathering.seen_at = now
    if not mine(gathering).update(seen_at=now, **told):
        raise TakenOver


@transaction.atomic
def finish(gathering: Gathering, outcomes: list[Outcome], size: int) -> None:
    """The zip may be taken, and the one before it goes."""
    files = sum(len(one.line.files) for one in outcomes if one.line)
    told = {
        "files": files,
        "size": size,
        "name": gathering.worker,
        "finished_at": timezone.now(),
        "fault": "",
    }
    if not mine(gathering).update(state=Gathering.State.DONE, **told):
        raise TakenOver
    failed = sum(bool(one.fault) for one in outcomes)
    data: dict[str, object] = {"schools": len(outcomes) - failed, "failed": failed, "files": files}
    place, subject = gathering.round.alliance.place, f"round/{gathering.round_id}"
    record("papers_gathered", actor=SYSTEM, place=place, subject=subject, data=data)
    before = Gathering.objects.filter(round=gathering.round_id).exclude(pk=gathering.pk)
    remove(before.exclude(finished_at=None))


def sweep(at: datetime) -> None:
    """What is a week old goes, and what was left on the disk by who died."""
    remove(Gathering.objects.past(at))
    there = list(
        home().iterdir()
    )  # first: what another begins after this is not known yet, and not ours to remove
    known = set(Gathering.objects.values_list("worker", flat=True))
    for path in there:
        name = OURS.fullmatch(path.name)
        if name and (name[1] not in known or (path.suffix != ".zip" and not is_running(name[1]))):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def is_running(worker: str) -> bool:
    return Gathering.objects.filter(worker=worker, state=Gathering.State.RUNNING).exists()


def remove(gatherings: Any) -> None:
    """Rows in the transaction, files when it is done."""
    names = [name for name in gatherings.values_list("name", flat=True) if name]
    gatherings.delete()
    transaction.on_commit(partial(unlink, names))


def unlink(names: list[str]) -> None:
    for name in names:
        zip_of(name).unlink(missing_ok=True)


def home() -> Path:
    """Outside the folder of kept files: these can always be made again, so they need no back-up."""
    place = Path(settings.GATHERED)
    place.mkdir(parents=True, exist_ok=True)
    return place


def zip_of(name: str) -> Path:
    if not OURS.fullmatch(name):
        raise ValueError(name)
    return home() / f"{name}.zip"
