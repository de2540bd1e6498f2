from __future__ import annotations

from random import Random
from typing import Any

from dekkend.formats.model import Format, Item

from .bank import bank

# How many of a hundred answers carry this mark, at a school and a question where all goes middling.
SHARES = {"full": 76, "half": 17, "empty": 6, "dash": 1}


def answers(fmt: Format, chance: Random) -> dict[str, dict[str, Any]]:
    """An agreed answer for every item; schools and questions differ in how well it goes."""
    school = chance.gauss(0, 0.5)
    given = {}
    for question in fmt.questions:
        going = school + chance.gauss(0, 1.0)
        given.update({item.id: _answer(fmt, item, going, chance) for item in question.items})
    return given


def summaries(fmt: Format, chance: Random) -> dict[str, str]:
    return {
        question.id: chance.choice(bank()["summaries"]) for question in fmt.questions if chance.random() < 0.3
    }


def _answer(fmt: Format, item: Item, going: float, chance: Random) -> dict[str, Any]:
    topics = {topic.id: _value(fmt, going, chance) for topic in item.topics}
    value = fmt.scale.standing(list(topics.values())) if topics else ""
    value = value or _value(fmt, going, chance)
    answer: dict[str, Any] = {"value": value, "topics": topics}
    if fmt.scale.get(value).needs_reason:
        return {**answer, "reason": chance.choice(bank()["reasons"])}
    note = item.sentence(value)
    # Not every school explains every answer.
    return {**answer, "note": note or chance.choice(bank()["notes"])} if chance.random() < 0.7 else answer


def _value(fmt: Format, going: float, chance: Random) -> str:
    """`going`: about -2 (badly) to 2 (well)."""
    values = fmt.scale.values
    marks = [value.mark for value in values]
    tilt = {"full": 2.0**going, "half": 1.0, "empty": 2.0**-going, "dash": 1.0}
    weights = [SHARES[mark] * tilt[mark] / marks.count(mark) for mark in marks]
    return chance.choices(values, weights)[0].id
