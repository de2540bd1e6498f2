"""Words as search knows them: lower case, without accents, brought back to their stem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

WORD = re.compile(r"[0-9a-z]+")
MOST_WORDS, LONGEST = 12, 40  # of a question; more says nothing and costs time

# Words that stand in every text and would find every school, or none.
EMPTY = frozenset(
    re.findall(
        "[a-z]+",
        """
        aan als bij ben bent dan dat de den der des deze die dit dus een en er haar heb hebben heeft het hij hoe hun
        ik in is je jij kan kind kinderen maar me meer met mijn moet na naar niet nog nu of om onze ook op over school
        scholen te tot u uit uw van veel voor wat we wel wij wordt zal ze zij zijn zo zou
        """,
    )
)


def words(text: str) -> list[str]:
    """ "Één dyslexie-coach" -> ["een", "dyslexie", "coach"]"""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return WORD.findall("".join(char for char in plain if not unicodedata.combining(char)))


def index(texts: Iterable[str]) -> str:
    """The stems of all these texts, once each, with a blank before every one."""
    known = {word for text in texts for word in words(text)} - EMPTY
    return " " + " ".join(sorted({stem(word) for word in known}))


def asked(question: str) -> list[str]:
    """The stems that somebody looks for; [] when there is nothing to look for."""
    found = [word[:LONGEST] for word in words(question) if word not in EMPTY]
    return list(dict.fromkeys(stem(word) for word in found[:MOST_WORDS]))


@cache
def _stemmer() -> Any:
    import snowballstemmer  # reads all its languages: when somebody searches, not at the start of the server

    return snowballstemmer.stemmer("dutch_porter")


def stem(word: str) -> str:
    return str(_stemmer().stemWord(word))
