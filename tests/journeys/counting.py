"""Counts what a walk through the pages takes: presses, the words that were not read before, and the words typed.

Two hundred words a minute is quiet reading, twenty is typing while one thinks, and five seconds is a press with
finding where: all on the slow side.
"""

from __future__ import annotations

import re
from typing import Any

WORDS_A_MINUTE, TYPED_A_MINUTE, SECONDS_A_PRESS = 200, 20, 5


class Walk:
    """Counts presses, pages, and the words that were not on the page before."""

    def __init__(self, visitor: Any) -> None:
        self.visitor, self.page = visitor, visitor.page
        self.presses = self.words = self.typed = 0
        self.read: set[str] = set()
        self.pages: list[str] = []

    def look(self) -> None:
        """Lines that were read before are not read again."""
        self.pages.append(re.sub(r"[?#].*", "", self.page.url))
        lines = self.page.evaluate("() => document.querySelector('main').innerText").splitlines()
        for line in lines:
            if line.strip() and line.strip() not in self.read:
                self.read.add(line.strip())
                self.words += len(line.split())

    def open(self, path: str) -> None:
        self.visitor.open(path)
        self.look()

    def press(self, found: Any, *, goes: bool = True) -> None:
        self.presses += 1
        if goes:
            with self.page.expect_navigation():
                found.click()
            self.look()
        else:
            found.click()

    def see(self, element: Any) -> None:
        """What a script or a press showed on this page, without another one."""
        element.wait_for()
        self.look()

    def write(self, found: Any, text: str) -> None:
        found.fill(text)
        self.presses += 1
        self.typed += len(text.split())

    @property
    def minutes(self) -> float:
        """Of reading and pressing."""
        return self.words / WORDS_A_MINUTE + self.presses * SECONDS_A_PRESS / 60

    @property
    def typing(self) -> float:
        """Minutes, with thinking of what to say: on top of the other."""
        return self.typed / TYPED_A_MINUTE

    def button(self, name: str | re.Pattern[str]) -> Any:
        return self.page.get_by_role("button", name=name).first

    def link(self, name: str | re.Pattern[str]) -> Any:
        return self.page.get_by_role("link", name=name).first
