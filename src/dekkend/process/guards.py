"""Conditions named in the table. Higher floors register them by name at start-up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

# A guard gives "" when its condition holds, else a Dutch sentence that says what to do.
Guard = Callable[..., str]

_guards: dict[str, Guard] = {}


def guard(function: Guard) -> Guard:
    """Register under the name of the function."""
    _guards[function.__name__] = function
    return function


def get(name: str) -> Guard:
    return _guards[name]


def known() -> set[str]:
    return set(_guards)


@guard
def reason_given(subject: Any, *, reason: str = "", **details: Any) -> str:
    return "" if reason.strip() else _("Schrijf op waarom. De ander leest deze reden.")
