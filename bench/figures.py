"""One figure, its aim, and the table of all."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass
class Figure:
    what: str
    value: float
    unit: str
    aim: float | None = None
    more_is_better: bool = False

    @property
    def verdict(self) -> str:
        if self.aim is None:
            return ""
        good = self.value >= self.aim if self.more_is_better else self.value <= self.aim
        return "gehaald" if good else f"gemist ({self.value / self.aim:.1f}x)"


def table(figures: list[Figure]) -> str:
    if not figures:
        return "Niets gemeten."
    width = max(len(figure.what) for figure in figures)
    lines = []
    for figure in figures:
        sign = "≥" if figure.more_is_better else "≤"
        aim = f"{sign} {figure.aim:g} {figure.unit}" if figure.aim is not None else ""
        lines.append(
            f"{figure.what:<{width}}  {figure.value:>10.1f} {figure.unit:<10} {aim:<16} {figure.verdict}".rstrip()
        )
    return "\n".join(lines)


def milliseconds(work: Callable[[], object], times: int = 20) -> float:
    """The median of so many runs, after one that does not count."""
    work()
    told = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        told.append((time.perf_counter() - begin) * 1000)
    return median(told)
