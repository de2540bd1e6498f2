"""The fonts that Dekkend carries with it, and which characters they have."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "fonts"
TEXT_FACES = ("SourceSans3", "SourceSerif4")
FALLBACKS = ("NotoEmoji", "NotoSansArabic", "NotoSansHebrew")


@cache
def families() -> tuple[frozenset[str], ...]:
    """Per family the characters that all its styles have, in the order in which they are tried."""
    return tuple(_characters(family) for family in (*TEXT_FACES, *FALLBACKS))


@cache
def common() -> frozenset[str]:
    """What both text faces have: nearly all that a Dutch school writes."""
    return frozenset.intersection(*families()[: len(TEXT_FACES)]) | {"\n"}


def _characters(family: str) -> frozenset[str]:
    # fontTools is slow to import and only PDF needs it
    from fontTools.ttLib import TTFont

    styles = []
    for path in sorted(FOLDER.glob(f"{family}-*.ttf")):
        with TTFont(path, lazy=True) as font:
            styles.append(frozenset(map(chr, font.getBestCmap())))
    return frozenset.intersection(*styles)
