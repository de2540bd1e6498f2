from __future__ import annotations

import re
from collections.abc import Iterable

from .lists import any_of, listed
from .model import Advice
from .prose import Sentence

PHRASES: dict[str, str] = {
    phrase: ask for ask, phrases in listed("vague")["asks"].items() for phrase in phrases
}
FINDERS = [(any_of(phrases), ask) for ask, phrases in listed("vague")["asks"].items()]
# Nearly every sentence has none of them.
ANY = any_of(PHRASES)
# A number or a day in the same sentence already says how much or when.
SAID = re.compile(
    r"\b(?:\d+|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elke|elk|iedere|ieder|per|wekelijks|dagelijks)\b",
    re.IGNORECASE,
)


def vague(parts: Iterable[Sentence]) -> list[Advice]:
    """Words that leave open who, when or how much, in a sentence that does not say it elsewhere."""
    found = []
    for each in parts:
        if not ANY.search(each.text):
            continue
        is_said = bool(SAID.search(each.text))
        for finder, ask in FINDERS:
            if ask != "who" and is_said:
                continue
            for hit in finder.finditer(each.text):
                at = (each.start + hit.start(), each.start + hit.end())
                found.append(Advice("vague", at, hit.group(), *_say(hit.group(), ask)))
    return sorted(found, key=lambda advice: advice.at)


def _say(words: str, ask: str) -> tuple[str, str]:
    said = listed("vague")["say"][ask]
    return f"“{words}” kan van alles zijn. {said['reason']}", str(said["todo"])
