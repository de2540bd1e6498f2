"""A sealed content as small named texts, so that two versions can be laid beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dekkend.documents.markdown import to_plain
from dekkend.formats.model import Format, Section
from dekkend.profile.writing.amounts import how, terms

from .content.shape import Content, filled

PROVISIONS, PUPILS = "provisions", "pupils"
SORTS = {"professionalisation": "Professionalisering.", "school_development": "Schoolontwikkeling."}
STATES = {"planned": "gepland", "running": "loopt", "done": "gedaan", "dropped": "vervalt"}


@dataclass(frozen=True)
class Unit:
    """`key` is the same for the same thing in two versions, also of two schooljaren."""

    key: str
    label: str
    text: str


@dataclass(frozen=True)
class Group:
    """One section of the profile, or one of the two parts that stand beside it."""

    id: str
    number: str
    title: str
    units: tuple[Unit, ...]


def groups(content: Content, fmt: Format) -> list[Group]:
    content = filled(content)
    found = [
        Group(each.id, each.number, each.short, written(KINDS[each.kind](content, fmt, each)))
        for each in fmt.sections
    ]
    return [
        *found,
        Group(PROVISIONS, "", "Basisvoorzieningen", written(provisions(content))),
        Group(PUPILS, "", "Leerlingen", written(pupils(content))),
    ]


def written(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Those with words in them, without the marks of Markdown."""
    plain = (Unit(unit.key, unit.label, to_plain(unit.text)) for unit in units)
    return tuple(unit for unit in plain if unit.text.strip())


def texts(content: Content, fmt: Format, section: Section) -> Iterator[Unit]:
    told = content["texts"].get(section.id, {})
    for field in section.fields:
        if field.public:
            text = told.get(field.id, "") or str(
                (content["school"].get(field.source) if field.source else "") or ""
            )
            yield Unit(field.id, field.label, dict(field.choices).get(text, text))


def arrangements(content: Content, fmt: Format, section: Section) -> Iterator[Unit]:
    titles = {column.id: column.title for column in section.columns}
    needs = {need.id: need.label for need in fmt.offer.needs}
    for row in content["arrangements"]:
        lines = [row["target"], *(f"{label}: {text}." for label, text in terms(row))]
        for key, column in row["columns"].items():
            lines += [f"{labelled(titles.get(key, key))} {column['text']}"] if column["text"] else []
            lines += [thing(each, fmt) for each in column["things"]]
        name = needs.get(row["need"], row["need"])
        yield Unit(
            f"{row['need']}/{row['title'].lower()}",
            row["title"] or name,
            "\n\n".join(line for line in lines if line),
        )


def labelled(title: str) -> str:
    """A title that asks needs no colon."""
    return title if title.endswith("?") else f"{title}:"


def thing(told: dict[str, Any], fmt: Format) -> str:
    what = ", ".join(filter(None, [told["what"], how(fmt.offer, told)]))
    short = " (nodig, nog niet beschikbaar)" if told["needed"] and not told["available"] else ""
    return f"{what}{short}."


def specialisations(content: Content, fmt: Format, section: Section) -> Iterator[Unit]:
    told = content["specialisations"]
    yield Unit("none", "Specialisaties", "Geen." if told["none"] else "")
    reach = {pick.id: pick.label for pick in fmt.offer.list("reach")}
    for row in told["rows"]:
        parts = [row[name] for name in ("target", "size", "who", "since", "until")]
        parts.append(reach.get(row["reach"], ""))
        yield Unit(row["title"].lower(), row["title"], "\n\n".join(filter(None, [*parts, row["title"]])))


def boundaries(content: Content, fmt: Format, section: Section) -> Iterator[Unit]:
    labels = {element.id: element.label for element in fmt.offer.elements}
    for row in content["boundaries"]:
        text = "\n\n".join(filter(None, [row["own"], row["still"], row["then"]]))
        yield Unit(row["element"], labels.get(row["element"], row["element"]), text)


def improvements(content: Content, fmt: Format, section: Section) -> Iterator[Unit]:
    for row in content["improvements"]:
        text = "\n\n".join(
            filter(
                None,
                [
                    row["goal"],
                    row["action"],
                    row["measure"],
                    when(row),
                    SORTS.get(row["sort"], ""),
                    STATES[row["state"]],
                    row["dropped_because"],
                ],
            )
        )
        yield Unit(row["title"].lower(), row["title"], text)


def when(row: dict[str, Any]) -> str:
    said = {"Van": row["start"], "Tot": row["due"]}
    return " ".join(f"{word} {'-'.join(reversed(day.split('-')))}." for word, day in said.items() if day)


def provisions(content: Content) -> Iterator[Unit]:
    for row in content["provisions"]:
        yield Unit(row["id"], row["title"], "\n\n".join(filter(None, [row["text"], row["how"]])))


def pupils(content: Content) -> Iterator[Unit]:
    told = content["pupils"]
    yield Unit("method", "Hoe zij gehoord zijn", told["method"])
    yield Unit("said", "Wat zij zeiden", told["said"])
    yield Unit("changed", "Wat dat veranderde", told["changed"])


KINDS = {
    "facts": texts,
    "texts": texts,
    "arrangements": arrangements,
    "specialisations": specialisations,
    "boundaries": boundaries,
    "improvements": improvements,
}
