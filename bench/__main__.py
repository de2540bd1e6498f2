"""Runs the parts that are named, prints a table, and keeps the figures in var/bench.json."""

from __future__ import annotations

import json
import os
import sys
from importlib import import_module
from pathlib import Path

import django

PARTS = ("start", "papers", "advice", "pages", "overview", "letters", "writers", "phones", "hard")
RESULT = Path(__file__).parents[1] / "var" / "bench.json"


def main(names: list[str]) -> int:
    if wrong := [name for name in names if name not in PARTS]:
        print(f"Onbekend deel: {wrong[0]}. Kies uit {', '.join(PARTS)}.")
        return 1
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dekkend.settings")
    os.environ.setdefault("DEKKEND_WITHOUT_SERVER", "1")
    django.setup()
    from bench.figures import table

    figures = []
    for name in names or PARTS:
        print(f"meten: {name} ...", flush=True)
        figures += import_module(f"bench.{name}").measure()
    print(table(figures))
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps([vars(figure) for figure in figures], ensure_ascii=False, indent=1))
    print(f"Ook in {RESULT.relative_to(RESULT.parents[1])}.")
    return 0


sys.exit(main(sys.argv[1:]))
