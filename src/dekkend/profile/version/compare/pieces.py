"""A content as named pieces: parts, in them things, in them the texts that people write. Each has a key of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format

from dekkend.formats.model import Format, Section
from dekkend.formats.queries import comparable_with
from dekkend.profile.version.content.shape import Content
from dekkend.profile.version.papers.improvements import source_in_words
from dekkend.profile.version.units import PROVISIONS, PUPILS, STATES, thing
from dekkend.profile.writing.amounts import TERMS
from dekkend.profile.writing.models import Arrangement, Boundary, ImprovementPoint, Specialisation

Words = dict[str, str]  # a stored value -> what people read
CHECKLIST = "checklist"
SORTS: Words = {key: str(label) for key, label in ImprovementPoint.Sort.choices}
REACH: Words = {key: str(label) for key, label in Specialisation.Reach.choices}
PUPIL_WORDS = {
    "method": "Hoe zij gehoord zijn", "said": "Wat zij zeiden", "changed": "Wat dat veranderde",
}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """`raw` is what is stored, `text` what people read."""

    key: str
    label: str
    text: str
    raw: str


@dataclass(frozen=True)
class Thing:
    """What belongs together: an arrangement, a boundary, an answer; "" for texts that stand alone."""

    key: str
    title: str
    pieces: tuple[Piece, ...]
    short: str = ""  # in a list of names, where the title is a sentence


@dataclass(frozen=True)
class Part:
    id: str
    number: str
    title: str
    things: tuple[Thing, ...]


Names = dict[str, str]  # id in this content -> the name under which it is laid beside the other


def parts(content: Content, fmt: Format, *, inside: bool, names: Names) -> list[Part]:
    """`content` is filled. `inside`: with fields that are not public, and the answers."""
    found = [
        Part(each.id, each.number, each.short, tuple(KINDS[each.kind](content, fmt, each, inside, names)))
        for each in fmt.sections
    ]
    return [
        *found,
        Part(PROVISIONS, "", "Basisvoorzieningen", tuple(provisions(content))),
        Part(PUPILS, "", "Leerlingen", tuple(pupils(content))),
        Part(CHECKLIST, "", "Afgesproken antwoorden", tuple(answers(content, fmt))),
    ]


def plain(key: str, label: str, raw: Any, words: Words | None = None) -> Piece:
    text = str(raw or "")
    return Piece(key, label, str((words or {}).get(text, text)), text)


def stored(told: Any) -> str:
    """What is no single word, as text; "" when there is nothing."""
    return json.dumps(told, sort_keys=True) if told else ""


def labelled(model: Any, name: str) -> str:
    label = str(model._meta.get_field(name).verbose_name)
    return label[:1].upper() + label[1:]


def texts(content: Content, fmt: Format, section: Section, inside: bool, names: Names) -> Iterator[Thing]:
    told = content["texts"].get(section.id, {})
    for field in section.fields:
        if field.public or inside:
            key = f"texts/{section.id}/{field.id}"
            known = str((content["school"].get(field.source) if field.source else "") or "")
            raw = told.get(field.id, "")
            text = dict(field.choices).get(raw, raw) or known
            text = in_words(text) if field.kind == "date" else text
            yield Thing(key, "", (Piece(key, field.label, text, raw),))


def arrangements(
    content: Content, fmt: Format, section: Section, inside: bool, names: Names
) -> Iterator[Thing]:
    needs = {need.id: need.label for need in fmt.offer.needs}
    for row in content["arrangements"]:
        name = names.get(row["id"], row["id"])
        found = [
            plain(f"{name}/need", "Ondersteuningsbehoefte", row["need"], needs),
            plain(f"{name}/title", "Eigen naam", row["title"]),
            plain(f"{name}/target", "Voor welke leerlingen", row["target"]),
            *(plain(f"{name}/{each}", labelled(Arrangement, each), row[each]) for each in TERMS),
        ]
        for column in section.columns:
            told = row["columns"].get(column.id, {"text": "", "things": []})
            things = "\n".join(thing(each, fmt) for each in told["things"])
            label = f"{column.title.rstrip('?:. ')}: wat er is"
            found.append(Piece(f"{name}/things/{column.id}", label, things, stored(told["things"])))
            found.append(plain(f"{name}/columns/{column.id}", column.title, told["text"]))
        yield Thing(name, row["title"] or needs.get(row["need"], row["need"]), tuple(found))


def specialisations(
    content: Content, fmt: Format, section: Section, inside: bool, names: Names
) -> Iterator[Thing]:
    told = content["specialisations"]
    none = "Geen." if told["none"] else ""
    yield Thing("none", "", (Piece("none", "Specialisaties", none, none),))
    for row in told["rows"]:
        name = names.get(row["id"], row["id"])
        fields = ("title", "target", "size", "who", "reach", "since", "until")
        found = (
            plain(
                f"{name}/{each}",
                labelled(Specialisation, each),
                row[each],
                REACH if each == "reach" else None,
            )
            for each in fields
        )
        yield Thing(name, row["title"], tuple(found))


def boundaries(
    content: Content, fmt: Format, section: Section, inside: bool, names: Names
) -> Iterator[Thing]:
    labels = {element.id: element.label for element in fmt.offer.elements}
    for row in content["boundaries"]:
        key = f"boundaries/{row['element']}"
        found = (
            plain(f"{key}/{each}", labelled(Boundary, each), row[each]) for each in ("own", "still", "then")
        )
        yield Thing(key, labels.get(row["element"], row["element"]), tuple(found))


def improvements(
    content: Content, fmt: Format, section: Section, inside: bool, names: Names
) -> Iterator[Thing]:
    words: dict[str, Words] = {"sort": SORTS, "state": STATES}
    fields = [
        "title",
        "sort",
        "goal",
        "action",
        *(["owner"] if inside else []),
        "start",
        "due",
        "measure",
        "state",
        "dropped_because",
    ]
    for row in content["improvements"]:
        name = names.get(row["id"], row["id"])
        found = []
        for each in fields:
            piece = plain(f"{name}/{each}", labelled(ImprovementPoint, each), row[each], words.get(each))
            is_day = each in ("start", "due")
            found.append(Piece(piece.key, piece.label, in_words(piece.raw), piece.raw) if is_day else piece)
        causes = (source_in_words(each, content, fmt) for each in (row["source"], *row["more_sources"]))
        found.append(
            plain(f"{name}/source", "Waar het uit komt", "\n".join(filter(None, dict.fromkeys(causes))))
        )
        yield Thing(name, row["title"], tuple(found))


def provisions(content: Content) -> Iterator[Thing]:
    for row in content["provisions"]:
        key = f"provisions/{row['id']}"
        yield Thing(key, row["title"], (plain(key, "Zo doen wij dat", row["how"]),))


def pupils(content: Content) -> Iterator[Thing]:
    for name, label in PUPIL_WORDS.items():
        key = f"pupils/{name}"
        yield Thing(key, "", (plain(key, label, content["pupils"][name]),))
    day = content["pupils"]["heard_on"]
    yield Thing("pupils/heard_on", "", (Piece("pupils/heard_on", "Wanneer", in_words(day), day),))


def answers(content: Content, fmt: Format) -> Iterator[Thing]:
    """What was agreed, item by item in the order of the format; summaries after the items of their question.

    An answer to another version of the checklist stands under the item of `fmt` that it may be laid beside.
    """
    told, values = content["checklist"]["answers"], {value.id: value.label for value in fmt.scale.values}
    seen = comparable_with(content.get("format"), fmt)
    for question in fmt.questions:
        for item in question.items:
            row = told.get(seen.items.get(item.id, ""), {})
            topics = "\n".join(
                f"{topic.label}: {values.get(row.get('topics', {}).get(topic.id, ''), 'nog open')}."
                for topic in item.topics
                if row.get("topics", {}).get(topic.id)
            )
            key = f"answers/{item.id}"
            yield Thing(
                key,
                f"{item.number} {item.text}",
                (
                    plain(f"{key}/value", "Antwoord", row.get("value"), values),
                    Piece(f"{key}/topics", "Per onderwerp", topics, stored(row.get("topics", {}))),
                    plain(f"{key}/note", "Tekst", row.get("note")),
                    plain(f"{key}/reason", "Reden", row.get("reason")),
                    plain(f"{key}/gap", "Waarom nog geen antwoord", row.get("gap")),
                ),
                item.number,
            )
        key = f"summaries/{question.id}"
        summary = content["checklist"]["summaries"].get(question.id)
        yield Thing(key, "", (plain(key, f"Samenvatting van vraag {question.number}", summary),))


Kind = Callable[[Content, Format, Section, bool, Names], Iterable[Thing]]
KINDS: dict[str, Kind] = {
    "facts": texts,
    "texts": texts,
    "arrangements": arrangements,
    "specialisations": specialisations,
    "boundaries": boundaries,
    "improvements": improvements,
}


def in_words(iso: str) -> str:
    """ "18 maart 2025"; what is no date stays as it is."""
    try:
        found = parse_date(iso)
    except ValueError:
        return iso
    return str(date_format(found, "j F Y")) if found else iso


def names_for(before: Content, after: Content, *, same_rows: bool) -> Names:
    """The names that rows of `before` go by: the id of the same row in `after`, else of the one most like it.

    Ids are keys of rows, so between two schooljaren they say nothing, and a row that was put back has a new one.
    """
    names: Names = {}
    pairs = (
        (before["arrangements"], after["arrangements"], lambda row: (row["need"], row["title"].lower())),
        (
            before["specialisations"]["rows"],
            after["specialisations"]["rows"],
            lambda row: row["title"].lower(),
        ),
        (before["improvements"], after["improvements"], lambda row: row["title"].lower()),
    )
    for old, new, alike in pairs:
        free = {row["id"]: row for row in new}
        for row in old if same_rows else ():
            if row["id"] in free:
                names[row["id"]] = row["id"]
                del free[row["id"]]
        for row in old:
            if row["id"] in names:
                continue
            match = next((key for key, each in free.items() if alike(each) == alike(row)), "")
            names[row["id"]] = match or f"was-{row['id']}"
            free.pop(match, None)
    return names
