"""Last year's content in the format of this year. What has no place is kept apart, with its words. No database here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from dekkend.formats.lineage import ancestors
from dekkend.formats.model import Field, Format, Section
from dekkend.formats.queries import comparable_with, format_or_none

Content = dict[str, Any]
FIELDS = ("facts", "texts")  # kinds of sections that hold fields


@dataclass(frozen=True)
class Homeless:
    """Words of last year for which this year has no field."""

    where: str  # "Deel 3, Basisondersteuning"
    name: str
    text: str

    def stored(self) -> dict[str, str]:
        return {"where": self.where, "name": self.name, "text": self.text}


@dataclass
class Fit:
    """From the format of last year to that of this year; made once for all schools that go the same way."""

    before: Format | None  # None: that format is not here any more
    now: Format
    provisions: frozenset[str]

    @cached_property
    def sources(self) -> dict[str, str]:
        """Items and questions: what each of last year's is called now. Of a split item it is the one with the same
        key, else the first: as when a round goes over (moving/ties.py).
        """
        if self.before is None:
            return {}
        found: dict[str, str] = {}
        for item in self.now.items:
            for ancestor in ancestors(self.now, item, self.before, format_or_none):
                if item.id == ancestor.id or ancestor.id not in found:
                    found[ancestor.id] = item.id
        if self.now.slug == self.before.slug:
            had = {question.id for question in self.before.questions}
            found |= {question.id: question.id for question in self.now.questions if question.id in had}
        return found

    @cached_property
    def same_items(self) -> frozenset[str]:
        """Items of now whose answer may be laid beside last year's."""
        return frozenset(comparable_with(self.before.ref, self.now).items) if self.before else frozenset()

    @cached_property
    def fields(self) -> dict[tuple[str, str], Field]:
        sections = [section for section in self.now.sections if section.kind in FIELDS]
        return {(section.id, field.id): field for section in sections for field in section.fields}

    @cached_property
    def columns(self) -> frozenset[str]:
        section = self.now.section_of_kind("arrangements")
        return frozenset(column.id for column in section.columns) if section else frozenset()


@dataclass
class Fitted:
    content: Content
    homeless: list[Homeless] = field(default_factory=list)


def fitted(content: Content, fit: Fit) -> Fitted:
    """In the shape of an answers file, without answers: those are taken over in the checklist itself."""
    found = Fitted({})
    lost = found.homeless
    summaries = content.get("checklist", {}).get("summaries", {})
    found.content = {
        "checklist": {"summaries": dict(summed(summaries, fit, lost))},
        "texts": texts(content.get("texts", {}), fit, lost),
        "arrangements": list(arrangements(content.get("arrangements", []), fit, lost)),
        "specialisations": specialisations(content.get("specialisations", {}), fit),
        "boundaries": list(boundaries(content.get("boundaries", []), fit, lost)),
        "improvements": [point(each, fit) for each in content.get("improvements", []) if runs(each)],
        "provisions": list(provisions(content.get("provisions", []), fit, lost)),
    }
    return found


def summed(told: dict[str, str], fit: Fit, lost: list[Homeless]) -> Iterator[tuple[str, str]]:
    for question, text in told.items():
        if question in fit.sources:
            yield fit.sources[question], text
        elif text.strip():
            lost.append(Homeless("Checklist", f"Samenvatting bij {question_name(fit, question)}", text))


def question_name(fit: Fit, question: str) -> str:
    known = {each.id: each for each in fit.before.questions} if fit.before else {}
    return f"vraag {known[question].number}" if question in known else question


def texts(told: dict[str, dict[str, str]], fit: Fit, lost: list[Homeless]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for section, fields in told.items():
        for key, text in fields.items():
            if takes(fit.fields.get((section, key)), text):
                found.setdefault(section, {})[key] = text
            elif text.strip():
                lost.append(Homeless(*label_of(fit, section, key), shown(fit, section, key, text)))
    return found


def takes(here: Field | None, text: str) -> bool:
    return here is not None and (not here.choices or text in dict(here.choices))


def label_of(fit: Fit, section: str, key: str) -> tuple[str, str]:
    known = section_in(fit.before, section)
    if known is None:
        return section, key
    return part(known), next((field.label for field in known.fields if field.id == key), key)


def shown(fit: Fit, section: str, key: str, text: str) -> str:
    """A choice in the words that people chose."""
    known = section_in(fit.before, section)
    fields = known.fields if known else ()
    return next((dict(field.choices).get(text, text) for field in fields if field.id == key), text)


def section_in(fmt: Format | None, key: str) -> Section | None:
    return next((each for each in fmt.sections if each.id == key), None) if fmt else None


def part(section: Section) -> str:
    return f"Deel {section.number}, {section.short}"


def part_of_kind(fit: Fit, kind: Any, name: str) -> str:
    section = fit.before.section_of_kind(kind) if fit.before else None
    return part(section) if section else name


def arrangements(told: list[Content], fit: Fit, lost: list[Homeless]) -> Iterator[Content]:
    needs = {need.id for need in fit.now.offer.needs}
    where = part_of_kind(fit, "arrangements", "Arrangementen")
    for row in told:
        name = row.get("title") or need_name(fit, row["need"])
        columns = row.get("columns", {})
        if row["need"] not in needs:
            told_all = [row.get("target", ""), *(words(column) for column in columns.values())]
            lost.append(Homeless(where, name, together(told_all)))
            continue
        lost += left_of_columns(row, fit)
        yield {**row, "columns": {key: column for key, column in columns.items() if key in fit.columns}}


def left_of_columns(row: Content, fit: Fit) -> Iterator[Homeless]:
    """What stood in columns of an arrangement that are there no more."""
    where = part_of_kind(fit, "arrangements", "Arrangementen")
    name = row.get("title") or need_name(fit, row["need"])
    for key, column in row.get("columns", {}).items():
        if key not in fit.columns and (text := words(column)):
            yield Homeless(where, f"{name}: {column_name(fit, key)}", text)


def words(column: Content) -> str:
    """A column as text: what stood in it, and its things as a list."""
    things = "\n".join(
        f"- {', '.join(filter(None, [each['what'], each.get('detail', '')]))}"
        for each in column.get("things", [])
    )
    return together([column.get("text", ""), things])


def together(parts: Iterable[str]) -> str:
    return "\n\n".join(each for each in parts if each.strip())


def need_name(fit: Fit, need: str) -> str:
    needs = fit.before.offer.needs if fit.before else ()
    return next((each.label for each in needs if each.id == need), need)


def column_name(fit: Fit, key: str) -> str:
    section = fit.before.section_of_kind("arrangements") if fit.before else None
    columns = section.columns if section else ()
    return next((column.title for column in columns if column.id == key), key)


def specialisations(told: Content, fit: Fit) -> Content:
    """All fit; of a need that this format does not have only the name of the row remains."""
    needs = {need.id for need in fit.now.offer.needs}
    rows = [
        {**row, "need": row.get("need", "") if row.get("need", "") in needs else ""}
        for row in told.get("rows", [])
    ]
    return {"none": told.get("none", False), "rows": rows}


def boundaries(told: list[Content], fit: Fit, lost: list[Homeless]) -> Iterator[Content]:
    here = {each.id for each in fit.now.offer.elements if each.kind == "boundary"}
    then = {each.id: each.label for each in fit.before.offer.elements} if fit.before else {}
    for row in told:
        if row["element"] in here:
            yield row
        elif text := together([row.get("own", ""), row.get("still", ""), row.get("then", "")]):
            name = str(then.get(row["element"], row["element"]))
            lost.append(Homeless(part_of_kind(fit, "boundaries", "Grenzen"), name, text))


def runs(point: Content) -> bool:
    """Of what was done or dropped nobody asks any more how it went."""
    return point.get("state", "planned") in ("planned", "running")


def point(told: Content, fit: Fit) -> Content:
    source = cause(told.get("source", {"kind": "other"}), fit)
    return {
        **told,
        "source": source,
        "more_sources": [cause(each, fit) for each in told.get("more_sources", [])],
    }


def cause(source: Content, fit: Fit) -> Content:
    """An item that is not asked any more, and a text that is gone, are still said in words."""
    kind, ref = source["kind"], source.get("ref", "")
    if kind == "item" and ref in fit.sources:
        return {**source, "ref": fit.sources[ref]}
    if kind == "item":
        known = fit.before.item(ref).number if fit.before and fit.before.has_item(ref) else ""
        text = source.get("text") or f"Checklist van toen{f', {known}' if known else ''}"
        return {"kind": "other", "ref": "", "text": text}
    if kind == "vision" and tuple(ref.partition(".")[::2]) not in fit.fields:
        return {**source, "ref": ""}
    return source


def provisions(told: list[Content], fit: Fit, lost: list[Homeless]) -> Iterator[Content]:
    for row in told:
        if not row.get("how", "").strip():
            continue
        if row["id"] in fit.provisions:
            yield row
        else:
            lost.append(Homeless("Basisvoorzieningen", str(row.get("title", row["id"])), row["how"]))
