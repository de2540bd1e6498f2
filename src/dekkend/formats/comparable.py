"""Which answers of two versions of a format may be laid side by side. The one place that decides it; no database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .compare import Comparison, compare
from .lineage import Known, is_newer, nobody
from .model import Format, Item, Question, Scale

SCALE, UNKNOWN = "scale", "unknown"
# As read behind the numbers of items: "3.2, 3.3 (gesplitst)".
REASONS: Mapping[str, str] = {
    "new": "nieuw",
    "gone": "vervallen",
    "reworded": "anders verwoord",
    "split": "gesplitst",
    "joined": "samengevoegd",
    SCALE: "met andere antwoorden",
    UNKNOWN: "de checklist van toen is hier niet bekend",
}


@dataclass(frozen=True)
class Comparable:
    """In the terms of one format, here, what of another may be laid beside it. What is in no list may not."""

    items: Mapping[str, str]  # item here -> the same item there
    questions: Mapping[str, str]  # question here -> the question there whose standing says the same
    reasons: Mapping[str, str] = field(default_factory=dict)  # any other item here -> key of REASONS
    gone: tuple[str, ...] = ()  # numbers there of items that nothing here goes on with

    def why(self, item: str) -> str:
        """ "gesplitst"; "" when it may be compared."""
        return REASONS.get(self.reasons.get(item, ""), "")

    def apart(self, items: Iterable[Item]) -> str:
        """ "3.2, 3.3 (gesplitst), 3.4 (nieuw)": those of these items that may not be compared, and why."""
        found: dict[str, list[str]] = {}
        for item in items:
            if why := self.why(item.id):
                found.setdefault(why, []).append(item.number)
        return ", ".join(f"{', '.join(numbers)} ({why})" for why, numbers in found.items())

    def why_question(self, question: Question) -> str:
        """Why its standing may not be compared; "" when it may."""
        if question.id in self.questions:
            return ""
        return self.apart(question.items) or "andere onderdelen, of zij tellen anders op"


def comparable(there: Format | None, here: Format, known: Known = nobody) -> Comparable:
    """`there` is None where its format is not known any more. Either may be the newer of the two."""
    if there is None:
        return Comparable({}, {}, {item.id: UNKNOWN for item in here.items})
    if there.ref == here.ref:
        return Comparable(
            {item.id: item.id for item in here.items}, {each.id: each.id for each in here.questions}
        )
    if is_newer(there, here):
        found = compare(here, there, known)
        return turned(told(found), found)
    return told(compare(there, here, known))


def told(found: Comparison) -> Comparable:
    """Seen from the newer of the two."""
    same_scale = choices(found.before.scale) == choices(found.after.scale)
    items: dict[str, str] = {}
    reasons: dict[str, str] = {}
    for step in found.steps:
        if step.after is None:
            continue
        if not step.is_same_question:
            reasons[step.after.id] = step.state
        elif not same_scale:
            reasons[step.after.id] = SCALE
        else:
            items[step.after.id] = step.before[0].id
    gone = tuple(step.before[0].number for step in found.steps if step.after is None)
    return Comparable(items, standings(found, items), reasons, gone)


def turned(seen: Comparable, found: Comparison) -> Comparable:
    """The same, from the older of the two: what its items became."""
    items = {old: new for new, old in seen.items.items()}
    states = {old.id: step.state for step in found.steps for old in step.before if step.after}
    reasons = {
        item.id: SCALE if state in ("kept", "moved") else state
        for item in found.before.items
        if item.id not in items
        for state in (states.get(item.id, "gone"),)
    }
    gone = tuple(step.after.number for step in found.steps if step.state == "new" and step.after)
    return Comparable(items, {old: new for new, old in seen.questions.items()}, reasons, gone)


def standings(found: Comparison, items: Mapping[str, str]) -> dict[str, str]:
    """Questions with the very same items, all comparable, that are added up by the same rule (rulings 11)."""
    if found.before.scale.standings != found.after.scale.standings:
        return {}
    old = {frozenset(item.id for item in question.items): question.id for question in found.before.questions}
    pairs = {}
    for question in found.after.questions:
        came = frozenset(items.get(item.id, "") for item in question.items)
        if came in old:
            pairs[question.id] = old[came]
    return pairs


def choices(scale: Scale) -> list[tuple[object, ...]]:
    """What somebody chose among: with another choice beside it, the same word says something else."""
    return [(value.id, value.label, value.mark, value.applies) for value in scale.values]
