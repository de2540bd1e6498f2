from __future__ import annotations

from random import Random

from dekkend.formats.model import Field, Format

from .bank import bank

PLAIN = "Wij vinden het belangrijk dat elk kind meedoet. Daar werken we elke dag aan, samen met ouders."


def texts(fmt: Format, chance: Random) -> dict[str, dict[str, str]]:
    """Every text of the bank, and something plain for what a format asks besides."""
    written: dict[str, dict[str, str]] = {}
    for section in fmt.sections:
        fields = {field.id: _text(f"{section.id}.{field.id}", field, chance) for field in section.fields}
        told = {key: text for key, text in fields.items() if text}
        if told:
            written[section.id] = told
    return written


def _text(place: str, field: Field, chance: Random) -> str:
    known = bank()["texts"].get(place) or bank()["facts"].get(field.id)
    if known:
        return str(chance.choice(known))
    if field.kind == "text" and field.required:
        return PLAIN
    return ""
