"""What stands out in a wijk, in sentences."""

from __future__ import annotations

from dekkend.analysis.words import figure, many, number, upper_first
from dekkend.kit.words import listed
from dekkend.region.models import Area

from .together import Line, Together


def headline(view: Together, area: Area) -> str:
    """The most urgent first: nobody, nobody so far, one school."""
    if not view.schools:
        return "In deze wijk staan nog geen scholen"
    if len(view.unknown) == len(view.schools):
        return f"Van {area} is nog geen school bekend"
    if view.uncovered:
        return f"Voor {needs(view.uncovered)} is er in {area} niemand"
    if view.unsure:
        return f"Voor {needs(view.unsure)} is er in {area} nog niemand bekend"
    if view.fragile:
        hangs = "hangt" if len(view.fragile) == 1 else "hangen"
        return f"In {area} {hangs} {needs(view.fragile)} aan één school"
    least = "ten minste" if view.unknown else "meer dan"
    return f"Voor elke behoefte is er in {area} {least} één school"


def needs(lines: list[Line]) -> str:
    return many(len(lines), "behoefte", "behoeften")


def lead(view: Together) -> str:
    """How many schools and pupils, and of whom nothing is known yet."""
    if not view.schools:
        return ""
    told = [f"{upper_first(many(len(view.schools), 'school', 'scholen'))}, {figure(view.pupils)} leerlingen."]
    if view.uncounted:
        told.append(f"Van {many(view.uncounted, 'school', 'scholen')} is het aantal leerlingen niet bekend.")
    if view.unknown:
        told.append(
            f"{unknown(view)} {'heeft' if len(view.unknown) == 1 else 'hebben'} nog geen vastgesteld profiel."
        )
    return " ".join(told)


def unknown(view: Together) -> str:
    """Names as long as they are few."""
    if len(view.unknown) <= 3:
        return listed([str(school) for school in view.unknown])
    return f"{upper_first(number(len(view.unknown)))} scholen"
