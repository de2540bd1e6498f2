"""No table with a key of the format is forgotten when a profile moves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models

from dekkend.formats.model import Format
from dekkend.formats.queries import get_format
from dekkend.profile.version.moving.keys import KEPT, PASSING, RENAMED
from tests.profile.version.moving.moved import NEW, OLD, carried_along, over
from tests.world import World

# Columns without a key of the format, by the table that has them: names, words, files, states, dates.
OTHER = {
    "": ("revision",),
    "Arrangement": ("title", "duration", "since", "until"),
    "Agreement": ("owner",),
    "Answer": ("evidence", "owner"),
    "Boundary": ("stood",),
    "Carried": ("schooljaar", "homeless"),
    "Comment": ("who", "role", "field", "closed_by"),
    "CommentReply": ("who", "role"),
    "Copy": ("name", "label", "key"),
    "Evidence": ("title", "url", "stored", "media"),
    "Extension": ("station", "asked_by", "answered_by"),
    "ImprovementPoint": ("title", "source_text", "owner", "dropped_because"),
    "OldPassage": ("kind", "path", "labels", "made"),
    "Paper": ("kind", "form", "sha256"),
    "Phone": ("key",),
    "Profile": ("station", "turn", "extended"),
    "ProvisionText": ("key",),
    "Reading": ("title",),
    "Reminder": ("station", "stage"),
    "Specialisation": ("title", "size", "who", "since", "until", "stood"),
    "Support": ("wished", "asked_as", "closed_why"),
    "Talk": ("roles", "code"),
    "Thing": ("what", "detail"),
    "Version": ("sha256", "sealed_by"),
    "Waved": ("kind",),
}
NAMED = [
    (model, column) for told in (RENAMED, KEPT, PASSING) for model, names in told.items() for column in names
]
WRITING = (models.CharField, models.JSONField)


def tables() -> list[type[models.Model]]:
    return list(apps.get_app_config("profile").get_models())


def columns(model: type[models.Model]) -> Iterator[str]:
    """Those that could hold a key: short texts that choose from no fixed list, and JSON."""
    for field in model._meta.concrete_fields:
        if isinstance(field, WRITING) and not getattr(field, "choices", None):
            yield field.name


def test_every_column_that_could_hold_a_key_is_accounted_for() -> None:
    """Is your new column missing? Say in moving/keys.py what a move does with it, or here that it holds no key."""
    there = {(model.__name__, name) for model in tables() for name in columns(model)}
    other = {(model, name) for model, names in OTHER.items() if model for name in names}

    assert there - set(NAMED) - other == set()
    assert set(NAMED) - there == set()
    assert other - there == set()
    assert len(NAMED) == len(set(NAMED))


def keys_of(fmt: Format) -> set[str]:
    return {item.id for item in fmt.items} | {topic.id for item in fmt.items for topic in item.topics}


def holding(keys: set[str]) -> set[tuple[str, str]]:
    """Table and column of every row that holds one of these keys, whatever is said of it."""
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, keys)))})\b")
    return {
        (model.__name__, field.name)
        for model in tables()
        for row in model._default_manager.all()
        for field in model._meta.concrete_fields
        if field.name not in ("note", "text") and pattern.search(str(getattr(row, field.attname)))
    }


def test_what_holds_a_key_of_an_item_is_renamed(half_way: World) -> None:
    """In rows that are filled, so that a column that is called words and holds a key is found too."""
    carried_along(half_way.profile)
    before, after = keys_of(get_format(OLD)), keys_of(get_format(NEW))
    found = holding(before)
    assert found <= set(NAMED), "holds a key, and is not named in moving/keys.py"

    over(half_way)

    went = before - after - STAYING
    # What a colleague said of two items that become one stays under its own key (test_moving.py).
    assert {each for each in holding(went) if each[1] != "journal"} == {("Answer", "item")}


STAYING = {"klas_doel", "buren_ouders"}  # asked no more; the second of two that became one


def all_of(told: dict[str, Any]) -> set[tuple[str, str]]:
    return {(model, name) for model, names in told.items() for name in names}


def test_the_rows_that_are_tried_hold_all_that_is_renamed(half_way: World) -> None:
    carried_along(half_way.profile)
    tried = holding(keys_of(get_format(OLD)))
    # Values and parts are tried in test_moving.py and test_ties.py.
    others = {
        ("Agreement", "value"),
        ("Answer", "value"),
        ("Answer", "topics"),
        ("Carried", "parts"),
        ("Carried", "looked"),
    }
    assert all_of(RENAMED) - tried - others == {("Move", "open")}
