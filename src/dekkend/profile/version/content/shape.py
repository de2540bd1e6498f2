"""The shape of the content, from its schema: every word that is left out gets its empty value."""

from __future__ import annotations

import copy
from typing import Any, cast

from dekkend.formats.schemas import validator

Content = dict[str, Any]
Schema = dict[str, Any]

SCHEMA = "content"


def filled(content: Content) -> Content:
    """A copy in which every optional word is there. What the schema does not know stays as it is."""
    schema = cast(Schema, validator(SCHEMA).schema)
    return _filled(content, schema, schema)


def _filled(value: Any, schema: Schema, root: Schema) -> Any:
    if "$ref" in schema:
        schema = {**root["$defs"][schema["$ref"].rsplit("/", 1)[-1]], **schema}
    if isinstance(value, dict):
        return _filled_block(value, schema, root)
    if isinstance(value, list):
        return [_filled(each, schema.get("items", {}), root) for each in value]
    return value


def _filled_block(value: dict[str, Any], schema: Schema, root: Schema) -> dict[str, Any]:
    known: dict[str, Schema] = schema.get("properties", {})
    others = schema.get("additionalProperties")
    block = {key: _filled(each, known.get(key) or others or {}, root) for key, each in value.items()}
    for key, inner in known.items():
        if key not in block and "default" in inner:
            block[key] = _filled(copy.deepcopy(inner["default"]), inner, root)
    return block
