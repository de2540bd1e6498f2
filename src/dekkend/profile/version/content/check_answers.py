from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dekkend.formats.crosschecks.names import exists
from dekkend.formats.faults import Fault, closest
from dekkend.formats.model import Format, Item
from dekkend.formats.yamlfile import Key, YamlFile

from .shape import Content


def check_answers(file: YamlFile, content: Content, fmt: Format) -> Iterator[Fault]:
    known = [item.id for item in fmt.items]
    for item_id, answer in content["checklist"]["answers"].items():
        path = ("checklist", "answers", item_id)
        if fmt.has_item(item_id):
            yield from _answer(file, path, answer, fmt.item(item_id), fmt)
        else:
            yield from exists(file, path, item_id, known, "Het onderdeel")
    questions = [question.id for question in fmt.questions]
    for question_id in content["checklist"]["summaries"]:
        yield from exists(file, ("checklist", "summaries", question_id), question_id, questions, "De vraag")


def _answer(file: YamlFile, path: Key, answer: dict[str, Any], item: Item, fmt: Format) -> Iterator[Fault]:
    value = answer["value"]
    yield from _value(file, (*path, "value"), value, fmt)
    if value in fmt.scale and fmt.scale.get(value).needs_reason and not answer["reason"].strip():
        what = f"Bij {item.number} staat “{fmt.scale.get(value).label}” zonder reden."
        yield file.fault(path, what, "Schrijf er een regel “reason:” bij die zegt waarom.")
    if value and answer["gap"].strip():
        what = f"Bij {item.number} staat een antwoord, en ook waarom er geen antwoord is."
        yield file.fault((*path, "gap"), what, "Haal “gap” weg, of maak “value” leeg.")
    yield from _topics(file, path, answer, item, fmt)


def _value(file: YamlFile, path: Key, value: str, fmt: Format) -> Iterator[Fault]:
    if value and value not in fmt.scale:
        what = f"“{value}” is geen antwoord in deze checklist."
        yield file.fault(path, what, closest(value, [each.id for each in fmt.scale.values]))


def _topics(file: YamlFile, path: Key, answer: dict[str, Any], item: Item, fmt: Format) -> Iterator[Fault]:
    known = [topic.id for topic in item.topics]
    for topic, value in answer["topics"].items():
        place = (*path, "topics", topic)
        yield from exists(file, place, topic, known, "Het onderwerp")
        yield from _value(file, place, value, fmt)
