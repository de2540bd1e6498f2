"""Who wrote a piece last, and when: from the log, by the key of the piece."""

from __future__ import annotations

from datetime import datetime

from dekkend.audit.models import Event
from dekkend.profile.base.models import Profile
from dekkend.profile.version import contributions
from dekkend.profile.version.units import PUPILS

from .past import Log, owners_of
from .pieces import Names

PREFIX = {"arrangement": "a", "specialisation": "s", "improvementpoint": "i"}


def touches(profile: Profile, log: Log, since: datetime | None, names: Names) -> dict[str, Event]:
    """No query beside the rows. `log` is of the later moment; what is older than `since` explains no difference."""
    found: dict[str, Event] = {}
    places = places_of(profile, log)
    for subject, event in {**log.latest, **gone_until(log)}.items():
        if since and event.at <= since:
            continue
        for key in places.get(subject, ()):
            name, slash, rest = key.partition("/")
            key = f"{names.get(name, name)}{slash}{rest}"
            if key not in found or found[key].at < event.at:
                found[key] = event
    return found


def gone_until(log: Log) -> dict[str, Event]:
    return {subject: event for subject, event in log.removed.items() if log.at and event.at <= log.at}


def places_of(profile: Profile, log: Log) -> dict[str, tuple[str, ...]]:
    """Subject -> the keys of the pieces or the thing that it writes."""
    found: dict[str, tuple[str, ...]] = {}
    for text in profile.texts.all():
        found[text.subject] = (f"texts/{text.section}/{text.field}",)
    for provision in profile.provision_texts.all():
        found[provision.subject] = (f"provisions/{provision.key}",)
    for agreement in profile.agreements.all():
        found[agreement.subject] = (f"answers/{agreement.item}",)
    for summary in profile.summaries.all():
        found[summary.subject] = (f"summaries/{summary.question}",)
    for boundary in profile.boundaries.all():
        found[boundary.subject] = (f"boundaries/{boundary.element}",)
    for subject, event in {**log.latest, **log.removed}.items():
        kind, _, key = subject.partition("/")
        if kind in PREFIX:
            found[subject] = (f"{PREFIX[kind]}{key}",)
        if kind == contributions.row_of(PUPILS):
            found[subject] = tuple(f"pupils/{name}" for name in event.data)
        if kind == "boundary" and subject in log.removed:
            found[subject] = (f"boundaries/{log.removed[subject].data.get('name', '')}",)
    for subject, (owner, column) in owners_of(profile, log).items():
        kind = "columns" if subject.startswith("columntext/") else "things"
        column = (
            column or str(log.latest[subject].data.get("column", "")) if subject in log.latest else column
        )
        found[subject] = (f"a{owner}/{kind}/{column}",)
    return found
