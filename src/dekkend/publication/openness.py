"""What of a sealed version the world may see (rulings 5): named one by one, so that what is new stays inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dekkend.documents.markdown import to_plain
from dekkend.formats.model import Format
from dekkend.profile.version.content.shape import Content, filled
from dekkend.profile.version.decisions import Decisions

# Never: checklist (answers, notes, reasons, gaps), owners, where a point comes from, the text of an advice.
WHOLE = (
    "schooljaar",
    "format",
    "example",
    "school",
    "alliance",
    "boundaries",
    "provisions",
    "catalogue",
    "pupils",
)
ARRANGEMENT = ("id", "need", "title", "target", "places", "duration", "since", "until")
THING = ("what", "pick", "frequency", "minutes", "group_size", "basis", "detail", "needed", "available")
SPECIALISATION = ("id", "title", "need", "target", "size", "who", "reach", "since", "until")
IMPROVEMENT = ("id", "title", "sort", "goal", "action", "start", "due", "measure", "state")


def public_content(content: Content, fmt: Format, decisions: Decisions) -> dict[str, Any]:
    """The content of the public papers as data, with what a stranger needs to read it."""
    content = filled(content)
    return {
        **{name: content[name] for name in WHOLE},
        "version": decisions.version,
        "adopted_on": decisions.adopted_on,
        "valid_until": decisions.valid_until,
        "texts": texts(content, fmt),
        "arrangements": [arrangement(row) for row in content["arrangements"]],
        "specialisations": [only(row, SPECIALISATION) for row in content["specialisations"]["rows"]],
        "improvements": [
            only(row, IMPROVEMENT) for row in content["improvements"] if row["state"] != "dropped"
        ],
        "labels": labels(content, fmt),
        "notice": fmt.notice,
    }


def only(row: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: row[name] for name in names}


def texts(content: Content, fmt: Format) -> dict[str, dict[str, str]]:
    """Section -> field -> Markdown, of the fields that the format calls public."""
    found = {}
    for section in fmt.sections:
        written = content["texts"].get(section.id, {})
        shown = {
            field.id: written[field.id] for field in section.fields if field.public and written.get(field.id)
        }
        if shown:
            found[section.id] = shown
    return found


def arrangement(row: dict[str, Any]) -> dict[str, Any]:
    columns = {
        key: {"text": column["text"], "things": [only(thing, THING) for thing in column["things"]]}
        for key, column in row["columns"].items()
    }
    return {**only(row, ARRANGEMENT), "columns": columns}


def labels(content: Content, fmt: Format) -> dict[str, dict[str, str]]:
    """The Dutch words for the ids in this content."""
    needs = {row["need"] for row in (*content["arrangements"], *content["specialisations"]["rows"])}
    elements = {row["element"] for row in content["boundaries"]}
    return {
        "needs": {need.id: need.label for need in fmt.offer.needs if need.id in needs},
        "boundaries": {each.id: each.label for each in fmt.offer.elements if each.id in elements},
        "sections": {section.id: section.title for section in fmt.sections},
    }


# Keys whose value is a name for machines, not a word that somebody wrote.
UNREAD = {
    "id",
    "need",
    "pick",
    "sort",
    "state",
    "element",
    "format",
    "version",
    "adopted_on",
    "valid_until",
    "notice",
}


def readable(data: Any) -> Iterator[str]:
    """All words of a public content, without their Markdown."""
    if isinstance(data, str):
        yield to_plain(data)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in UNREAD:
                yield from readable(value)
    elif isinstance(data, list):
        for value in data:
            yield from readable(value)
