"""The rows with which a profile starts, made of last year's content. Nothing is saved here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dekkend.audit.revisions import Row
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.models import Summary
from dekkend.profile.version.fill import written
from dekkend.profile.writing.models import (
    Arrangement,
    Boundary,
    ColumnText,
    ImprovementPoint,
    ProvisionText,
    SectionText,
    Specialisation,
    Thing,
)
from dekkend.profile.writing.proposals import shortage_ref
from dekkend.profile.writing.unchanged import has_words, seal_of

from .fitting import Fit, Fitted, fitted
from .last import Last
from .tracing import Then


@dataclass
class Fresh:
    """What one profile starts with."""

    profile: Profile
    rows: list[Any]
    # Rows that are there and empty, with the fields they get: somebody emptied them, so they keep their history.
    blanks: list[tuple[Any, dict[str, Any]]]
    says_none: bool
    is_example: bool  # what was invented stays marked so
    homeless: list[dict[str, str]]
    since: dict[str, str] = field(default_factory=dict)


def fresh_rows(profile: Profile, last: Last, fit: Fit) -> Fresh:
    """`profile` comes with its rows (`with_rows`) and summaries; what stands there already stays."""
    told = fitted(last.content, fit)
    then = Then(last.schooljaar, last.content, last.texts, fit)
    rows = [
        row for row in made(profile, told) if has_words(row) or isinstance(row, Arrangement | Specialisation)
    ]
    for row in rows:
        trace(row, then, profile)
        if isinstance(row, Boundary):
            row.stood = last.stood.get(("boundary", row.element), [])
        elif isinstance(row, Specialisation):
            row.stood = last.stood.get(("specialisation", row._told), [])  # type: ignore[attr-defined]
    find_shortages(rows, last)
    new, blanks = beside_what_is_there(profile, rows)
    since = {seal: last.since.get(seal, last.schooljaar) for seal in map(seal_with_parts, rows)}
    none = told.content["specialisations"]["none"] and not profile.specialisations.all()
    return Fresh(
        profile,
        new,
        blanks,
        bool(none),
        bool(last.content.get("example")),
        [each.stored() for each in told.homeless],
        since,
    )


def made(profile: Profile, told: Fitted) -> Iterator[Any]:
    for question, text in told.content["checklist"]["summaries"].items():
        yield Summary(profile=profile, question=question, text=text)
    named: dict[Any, Iterator[Any]] = {
        Arrangement: iter(told.content["arrangements"]),
        Specialisation: iter(told.content["specialisations"]["rows"]),
        ImprovementPoint: iter(told.content["improvements"]),
    }
    for row in written(profile, told.content):
        if type(row) in named:
            row._told = next(named[type(row)]).get("id", "")  # type: ignore[attr-defined]  # which row of last year it was
        if isinstance(row, ImprovementPoint):
            row.is_asked = True
        yield row


def trace(row: Any, then: Then, profile: Profile) -> None:
    """Only texts have paragraphs; facts are said in a word."""
    if isinstance(row, SectionText) and then.fit.fields[row.section, row.field].kind == "text":
        row.origins = then.origins(("texts", row.section, row.field), row.text)
    if isinstance(row, ProvisionText):
        row.origins = then.origins(("provisions", row.key), row.how)
    if isinstance(row, Arrangement):
        for part in row._parts:  # type: ignore[attr-defined]
            if isinstance(part, ColumnText):
                part.origins = then.origins(("columns", row._told, part.column), part.text)  # type: ignore[attr-defined]


def find_shortages(rows: Iterable[Any], last: Last) -> None:
    """A point that comes from a shortage names a thing, which gets a new key: which thing that is."""
    rows = list(rows)
    new: dict[tuple[str, str, int], Thing] = {}
    for row in rows:
        for part in getattr(row, "_parts", ()):
            if isinstance(part, Thing):
                new[row._told, part.column, part.position] = part
    for row in rows:
        if isinstance(row, ImprovementPoint):
            row._things = {ref: new.get(last.things.get(ref, ("", "", 0))) for ref in shortages(row)}  # type: ignore[attr-defined]


def shortages(row: ImprovementPoint) -> list[str]:
    return [ref for kind, ref in row.causes if kind == ImprovementPoint.Source.SHORTAGE]


def name_shortages(row: ImprovementPoint) -> None:
    """Once the things have a key. Of a thing that did not come along only the words remain."""
    refs = {
        ref: shortage_ref(thing) if thing is not None and thing.pk else ""
        for ref, thing in row._things.items()  # type: ignore[attr-defined]
    }
    if row.source_kind == ImprovementPoint.Source.SHORTAGE:
        row.source_ref = refs[row.source_ref]
    row.more_sources = [
        {**each, "ref": refs[each["ref"]]} if each["kind"] == ImprovementPoint.Source.SHORTAGE else each
        for each in row.more_sources
    ]


def seal_with_parts(row: Any) -> str:
    return seal_of(row, getattr(row, "_parts", ()))


# Which row it is among those of its sort; of a sort that is not named here all or none come along.
SAME: dict[Any, tuple[str, Callable[[Any], Any]]] = {
    SectionText: ("texts", lambda row: (row.section, row.field)),
    ProvisionText: ("provision_texts", lambda row: row.key),
    Boundary: ("boundaries", lambda row: row.element),
    Summary: ("summaries", lambda row: row.question),
}
ALL: dict[Any, str] = {
    Arrangement: "arrangements",
    Specialisation: "specialisations",
    ImprovementPoint: "improvements",
}


def beside_what_is_there(
    profile: Profile, rows: Iterable[Row]
) -> tuple[list[Row], list[tuple[Any, dict[str, Any]]]]:
    """What can be added, and what can be filled in."""
    there = {
        (kind, key(row)): row for kind, (name, key) in SAME.items() for row in getattr(profile, name).all()
    }
    taken = {kind for kind, name in ALL.items() if getattr(profile, name).all()}
    if profile.no_specialisations:
        taken.add(Specialisation)
    new, blanks = [], []
    for row in rows:
        if type(row) in ALL:
            if type(row) not in taken:
                new.append(row)
            continue
        here = there.get((type(row), SAME[type(row)][1](row)))
        if here is None:
            new.append(row)
        elif not has_words(here):
            blanks.append((here, {name: getattr(row, name) for name in (*row.written, *follows(row))}))
    return new, blanks


def follows(row: Any) -> tuple[str, ...]:
    return ("origins",) if hasattr(row, "origins") else ()
