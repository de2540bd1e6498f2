"""What may lead to one child: its name, day of birth, BSN; and an address or number of a person."""

from __future__ import annotations

import re

from dekkend.kit.phone import PHONE
from dekkend.kit.words import MONTHS

from .lists import any_of, branches, listed
from .model import Advice

EMAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NINE = re.compile(r"(?<![\d-])\d(?:[ .]?\d){8}(?![\d-])")
DAY = rf"(?:\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)\d\d|\d{{1,2}} (?:{MONTHS}) (?:19|20)\d\d)"
BIRTH = re.compile(rf"(?:geboren|geboortedatum|geb\.|jarig)[^.\n]{{0,30}}?({DAY})|(\*) ?{DAY}", re.IGNORECASE)

FIRST = branches(listed("names")["first"], either_case=False)
NEAR = branches(listed("names")["near"])
ROLES = any_of(listed("names")["roles"])
ANY_NAME = r"[A-ZÀ-Ý][a-zà-ÿ]+"
NOT_NAMES = any_of(listed("names")["never"])
NAMED = (
    # "onze leerling Sem", "de moeder van Amira"
    re.compile(rf"\b(?i:{NEAR})(?: (?:van|genaamd|die|heet|als))*,? ({FIRST})\b"),
    # "Jayden (groep 5)", "Jayden uit groep 5": any name with a capital
    re.compile(rf"\b({ANY_NAME}) ?(?:\(|, |uit |in |van |zit in )(?:uit |in |zit in )?groep \d"),
    # "Noor is vaak boos", a first name of which something is told as of a child
    re.compile(
        rf"\b({FIRST}) (?:is|heeft|krijgt|kan|zit|mag|wil|vindt|gaat|komt|huilt|slaat|leert|leest|blijft)\b"
    ),
)
CHILD = re.compile(r"\b(?:leerling|kind|zoon|dochter|jongen|meisje)\s+(?:genaamd|heet)\s+([A-ZÀ-Ý][a-zà-ÿ]+)")

NAME_TODO = "Schrijf “een leerling”, of laat het voorbeeld weg."


def private(text: str) -> list[Advice]:
    """What leads to one child before what leads to a grown-up: the margin shows three, and folds the rest."""
    child = [*_names(text), *_births(text), *_bsns(text)]
    reach = [*_reached(text, PHONE, "telefoonnummer"), *_reached(text, EMAIL, "e-mailadres")]
    return [advice for found in (child, reach) for advice in sorted(found, key=lambda each: each.at)]


def _advice(at: tuple[int, int], words: str, reason: str, todo: str) -> Advice:
    return Advice("private", at, words, reason, todo)


def _names(text: str) -> list[Advice]:
    spans = {hit.span(1): hit.group(1) for pattern in (*NAMED, CHILD) for hit in pattern.finditer(text)}
    return [
        _advice(at, name, f"“{name}” lijkt de naam van een leerling. Het profiel is openbaar.", NAME_TODO)
        for at, name in spans.items()
        if not NOT_NAMES.fullmatch(name) and not _works_here(text, at)
    ]


def _works_here(text: str, at: tuple[int, int]) -> bool:
    """A role close by says that it is a grown-up: "Sem van de Ven, directeur", "juf Noor"."""
    before, after = text[max(0, at[0] - 24) : at[0]], text[at[1] : at[1] + 40]
    before = re.split(r"[.!?\n]", before)[-1]
    after = re.split(r"[.!?\n]", after)[0]
    near = re.search(r"(?:juf|meester|mevrouw|mw\.?|meneer|dhr\.?)\s+$", before, re.IGNORECASE)
    follows = re.match(
        rf"(?:\s+(?:van|de|den|der|el|ten)|\s+[A-ZÀ-Ý][\w-]+)*(?:,| \(| is)\s*(?:de |onze |een )?(?:{ROLES.pattern})",
        after,
        re.IGNORECASE,
    )
    leads = re.search(rf"(?:{ROLES.pattern})\s+$", before, re.IGNORECASE)
    return bool(near or follows or leads)


def _births(text: str) -> list[Advice]:
    reason = "Een geboortedatum wijst één kind aan. Het profiel is openbaar."
    return [
        _advice(hit.span(), hit.group(), reason, "Haal de datum weg, of noem de groep.")
        for hit in BIRTH.finditer(text)
    ]


def _bsns(text: str) -> list[Advice]:
    reason = "Dit getal klopt als burgerservicenummer (BSN). Dat hoort nergens in het profiel."
    return [
        _advice(hit.span(), hit.group(), reason, "Haal het nummer weg.")
        for hit in NINE.finditer(text)
        if is_bsn(re.sub(r"\D", "", hit.group()))
    ]


def _reached(text: str, pattern: re.Pattern[str], what: str) -> list[Advice]:
    reason = f"Dit {what} komt in een openbaar stuk. Het kan van een persoon zijn."
    todo = "Verwijs naar de gegevens van de school in deel 1."
    return [_advice(hit.span(), hit.group(), reason, todo) for hit in pattern.finditer(text)]


def is_bsn(digits: str) -> bool:
    """The eleven-test of the burgerservicenummer: weights 9 to 2, and -1 for the last digit."""
    if len(digits) != 9 or len(set(digits)) == 1:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0
