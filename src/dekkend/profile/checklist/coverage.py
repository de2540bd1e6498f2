"""Which items a copy asks: all, what fits a function, or questions chosen by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from dekkend.formats.model import Format

EVERYTHING, BY_HAND = "all", "own"  # beside the ids of audiences
FEWEST = 3  # of fewer people who are asked the same, anonymous answers tell who they are


def covering(fmt: Format, items: Iterable[str]) -> list[str]:
    """As a copy keeps it: in the order of the format, [] for everything."""
    wanted = set(items)
    kept = [item.id for item in fmt.items if item.id in wanted]
    return [] if len(kept) == len(fmt.items) else kept


def for_audience(fmt: Format, audience: str) -> list[str]:
    return covering(fmt, (item.id for item in fmt.asked_of(audience)))


def for_questions(fmt: Format, questions: Iterable[str]) -> list[str]:
    wanted = set(questions)
    return covering(fmt, (item.id for each in fmt.questions if each.id in wanted for item in each.items))


def number_of(fmt: Format, covers: list[str]) -> int:
    return len(covers) or len(fmt.items)


def words_for(fmt: Format, covers: list[str]) -> str:
    """ "alle 59 onderdelen", "38 onderdelen, voor groepsleraren", "12 onderdelen, zelf gekozen"."""
    if not covers:
        return f"alle {len(fmt.items)} onderdelen"
    number = f"{len(covers)} {'onderdeel' if len(covers) == 1 else 'onderdelen'}"
    meant = [each.plural for each in fmt.audiences if for_audience(fmt, each.id) == covers]
    return f"{number}, {'voor ' + meant[0] if meant else 'zelf gekozen'}"


def choices_of(fmt: Format, *, by_hand: bool = True) -> list[tuple[str, str]]:
    """What can be chosen for a colleague: id and words."""
    meant = [
        (each.id, f"{each.label}, {number_of(fmt, for_audience(fmt, each.id))} onderdelen")
        for each in fmt.audiences
    ]
    own = [(BY_HAND, "Zelf gekozen vragen")] if by_hand else []
    return [(EVERYTHING, f"Alle {len(fmt.items)} onderdelen"), *meant, *own]


def proposals(fmt: Format, audiences: Mapping[Any, str], *, anonymous: bool) -> dict[Any, str]:
    """What fits each person's audience. Anonymously never so that one or two are asked something of their own."""
    wanted = {
        who: audience if audience and for_audience(fmt, audience) else EVERYTHING
        for who, audience in audiences.items()
    }
    while anonymous:
        counts = Counter(wanted.values())
        parts = {choice: number for choice, number in counts.items() if choice != EVERYTHING}
        few = [choice for choice, number in parts.items() if number < FEWEST]
        if not few and parts and 0 < counts[EVERYTHING] < FEWEST:
            few = [min(parts, key=lambda choice: parts[choice])]
        if not few:
            break
        wanted = {who: EVERYTHING if choice in few else choice for who, choice in wanted.items()}
    return wanted


def chosen(fmt: Format, choice: str, questions: Iterable[str] = ()) -> list[str]:
    """What a choice of `choices_of` means."""
    if choice == BY_HAND:
        return for_questions(fmt, questions)
    return [] if choice == EVERYTHING else for_audience(fmt, choice)
