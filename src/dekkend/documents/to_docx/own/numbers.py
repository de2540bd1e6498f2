"""Lists of the base beside those of our own, each under numbers of its own."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from dekkend.documents.to_docx.base import NUMBERING

THEIRS = 1_000  # is added to every number of theirs
VAL, NUM, ABSTRACT = qn("w:val"), qn("w:numId"), qn("w:abstractNumId")
PICTURED = ("w:numPicBullet", "w:lvlPicBulletId", "w:nsid", "w:tmpl")


def merged(theirs: Any | None, styles: dict[str, str], wanted: set[str]) -> Any:
    """Ours, with theirs behind it: first all kinds of lists, then all lists. Headings are counted by ours alone.

    Of theirs only those that are `wanted`, by their new number: an old file has thousands, of text that stays behind.
    """
    ours = parse_xml(NUMBERING)
    if theirs is None:
        return ours
    drop(theirs, *PICTURED)
    for name in ("w:pStyle", "w:styleLink", "w:numStyleLink"):
        for each in list(theirs.iter(qn(name))):
            each.set(VAL, styles.get(each.get(VAL, ""), ""))
            if not each.get(VAL) or each.get(VAL).startswith("Heading"):
                each.getparent().remove(each)
    first, kinds = ours.find(qn("w:num")), set[str]()
    for each in theirs.findall(qn("w:num")):
        each.set(NUM, moved(each.get(NUM)))
        if each.get(NUM) not in wanted:
            continue
        for of in each.findall(ABSTRACT):
            of.set(VAL, moved(of.get(VAL)))
            kinds.add(of.get(VAL))
        ours.append(each)
    for kind in theirs.findall(qn("w:abstractNum")):
        kind.set(ABSTRACT, moved(kind.get(ABSTRACT)))
        if kind.get(ABSTRACT) in kinds:
            first.addprevious(kind)
    return ours


def used(root: Any) -> set[str]:
    return {each.get(VAL, "") for each in root.iter(NUM)}


def follow(root: Any) -> None:
    """What refers to a list of theirs finds it under its new number."""
    for number in root.iter(NUM):
        if number.get(VAL) not in (None, "0"):  # 0 is "no list"
            number.set(VAL, moved(number.get(VAL)))


def moved(number: str | None) -> str:
    """What is no number becomes the first of theirs."""
    found = int(number) if number and number.isdecimal() and len(number) < 9 else 0
    return str(found + THEIRS)


def number(said: str | None) -> int | None:
    """Word writes whole numbers, other programs now and then one with a fraction."""
    try:
        return round(float(said)) if said else None
    except (ValueError, OverflowError):
        return None


def drop(root: Any, *names: str) -> int:
    """How many there were."""
    found = [each for name in names for each in root.iter(qn(name))]
    for each in found:
        each.getparent().remove(each)
    return len(found)
