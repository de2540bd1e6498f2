"""Checks a file against its JSON schema, and says in Dutch what does not fit."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from .faults import Fault, closest
from .places import schema_folder
from .yamlfile import YamlFile

# A jsonschema ValidationError; its stubs call every attribute possibly unset, which none is after a check.
Wrong = Any
_TYPES = {
    "string": "een tekst",
    "integer": "een heel getal",
    "number": "een getal",
    "boolean": "true of false",
    "array": "een lijst (regels met een streepje)",
    "object": "een blok met woorden en waarden",
    "null": "leeg",
}


@cache
def validator(name: str) -> Draft202012Validator:
    """The validator of `formats/schema/<name>.schema.json`."""
    text = (schema_folder() / f"{name}.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text), format_checker=Draft202012Validator.FORMAT_CHECKER)


def check(file: YamlFile, name: str) -> list[Fault]:
    """All places where the file differs from the schema `name`."""
    return [fault for error in validator(name).iter_errors(file.data) for fault in _faults(file, error)]


def _faults(file: YamlFile, error: Wrong) -> list[Fault]:
    path = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        known = list(error.schema.get("properties", {}))
        extra = [key for key in error.instance if key not in known]
        return [file.fault((*path, key), f"“{key}” is hier onbekend.", closest(key, known)) for key in extra]
    if error.validator == "required":
        missing = [key for key in error.validator_value if key not in error.instance]
        # jsonschema gives one error per missing word; it is the one its message begins with.
        key = next((key for key in missing if error.message.startswith(repr(key))), missing[0])
        meaning = error.schema.get("properties", {}).get(key, {}).get("description", "")
        return [file.fault(path, f"“{key}” ontbreekt.", f"Voeg een regel “{key}:” toe. {meaning}".strip())]
    what, remedy = _say(error)
    where = f"Bij “{path[-1]}”: " if path and isinstance(path[-1], str) else ""
    return [file.fault(path, where + (what[0].lower() + what[1:] if where else what), remedy)]


def _say(error: Wrong) -> tuple[str, str]:
    value, limit = error.instance, error.validator_value
    meaning = error.schema.get("description", "")
    match error.validator:
        case "type":
            return _wrong_type(value, limit, meaning)
        case "enum":
            return f"“{value}” is hier geen mogelijkheid.", closest(str(value), [str(each) for each in limit])
        case "const":
            return f"Hier staat “{value}”.", f"Verander het in “{limit}”."
        case "dependentRequired":
            return "Deze woorden horen bij elkaar: " + ", ".join(
                limit
            ) + ".", "Zet ze er allemaal, of geen van alle."
        case "pattern" | "format":
            return f"“{value}” heeft niet de goede vorm.", meaning or "Verander het."
        case "minLength":
            return "Er staat geen tekst.", f"Vul een tekst in. {meaning}".strip()
        case "maxLength":
            return f"De tekst is {len(value)} tekens lang.", f"Maak er hoogstens {limit} van."
        case "minItems" | "minProperties":
            return f"Er staan {len(value)} regels in.", f"Zet er minstens {limit} in."
        case "maxItems" | "maxProperties":
            return f"Er staan {len(value)} regels in.", f"Zet er hoogstens {limit} in."
        case "minimum":
            return f"{value} is te laag.", f"Kies {limit} of hoger."
        case "maximum":
            return f"{value} is te hoog.", f"Kies {limit} of lager."
        case "uniqueItems":
            return "Er staat twee keer hetzelfde in de lijst.", "Haal er een weg."
    return "Dit past niet in het formaat.", meaning or "Vergelijk het met een formaat dat in orde is."


def _wrong_type(value: object, wanted: object, meaning: str) -> tuple[str, str]:
    if wanted == "string" and isinstance(value, int | float) and not isinstance(value, bool):
        return (
            f"Hier staat het getal {value}, en het moet een tekst zijn.",
            f'Zet aanhalingstekens: "{value}".',
        )
    kinds = wanted if isinstance(wanted, list) else [wanted]
    words = " of ".join(_TYPES.get(str(kind), str(kind)) for kind in kinds)
    if value is None:
        return "Er staat niets.", f"Vul {words} in. {meaning}".strip()
    return f"Hier hoort {words} te staan.", meaning or "Verander het."
