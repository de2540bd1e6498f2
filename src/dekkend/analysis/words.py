"""What the figures say, in sentences. They stand above every table."""

from __future__ import annotations

from dekkend.formats.model import Scale, Standing
from dekkend.kit.words import listed
from dekkend.web.marks import lower_first

from .coverage import Coverage

NUMBERS = [
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
]


def number(count: int) -> str:
    """ "negen", and from 14 on "14"."""
    return NUMBERS[count] if count < len(NUMBERS) else figure(count)


def figure(count: int) -> str:
    """ "9.694" """
    return f"{count:,}".replace(",", ".")


def upper_first(text: str) -> str:
    """A capital has no accent here: "één" becomes "Eén"."""
    return "E" + text[1:] if text.startswith("é") else text[:1].upper() + text[1:]


def many(count: int, one: str, more: str) -> str:
    """ "één school", "drie scholen" """
    return f"{number(count)} {one if count == 1 else more}"


def headline(coverage: Coverage) -> str:
    """What is the case, for the heading of the page."""
    gaps = len(coverage.gaps)
    if gaps:
        is_are = "behoefte is" if gaps == 1 else "behoeften zijn"
        return f"{upper_first(number(gaps))} {is_are} niet overal gedekt"
    if not coverage.is_begun:
        return "Nog geen school heeft een vastgesteld profiel"
    if coverage.unknown or coverage.places.unplaced:
        return "Voor zover bekend is er nergens een witte vlek"
    return "Voor elke behoefte is er overal een school"


def lead(coverage: Coverage) -> list[str]:
    """The sentences below the heading; nothing that the heading says already."""
    sentences = []
    if coverage.uncovered:
        sentences.append(f"{on_places(coverage.uncovered)} is er niemand.")
    if coverage.fragile:
        sentences.append(f"{on_places(coverage.fragile)} hangt het aan één school.")
    if coverage.unknown:
        schools = f"{figure(coverage.unknown)} van de {figure(coverage.known + coverage.unknown)} scholen"
        sentences.append(f"Van {schools} is het aanbod nog niet bekend.")
    return sentences


def on_places(count: int) -> str:
    """One place is one need in one wijk."""
    return f"Op {many(count, 'plek', 'plekken')}"


PARTS = {0.25: "een kwart", 0.5: "de helft", 0.75: "driekwart"}


def rule(scale: Scale) -> str:
    """How the answers to a question become one value: “ja” als alle onderdelen “ja” zijn, en anders “nee”."""
    lines = [condition(line, scale) for line in scale.standings]
    told = f"{', '.join(lines[:-1])}, en anders {lines[-1]}" if len(lines) > 1 else f"altijd {lines[0]}"
    left = listed([f"“{lower_first(value.label)}”" for value in scale.values if not value.applies])
    return f"Een standaard is {told}.{f' Antwoorden met {left} tellen niet mee.' if left else ''}"


def condition(line: Standing, scale: Scale) -> str:
    def word(value: str) -> str:
        return f"“{lower_first(scale.get(value).label)}”"

    if line.every:
        return f"{word(line.value)} als alle onderdelen {word(line.every)} zijn"
    if line.share:
        part = PARTS.get(line.at_least, f"{line.at_least:.0%}")
        return f"{word(line.value)} als {part} of meer {word(line.share)} is"
    return word(line.value)
