"""What leads to a person: pointed out before a passage is taken over, for a profile is public."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dekkend.kit.phone import PHONE
from dekkend.profile.writing.advice.lists import any_of, listed
from dekkend.profile.writing.advice.private import EMAIL, private

NAME = r"[A-ZÀ-Ý][\w’'-]+"
INITIALS = r"(?:[A-ZÀ-Ý]\.\s?){1,4}"
BETWEEN = r"(?:van|de|den|der|het|ter|ten|te|el|in|’t|'t)"
WHOLE = rf"(?:{INITIALS})?(?:{NAME}\s+)?(?:{BETWEEN}\s+){{0,2}}{NAME}"
ROLES = any_of(listed("names")["roles"]).pattern
ADDRESSED = re.compile(
    rf"\b(?:[Mm]evrouw|[Mm]evr\.|[Mm]w\.?|[Mm]eneer|[Dd]hr\.|[Jj]uf|[Mm]eester|[Dd]rs\.)\s+({WHOLE})"
)
# "Intern begeleider: Anja de Boer", "Anja de Boer, intern begeleider"
FULL = rf"(?:{INITIALS}|{NAME}\s+)(?:{BETWEEN}\s+){{0,2}}{NAME}"
LED = re.compile(rf"(?i:{ROLES})\w*\s*(?:is|:|,|\()\s*(?-i:({FULL}))")
FOLLOWED = re.compile(rf"({FULL})\s*(?:,|\(|is)\s*(?:de |onze |een )?(?i:{ROLES})")
FIRST = frozenset(str(name).lower() for name in listed("names")["first"])
NO_NAMES = any_of(listed("names")["never"])


@dataclass(frozen=True)
class Person:
    words: str
    what: str  # "naam", "telefoonnummer", "e-mailadres", "persoonlijk gegeven"


def people_in(text: str) -> list[Person]:
    """Each once, in the order of the text."""
    found: dict[tuple[int, int], Person] = {}
    for pattern in (ADDRESSED, LED, FOLLOWED):
        for hit in pattern.finditer(text):
            words = hit.group(1).strip()
            # Who is addressed has a name, whatever it looks like: "meneer Van Dam".
            if pattern is ADDRESSED or not NO_NAMES.fullmatch(words.split()[0]):
                found[hit.span(1)] = Person(words, "naam")
    for advice in private(text):
        found[advice.at] = Person(advice.words, kind_of(advice.words))
    told: dict[str, Person] = {}
    for _, person in sorted(found.items()):
        told.setdefault(person.words, person)
    return list(told.values())


def has_first_name(text: str) -> bool:
    """Somewhere, however it is written: for the name of a file, that says nothing around it."""
    return any(word in FIRST for word in re.findall(r"[^\W\d_]+", text.lower()))


def kind_of(words: str) -> str:
    if EMAIL.fullmatch(words):
        return "e-mailadres"
    if PHONE.fullmatch(words):
        return "telefoonnummer"
    return "naam" if words[:1].isalpha() else "persoonlijk gegeven"
