"""The page on the answers file keeps up with the schema, and its example can be made."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dekkend.formats.places import schema_folder
from dekkend.profile.version.content import read

PAGE = (Path(__file__).parents[2] / "docs" / "naslag" / "antwoordenbestand.md").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads((schema_folder() / "content.schema.json").read_text(encoding="utf-8"))


def words(schema: Any) -> Iterator[str]:
    """Every word that the schema knows, and every choice."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (choice for choice in schema.get("enum", []) if choice)
        for value in schema.values():
            yield from words(value)


def test_every_word_of_the_schema_is_explained() -> None:
    told = set(re.findall(r"[a-z][a-z_0-9]*", " ".join(re.findall(r"`([^`\n]+)`", PAGE))))
    assert set(words(SCHEMA)) - told == set()


def test_the_example_on_the_page_can_be_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "antwoorden.yml"
    path.write_text(example, encoding="utf-8")
    content, _ = read(path)
    assert content["texts"]["vision"]["inclusive"].endswith("**een goede plek**.")
    assert content["specialisations"]["none"] is True
