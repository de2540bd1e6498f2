"""Reads YAML as plain data and remembers on which line everything stands.

Stricter than YAML itself: no anchors and aliases (a short file could grow without end), no types
of its own, no key twice, not too deep, not too long. `yes` and `no` are words, not true and false.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import AliasEvent, CollectionEndEvent, CollectionStartEvent, NodeEvent
from yaml.nodes import MappingNode, Node, ScalarNode

from .faults import Fault
from .yamlproblems import remedy_for

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 40
Key = tuple[str | int, ...]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STANDARD = "tag:yaml.org,2002:"
_PLAIN = (
    (re.compile(r"(null|~|)\Z"), lambda text: None),
    (re.compile(r"(true|false)\Z"), lambda text: text == "true"),
    (re.compile(r"-?(0|[1-9][0-9]{0,14})\Z"), int),
    (re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,15}\Z"), float),
)


@dataclass(frozen=True)
class YamlFile:
    """`data`: dicts, lists, str, int, float, bool, None. `lines`: path of keys and indices -> line."""

    name: str
    data: Any
    lines: Mapping[Key, int]

    def line(self, *path: str | int) -> int:
        """The line of what stands at this path, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def fault(self, path: Key, what: str, remedy: str) -> Fault:
        return Fault(self.name, self.line(*path), what, remedy)


@dataclass
class _Reading:
    name: str
    lines: dict[Key, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def wrong(self, node: Node, what: str, remedy: str) -> None:
        self.faults.append(Fault(self.name, node.start_mark.line + 1, what, remedy))


def parse(name: str, text: str, *, max_bytes: int = MAX_BYTES) -> tuple[YamlFile | None, list[Fault]]:
    """The file, or None with what is wrong. Never raises on text that a person or a machine can make."""
    if len(text.encode("utf-8", "replace")) > max_bytes:
        return None, [too_large(name, max_bytes)]
    try:
        refused = _refused(name, text)
        if refused:
            return None, [refused]
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, [_syntax(name, error)]
    except UnicodeEncodeError:
        return None, [
            Fault(name, 0, "Er staat een teken in dat niet bestaat.", "Sla het bestand op als UTF-8.")
        ]
    if node is None:
        return None, [Fault(name, 1, "Het bestand is leeg.", "Vul het, of haal het weg.")]
    reading = _Reading(name)
    data = _plain(node, (), reading)
    if reading.faults:
        return None, reading.faults
    return YamlFile(name, data, reading.lines), []


def too_large(name: str, max_bytes: int) -> Fault:
    size = f"{max_bytes // (1024 * 1024)} MB"
    return Fault(name, 0, f"Het bestand is groter dan {size}.", "Maak het kleiner: er hoort alleen tekst in.")


def _refused(name: str, text: str) -> Fault | None:
    """Look at the events first, before anything is built that could grow."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor):
            return Fault(
                name, line, "Ankers en verwijzingen (& en *) mogen niet.", "Schrijf de tekst hier voluit."
            )
        depth += isinstance(event, CollectionStartEvent)
        depth -= isinstance(event, CollectionEndEvent)
        if depth > MAX_DEPTH:
            return Fault(
                name, line, f"Het bestand gaat meer dan {MAX_DEPTH} lagen diep.", "Maak het platter."
            )
    return None


def _plain(node: Node, path: Key, reading: _Reading) -> Any:
    reading.lines.setdefault(path, node.start_mark.line + 1)
    if not node.tag.startswith(_STANDARD) or node.tag.startswith(_STANDARD + "python"):
        reading.wrong(node, f"De soort “{node.tag}” is onbekend.", "Haal het woord met het uitroepteken weg.")
        return None
    if isinstance(node, ScalarNode):
        return _scalar(node)
    if isinstance(node, MappingNode):
        return _mapping(node, path, reading)
    return [_plain(child, (*path, index), reading) for index, child in enumerate(node.value)]


def _scalar(node: ScalarNode) -> Any:
    if not node.style:  # not between quotes
        for pattern, convert in _PLAIN:
            if pattern.match(node.value):
                return convert(node.value)
    return node.value


def _mapping(node: MappingNode, path: Key, reading: _Reading) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, ScalarNode):
            reading.wrong(
                key, "Links van een dubbele punt staat geen gewoon woord.", "Zet er een woord neer."
            )
        elif key.value in found:
            reading.wrong(key, f"“{key.value}” staat hier twee keer.", "Haal er een weg.")
        else:
            inside = (*path, key.value)
            reading.lines[inside] = key.start_mark.line + 1
            found[key.value] = _plain(value, inside, reading)
    return found


def _syntax(name: str, error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 0
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    what, remedy = remedy_for(problem)
    return Fault(name, line, what, remedy)
