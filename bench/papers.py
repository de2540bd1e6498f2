"""The SOP as PDF, DOCX and ODT: the first one of a process, and after that."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from bench.figures import Figure, milliseconds

EXAMPLE = Path(__file__).parents[1] / "examples" / "de-leesplank.yml"
AIMS = {"pdf": 100, "docx": 150, "odt": 150}
ONCE = """
import time, django; django.setup()
from bench.papers import sop
from dekkend.documents.papers import render
document = sop()
begin = time.perf_counter(); render(document, {form!r}); print((time.perf_counter() - begin) * 1000)
"""


def sop() -> object:
    import yaml

    from dekkend.formats.queries import get_format
    from dekkend.profile.version.decisions import Decisions
    from dekkend.profile.version.papers.sop import sop as make

    content = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))
    return make(content, get_format(content["format"]), Decisions(version=1, status="concept"))


def measure() -> list[Figure]:
    import django

    django.setup()
    from dekkend.documents.papers import render

    document = sop()
    figures = []
    for form, aim in AIMS.items():
        cold = subprocess.run(
            [sys.executable, "-c", ONCE.format(form=form)], capture_output=True, text=True, check=True
        )
        figures.append(Figure(f"SOP als {form}: eerste in een proces", float(cold.stdout.split()[-1]), "ms"))
        figures.append(
            Figure(
                f"SOP als {form}: daarna", milliseconds(lambda form=form: render(document, form)), "ms", aim
            )
        )
    begin = time.perf_counter()
    for _ in range(10):
        render(document, "pdf")
    figures.append(Figure("SOP als pdf: per seconde, één draad", 10 / (time.perf_counter() - begin), "/s"))
    return figures
