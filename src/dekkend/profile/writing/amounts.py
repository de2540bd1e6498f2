"""How much, how often and on which basis, in one line as people say it: on the page and on every paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dekkend.formats.model import Offer
from dekkend.web.marks import lower_first

# What the format may ask of a whole arrangement, and of a thing in a column.
TERMS = ("places", "duration", "since", "until")
AMOUNTS = ("frequency", "minutes", "group_size", "basis")
HOUR = 60
ROUND = {15: "een kwartier", 30: "een half uur", 45: "drie kwartier", 60: "een uur", 90: "anderhalf uur"}
SMALL = 8  # pupils in a "groepje"; more is a "groep"


def how(offer: Offer, told: Mapping[str, Any]) -> str:
    """ "twee keer per week een half uur, in een groepje van 4, tijdelijk, met de taalspecialist"

    `told` is a thing of a content or the values of a row; what an older content lacks is not said.
    """
    return ", ".join(filter(None, [*parts(offer, told), told.get("detail", "")]))


def parts(offer: Offer, told: Mapping[str, Any]) -> Iterator[str]:
    yield often(offer, told.get("frequency", ""), told.get("minutes") or 0)
    yield group(told.get("group_size") or 0)
    yield label(offer, "basis", told.get("basis", ""))


def often(offer: Offer, frequency: str, minutes: int) -> str:
    """Time is kept per week; it is said per time where the format knows how many times a week that is."""
    words = label(offer, "frequency", frequency)
    if not words or not minutes:
        return words or (f"{time(minutes)} per week" if minutes else "")
    pick = offer.pick("frequency", frequency)
    weekly = pick.weekly if pick else 0
    if weekly and minutes % weekly == 0:
        return f"{words} {time(minutes // weekly)}"
    return f"{words}, samen {time(minutes)} per week"


def time(minutes: int) -> str:
    """ "een half uur", "2,5 uur", "1 uur en 40 minuten" """
    if minutes in ROUND:
        return ROUND[minutes]
    hours, rest = divmod(minutes, HOUR)
    if rest == HOUR // 2 and hours:
        return f"{hours},5 uur"
    return " en ".join(
        filter(None, [f"{hours} uur" if hours else "", f"{rest} {minute(rest)}" if rest else ""])
    )


def minute(number: int) -> str:
    return "minuut" if number == 1 else "minuten"


def group(size: int) -> str:
    if not size:
        return ""
    if size == 1:
        return "één leerling tegelijk"
    return f"in een {'groepje' if size <= SMALL else 'groep'} van {size}"


def label(offer: Offer, name: str, pick_id: str) -> str:
    """The words of a choice; the id itself where an older format had it and this one has not."""
    pick = offer.pick(name, pick_id) if pick_id else None
    return lower_first(pick.label) if pick else pick_id


def terms(told: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What holds for a whole arrangement, each with its label; of a content or the values of a row."""
    places = told.get("places") or 0
    found = (
        ("Plek voor", f"{places} {'leerling' if places == 1 else 'leerlingen'} tegelijk" if places else ""),
        ("Hoe lang", told.get("duration", "")),
        ("Sinds", told.get("since", "")),
        ("Tot", told.get("until", "")),
    )
    return tuple((name, words) for name, words in found if words)
