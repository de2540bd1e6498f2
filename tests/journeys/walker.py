"""Somebody who walks through the pages without a browser, and reads each for words that do not belong there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from dekkend.accounts.models import User
from dekkend.formats.reader import read
from tests.formats.texts import ALMERE, OTHER

SCRIPT = {"Accept": "application/json"}
# Words of the software itself, for its roles, its kinds and the law; a format may use them too.
COMMON = {
    "Directeur",
    "Grenzen",
    "Intern begeleider",
    "Ouder- en jeugdsteunpunt",
    "Plaats",
    "Postcode",
    "Samenwerkingsverband",
    "Schoolbestuur",
    "Schooljaar",
    "Stadsdeel",
    "Verbeterpunten",
    "Wanneer het bij ons moeilijk wordt",
    "Wat leerlingen ervan vinden",
    "Website",
    "ouders",
}


READ = {"label", "name", "short", "title", "text", "description", "parent", "lead"}


def words_in(found: Any) -> Iterator[str]:
    """Every text of a format that a reader may see, and every id that is more than a plain word."""
    if isinstance(found, tuple):
        for each in found:
            yield from words_in(each)
    elif is_dataclass(found):
        for field in fields(found):
            value = getattr(found, field.name)
            if not isinstance(value, str):
                yield from words_in(value)
            elif field.name in READ or (field.name == "id" and re.search(r"[-_A-Z]", value)):
                yield value


def foreign() -> re.Pattern[str]:
    almere, mine = set(words_in(read(ALMERE))), set(words_in(read(OTHER)))
    words = {word for word in almere - mine - COMMON if len(word) > 4}
    listed = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({listed}|Almere|almere)(?![\w-])")


class Walker:
    """Somebody who reads every page for words that do not belong there."""

    def __init__(self, user: User | None, foreign: re.Pattern[str]) -> None:
        self.client, self.foreign = Client(), foreign
        if user is not None:
            self.client.force_login(user)

    def reads(self, name: str, *args: Any, find: str = "", query: str = "") -> str:
        answer: Any = self.client.get(reverse(name, args=args) + query)
        assert answer.status_code == 200, (name, args, answer.status_code)
        data = b"".join(answer.streaming_content) if answer.streaming else answer.content
        text = data.decode("utf-8", "ignore")
        if answer["Content-Type"].startswith(("text/", "application/json")):
            strange = set(self.foreign.findall(text))
            assert not strange, (name, args, strange)
            assert find in text, (name, args, find)
        return text

    def sends(self, name: str, *args: Any, **told: Any) -> HttpResponse:
        """As a form without a script: it leads back to a page."""
        answer: Any = self.client.post(reverse(name, args=args), {"revision": "0", **told})
        assert answer.status_code == 302, (name, args, answer.status_code, answer.content.decode()[:3000])
        return answer

    def saves(self, name: str, *args: Any, **told: Any) -> dict[str, Any]:
        """As autosave.js does."""
        told = {"revision": "0", **told}
        answer: Any = self.client.post(reverse(name, args=args), told, headers=SCRIPT)
        assert answer.status_code == 200, (name, args, answer.content.decode())
        return json.loads(answer.content)  # type: ignore[no-any-return]

    def decides(self, name: str, *args: Any, **told: Any) -> None:
        """First shown once more, then done."""
        asked = self.client.post(reverse(name, args=args), told)
        assert asked.status_code == 200, asked.content.decode()[:3000]
        self.sends(name, *args, **told, zeker="1")
