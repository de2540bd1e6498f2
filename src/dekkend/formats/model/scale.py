"""The values an answer can have, and how a question gets one value from its items."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

# Four marks, one language: full, half, empty, dash. Open (nothing answered) is "blank".
MarkKind = Literal["full", "half", "empty", "dash"]


@dataclass(frozen=True)
class Value:
    """One value of the scale, in the order of the format (keys 1..n)."""

    id: str  # English slug, stored: "yes", "in_development"
    label: str  # "Ja"
    mark: MarkKind
    feeds_improvement: bool = False  # the handreiking's "In ontwikkeling"
    needs_reason: bool = False  # "n.v.t." only with a reason
    applies: bool = True  # False: left out when values are counted (n.v.t.)
    offers_text: bool = True  # False: shown as bouwsteen, never offered as text

    @property
    def may_improve(self) -> bool:
        """What is not there yet stands ready as an improvement point too, besides what the format says feeds one."""
        return self.feeds_improvement or (self.applies and self.mark == "empty")


@dataclass(frozen=True)
class Standing:
    """One line of the rule that turns the answers of a question into one value.

    Lines are tried from the first; the first that holds gives the value. Shares are
    of the applicable answers. `every` holds if all are that value; `share` if at least
    `at_least` (0..1) are. A line with neither always holds (the last one).
    """

    value: str
    every: str = ""
    share: str = ""
    at_least: float = 0.0


@dataclass(frozen=True)
class Scale:
    values: tuple[Value, ...]
    standings: tuple[Standing, ...]

    def get(self, value_id: str) -> Value:
        """Raise KeyError when the scale has no such value."""
        return self._by_id[value_id]

    def __contains__(self, value_id: object) -> bool:
        return value_id in self._by_id

    @cached_property
    def _by_id(self) -> dict[str, Value]:
        return {value.id: value for value in self.values}

    @cached_property
    def in_order(self) -> tuple[Value, ...]:
        """The values that say "in order": those with a full mark, wherever they stand in the scale."""
        return tuple(value for value in self.values if value.mark == "full")

    def standing(self, answers: list[str]) -> str:
        """The one value for a list of values; "" when any is open or none applies."""
        if "" in answers:
            return ""
        counted = [answer for answer in answers if self.get(answer).applies]
        if not counted:
            return ""
        for line in self.standings:
            if line.every and any(answer != line.every for answer in counted):
                continue
            if line.share and counted.count(line.share) < line.at_least * len(counted):
                continue
            return line.value
        return ""
