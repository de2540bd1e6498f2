"""Fields and boxes of Word: what a reader sees of them. A field may end pages after the run in which it begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from .docx_styles import is_on, word
from .signs import OPEN, TICKED

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MADE = re.compile(r"^\s*(?:TOC|INDEX|TOA|BIBLIOGRAPHY)\b", re.IGNORECASE)  # lists that Word made itself


@dataclass
class Field:
    code: str = ""
    is_shown: bool = False  # past the code, in what Word made of it


class Fields:
    """Those that are open where we are reading."""

    def __init__(self) -> None:
        self.open: list[Field] = []

    @property
    def hides(self) -> bool:
        """Are we in the code of a field, or in a list that Word made?"""
        return any(not field.is_shown or MADE.match(field.code) for field in self.open)

    def code(self, words: str) -> None:
        if self.open and not self.open[-1].is_shown:
            self.open[-1].code += words

    def mark(self, sign: Any) -> str:
        """At the beginning, the middle or the end of a field; what a box of a form shows."""
        kind = sign.get(qn("w:fldCharType"))
        if kind == "begin":
            shown = "" if self.hides else of_form(sign.find(qn("w:ffData")))
            self.open.append(Field())
            return shown
        if kind == "separate" and self.open:
            self.open[-1].is_shown = True
        elif kind == "end" and self.open:
            self.open.pop()
        return ""


def of_form(form: Any) -> str:
    if form is None:
        return ""
    box, choices = form.find(qn("w:checkBox")), form.find(qn("w:ddList"))
    if box is not None:
        told = box.find(qn("w:checked"))
        told = box.find(qn("w:default")) if told is None else told
        return TICKED if told is not None and is_on(told) else OPEN
    if choices is None:
        return ""
    entries = [word(each) for each in choices.findall(qn("w:listEntry"))]
    at = word(choices.find(qn("w:result"))) or word(choices.find(qn("w:default"))) or "0"
    return entries[int(at)] if at.isdecimal() and int(at) < len(entries) else ""


def of_control(sdt: Any) -> str | None:
    """What a control shows by itself: a box, or nothing while it waits for words. None: what stands in it."""
    told = sdt.find(qn("w:sdtPr"))
    if told is None:
        return None
    waits = told.find(qn("w:showingPlcHdr"))
    if waits is not None and is_on(waits):
        return ""
    box = told.find(f"{W14}checkbox")
    if box is None:
        return None
    checked = box.find(f"{W14}checked")
    return TICKED if checked is not None and checked.get(f"{W14}val") in ("1", "true", "on") else OPEN
