"""Whether what `same_as` names is there. Asked when a format is checked or loaded, never when it is used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from .faults import Fault, FaultsFound, closest
from .lineage import Known, split
from .model import Format
from .queries import format_or_none
from .reader import Texts, read
from .yamlfile import parse

FILE = "checklist.yml"


def astray(fmt: Format, texts: Texts, known: Known = format_or_none) -> Iterator[Fault]:
    """A fault for each `same_as` of this format that leads to no version, or to no item of it."""
    file, _ = parse(FILE, texts[FILE])
    assert file, "the format was read"
    at = [
        (("questions", q, "items", i, "same_as"), item)
        for q, question in enumerate(fmt.questions)
        for i, item in enumerate(question.items)
    ]
    for path, item in at:
        for told in item.same_as:
            ref, key = split(told)
            older = known(ref)
            if older is None:
                what = f"“{told}” noemt een versie die er niet is: {ref}."
                yield file.fault(path, what, "Laad die versie eerst, verbeter de naam, of haal dit weg.")
            elif not older.has_item(key):
                what = f"“{told}” noemt een onderdeel dat er niet is in {ref}."
                yield file.fault(path, what, closest(key, [each.id for each in older.items]))


def beside(folder: Path) -> Known:
    """What is known, and what lies beside this folder: a version that is made need not be loaded to be checked."""

    def known(ref: str) -> Format | None:
        if (found := format_or_none(ref)) is not None:
            return found
        try:
            found = read(folder.resolve().parents[1] / ref)
        except (FaultsFound, IndexError):
            return None
        return found if found.ref == ref else None

    return known
