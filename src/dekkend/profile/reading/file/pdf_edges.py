"""What comes back at the top or the foot of the pages of a PDF: it is read by nobody, page after page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .pdf_text import Line

MARGIN = 0.09  # of the height, where what comes back on each page stands
WIDE = 0.18  # where it may stand, when it stands there on the same height each time
SAME = 3  # points
NUMBER = re.compile(
    r"(?:pagina|bladzijde|p\.|\|)?\s*\d{1,3}(?:\s*(?:van|/|-)\s*\d{1,3})?\s*\|?", re.IGNORECASE
)


class Edges:
    def __init__(self, lines: Iterable[tuple[Line, float]], pages: int) -> None:
        """Each line with the height of its page."""
        seen: dict[str, set[int]] = {}
        fixed: dict[tuple[str, int], set[int]] = {}
        for line, height in lines:
            if at_edge(line, height, MARGIN):
                seen.setdefault(bare(line.text), set()).add(line.page)
            if at_edge(line, height, WIDE):
                for place in near(line):
                    fixed.setdefault((bare(line.text), place), set()).add(line.page)
        self.seen = {text for text, on in seen.items() if len(on) >= max(2, pages / 2)}
        self.fixed = {key for key, on in fixed.items() if len(on) >= max(3, pages / 2)}

    def has(self, line: Line, height: float) -> bool:
        if at_edge(line, height, MARGIN) and (NUMBER.fullmatch(line.text) or bare(line.text) in self.seen):
            return True
        return any((bare(line.text), place) in self.fixed for place in near(line)) and at_edge(
            line, height, WIDE
        )


def at_edge(line: Line, height: float, part: float) -> bool:
    return line.top > height * (1 - part) or line.bottom < height * part


def near(line: Line) -> tuple[int, int]:
    """Two lines that are as near as a few points share one of these."""
    place = int(line.top / SAME / 2)
    return place, place + (1 if line.top / SAME / 2 % 1 >= 0.5 else -1)


def bare(text: str) -> str:
    return re.sub(r"\d+", "0", text)
