from __future__ import annotations

import re
from datetime import date

from .lists import any_of, listed
from .model import Advice
from .prose import prose

VERBS = any_of(listed("smart")["verbs"])
MORE = any_of(listed("smart")["more"])
SEEN = any_of(listed("smart")["seen"])
NUMBER = re.compile(
    r"\d|\b(?:één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elke|elk|iedere|alle|alles|geen)\b", re.I
)


def smart(*, goal: str, action: str, owner: str, due: date | None, measure: str) -> list[tuple[str, Advice]]:
    """What an improvement point lacks, each with its field. A point without a goal is only begun."""
    if not goal.strip():
        return []
    gaps = []
    if not owner.strip():
        gaps.append(
            ("owner", _gap("owner", "Niemand staat erbij. Dan blijft het liggen.", "Schrijf wie dit trekt."))
        )
    if due is None:
        gaps.append(("due", _gap("due", "Er staat geen dag bij waarop het klaar is.", "Kies een datum.")))
    if not measure.strip():
        gaps.append(
            (
                "measure",
                _gap(
                    "measure",
                    "Er staat niet waaraan je ziet dat het gelukt is.",
                    "Noem een getal, of iets wat je kunt zien.",
                ),
            )
        )
    if action.strip() and not VERBS.search(prose(action)):
        reason = "Er staat niet wat jullie gaan doen: een werkwoord ontbreekt."
        gaps.append(
            (
                "action",
                _gap("action", reason, "Schrijf wat wie doet, bijvoorbeeld: de leraren oefenen elke week."),
            )
        )
    return gaps + _more("goal", goal, measure)


def _gap(about: str, reason: str, todo: str) -> Advice:
    return Advice("smart", (0, 0), "", reason, todo, about=about)


def _more(field: str, text: str, measure: str) -> list[tuple[str, Advice]]:
    """ "Meer" or "beter" without a number and without something one can see."""
    said = f"{text} {measure}"
    hit = MORE.search(prose(text))
    if hit is None or NUMBER.search(said) or SEEN.search(said):
        return []
    reason = f"“{hit.group()}” is later niet na te gaan."
    todo = "Zeg hoeveel, of wat iemand dan ziet in de klas."
    return [(field, Advice("smart", hit.span(), hit.group(), reason, todo))]
