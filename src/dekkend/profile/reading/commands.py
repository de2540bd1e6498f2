"""`dekkend profile read-old`: what stands in an old profile, and where it could go. Nothing is stored."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from dekkend.formats.faults import FaultsFound
from dekkend.formats.model import Format
from dekkend.formats.places import formats_folder
from dekkend.formats.provisions import example_provisions, read_provisions
from dekkend.formats.reader import read as read_format

from .file import LARGEST, Passage, Unreadable, read
from .people import people_in
from .proposing import Proposal, propose
from .targets import name_of, with_provisions
from .terms import known_in

Echo = Callable[[str], None]


def read_old(
    file: Path,
    out: Echo,
    *,
    folder: Path | None = None,
    provisions: Path | None = None,
    as_json: bool = False,
) -> int:
    """0: told what was found; 1: the file, the format or the list of basic provisions is not right."""
    try:
        with file.open("rb") as source:
            data = source.read(LARGEST + 1)
    except OSError as error:
        out(f"{file}: dit bestand kan ik niet lezen ({error.strerror or 'onbekende fout'}).")
        return 1
    try:
        fmt = read_format(folder or newest())
        catalogue = read_provisions(provisions) if provisions else example_provisions(fmt.slug)
        passages = read(data)
    except Unreadable as refused:
        out(f"{file}: {refused}")
        return 1
    except FaultsFound as found:
        for fault in found.faults:
            out(str(fault))
        return 1
    if catalogue:
        fmt = with_provisions(fmt, ((each.id, each.title) for each in catalogue.provisions))
    known = known_in(fmt)
    told = [(passage, propose(known, passage)) for passage in passages]
    if as_json:
        out(json.dumps([as_data(fmt, *each) for each in told], ensure_ascii=False, indent=2))
    else:
        if catalogue and catalogue.example:
            out("De basisvoorzieningen zijn die van de voorbeeldlijst.")
        for line in lines(fmt, told):
            out(line)
    return 0


def newest() -> Path:
    """The format of the project with the highest version."""
    return max((path.parent for path in formats_folder().glob("*/*/format.yml")), key=lambda path: path.name)


def as_data(fmt: Format, passage: Passage, proposal: Proposal) -> dict[str, Any]:
    told = passage.told()
    if proposal.target:
        told |= {"target": proposal.target.key, "name": name_of(fmt, proposal.target)}
    if proposal.reason:
        told["reason"] = proposal.reason
    if people := [{"what": each.what, "words": each.words} for each in people_in(passage.text)]:
        told["people"] = people
    return told


def lines(fmt: Format, told: list[tuple[Passage, Proposal]]) -> Iterator[str]:
    """Headings as headings; under each passage where it could go, why, and whom it names."""
    for passage, proposal in told:
        if passage.kind == "heading":
            yield f"\n{'#' * passage.level} {passage.text}"
            continue
        if passage.kind == "gap":
            yield f"\n{f'[bladzijde {passage.page}] ' if passage.page else ''}! {passage.text}"
            continue
        where = f"[bladzijde {passage.page}] " if passage.page else ""
        labels = f"({' / '.join(passage.labels)}) " if passage.labels and passage.kind == "cell" else ""
        yield f"\n{where}{labels}{passage.text}"
        target = name_of(fmt, proposal.target) if proposal.target else "geen voorstel"
        yield f"    → {target}"
        yield f"      {proposal.reason}"
        for person in people_in(passage.text):
            yield f"    ! {person.what}: {person.words}"
    taken = sum(proposal.target is not None for passage, proposal in told)
    texts = sum(passage.kind not in ("heading", "gap") for passage, _ in told)
    yield f"\n{texts} stukken gelezen; voor {taken} is er een voorstel. Er is niets bewaard."
