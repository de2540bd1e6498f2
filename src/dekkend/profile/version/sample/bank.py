from __future__ import annotations

from functools import cache
from typing import Any

from dekkend.formats.places import formats_folder
from dekkend.formats.yamlfile import parse

Bank = dict[str, Any]
EXAMPLES = formats_folder().parent / "examples"


@cache
def bank() -> Bank:
    """The bank of sentences. Read only: everybody shares it."""
    path = EXAMPLES / "demo" / "bank.yml"
    file, faults = parse(path.name, path.read_text(encoding="utf-8"))
    if file is None:
        raise ValueError("\n".join(map(str, faults)))
    data: Bank = file.data
    return data
