"""The fields in a head or foot: a few go on counting, most become the words that they show, some are refused."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from dekkend.kit.uploads import Unfit

from .package import BROKEN

KEPT = {"page", "numpages", "section", "sectionpages", "title", "subject", "styleref"}
NAMES = {
    "author",
    "lastsavedby",
    "username",
    "userinitials",
    "useraddress",
}  # of people: gone, with what they show
# What runs something, or reads another file. One of these is no mistake of a word processor.
WORKING = {
    "dde", "ddeauto", "includepicture", "includetext", "include", "link", "import", "database", "macrobutton", "embed",
    "control", "htmlactivex", "rd", "autotext", "addin", "gotobutton", "print", "private",
}  # fmt: skip
WHY = (
    "In de kop- of voettekst staat een veld dat iets ophaalt of uitvoert ({name}). Haal het weg en bewaar het "
    "bestand opnieuw."
)
DEEPEST = 20  # fields in each other
CHAR, SAYS = qn("w:fldChar"), (qn("w:instrText"), qn("w:delInstrText"))
SEEN = tuple(qn(f"w:{name}") for name in ("t", "tab", "br", "sym", "noBreakHyphen"))


@dataclass
class Open:
    """A field whose end is still to come."""

    words: list[str] = field(default_factory=list)
    hidden: list[Any] = field(default_factory=list)  # its marks, and what stands among its words
    shown: list[Any] = field(default_factory=list)
    shows: bool = False


def calm(root: Any) -> None:
    """Raise Unfit. Words of a field may be cut over any number of pieces, and a field may stand in another."""
    for each in list(root.iter(qn("w:fldSimple"))):
        name = name_of(each.get(qn("w:instr"), ""))
        if name not in KEPT:
            shown = [] if name in NAMES else list(each)
            for child in shown:
                each.addprevious(child)
            each.getparent().remove(each)
    fields: list[Open] = []
    for each in list(root.iter(CHAR, *SAYS, *SEEN)):
        kind = each.get(qn("w:fldCharType")) if each.tag == CHAR else ""
        if kind == "begin":
            if len(fields) == DEEPEST:
                raise Unfit(BROKEN)
            fields.append(Open())
        if not fields:
            if each.tag in SAYS:
                name_of(each.text or "")
                each.getparent().remove(each)
            continue
        top = fields[-1]
        for outer in fields[:-1]:
            (outer.shown if outer.shows else outer.hidden).append(each)
        (top.shown if top.shows and each.tag in SEEN else top.hidden).append(each)
        if each.tag in SAYS:
            top.words.append(each.text or "")
        elif kind == "separate":
            top.shows = True
        elif kind == "end":
            finish(fields.pop())
    for one in fields:  # its end lacks
        finish(one)


def finish(one: Open) -> None:
    name = name_of("".join(one.words))
    if name in KEPT:
        for mark in one.hidden:
            mark[:] = []  # a form field may name a macro here
        return
    for each in [*one.hidden, *(one.shown if name in NAMES else ())]:
        if each.getparent() is not None:
            each.getparent().remove(each)


def name_of(instruction: str) -> str:
    """Its first word, small. Raise Unfit for one that works."""
    name = instruction.split()[0].lower() if instruction.split() else ""
    if name in WORKING:
        raise Unfit(WHY.format(name=name.upper()))
    return name
