"""Files with answers to read in tests, and content of both formats."""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

from dekkend.formats.reader import read as read_format
from dekkend.profile.version.content import read
from dekkend.profile.version.sample import sample_content
from tests.formats.texts import OTHER

EXAMPLES = Path(__file__).parents[3] / "examples"
SCHOOL = EXAMPLES / "de-leesplank.yml"


@cache
def _read():
    return read(SCHOOL)


def leesplank() -> dict[str, Any]:
    """The content of the example school; a copy of its own for every test."""
    return copy.deepcopy(_read()[0])


def almere():
    return _read()[1]


@cache
def other():
    """The second format, which differs in everything."""
    return read_format(OTHER)


def other_content() -> dict[str, Any]:
    school = {"name": "De Kompasroos", "brin6": "99XX02", "alliance": "Samen"}
    return sample_content(other(), seed=3, school=school)
