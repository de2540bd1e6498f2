"""The problems a YAML parser names, in Dutch and with what to do about them."""

from __future__ import annotations

# A part of the parser's own words -> (what is wrong, remedy). The first that fits is used.
_KNOWN = (
    (
        "mapping values are not allowed",
        "Hier staat een dubbele punt midden in een tekst.",
        "Zet de hele tekst tussen dubbele aanhalingstekens.",
    ),
    (
        "cannot start any token",
        "Hier staat een tab of een teken waarmee een tekst niet kan beginnen.",
        "Spring in met spaties, of zet de tekst tussen dubbele aanhalingstekens.",
    ),
    (
        "found a tab character",
        "Hier staat een tab.",
        "Spring in met spaties.",
    ),
    (
        "could not find expected ':'",
        "Na dit woord ontbreekt een dubbele punt.",
        "Zet een dubbele punt achter het woord, of spring de tekst verder in.",
    ),
    (
        "unexpected end of stream",
        "Een aanhalingsteken gaat open en niet meer dicht.",
        "Sluit de tekst af met een aanhalingsteken.",
    ),
    (
        "did not find expected",
        "Deze regel staat niet op de goede plek.",
        "Kijk of hij even ver inspringt als zijn buren.",
    ),
    (
        "expected <block end>",
        "Deze regel staat niet op de goede plek.",
        "Kijk of hij even ver inspringt als zijn buren.",
    ),
    (
        "but found another document",
        "Er staan twee documenten in één bestand.",
        "Haal de regel met drie streepjes weg.",
    ),
    (
        "special characters are not allowed",
        "Er staat een onzichtbaar stuurteken in de tekst.",
        "Typ de regel opnieuw.",
    ),
    (
        "control characters are not allowed",
        "Er staat een onzichtbaar stuurteken in de tekst.",
        "Typ de regel opnieuw.",
    ),
)


def remedy_for(problem: str) -> tuple[str, str]:
    for words, what, remedy in _KNOWN:
        if words in problem:
            return what, remedy
    return (
        "Dit is geen geldige YAML.",
        "Kijk naar het inspringen en de aanhalingstekens op en boven deze regel.",
    )
