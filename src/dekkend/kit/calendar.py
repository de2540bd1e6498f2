"""Days for somebody's own calendar, as an .ics file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta


@dataclass(frozen=True)
class Day:
    key: str  # the same for the same thing, so that a calendar replaces what it has
    on: date
    what: str
    where: str  # address of the page


def calendar(days: Iterable[Day]) -> str:
    """One whole day for each, with a sign three days before; it does not make somebody busy."""
    from icalendar import Alarm, Calendar, Event  # not at the start of the server

    made = Calendar()
    made.add("prodid", "-//Dekkend//NL")
    made.add("version", "2.0")
    for day in days:
        event = Event()
        event.add("uid", f"{day.key}@dekkend")
        event.add("dtstamp", datetime.now(UTC))
        event.add("dtstart", day.on)
        event.add("dtend", day.on + timedelta(days=1))
        event.add("summary", day.what)
        event.add("description", f"Naar de bladzijde: {day.where}")
        event.add("url", day.where)
        event.add("transp", "TRANSPARENT")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", day.what)
        alarm.add("trigger", timedelta(days=-3))
        event.add_component(alarm)
        made.add_component(event)
    return str(made.to_ical().decode())
