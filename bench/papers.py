"""The SOP in every form, first in a process and then each time with other content; and the papers of a whole round."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator

from bench.figures import Figure, milliseconds
from bench.round import measure_round

AIMS = {"pdf": 100, "docx": 150}
TIMES = 20
SEEDS = TIMES + 1  # so many contents; none of them is met twice
ONCE = """
import time, django; django.setup()
from bench.papers import contents, sop
from dekkend.documents.papers import render
content, fmt = next(contents())
begin = time.perf_counter(); render(sop(content, fmt), {form!r}); print((time.perf_counter() - begin) * 1000)
"""


def contents() -> Iterator[tuple[dict[str, object], object]]:
    """Full profiles, each another; with their format."""
    from dekkend.formats.queries import get_format
    from dekkend.profile.version.sample import sample_content
    from tests.world import FORMAT

    fmt = get_format(FORMAT)
    for seed in range(SEEDS):
        school = {"name": f"School {seed}", "brin6": "99XX00"}
        yield sample_content(fmt, seed=seed, school=school), fmt


def sop(content: dict[str, object], fmt: object) -> object:
    from dekkend.profile.version.decisions import Decisions
    from dekkend.profile.version.papers.sop import sop as make

    return make(content, fmt, Decisions(version=1, status="concept"))


def measure() -> list[Figure]:
    import django

    django.setup()
    from dekkend.documents import to_html
    from dekkend.documents.papers import FORMS, render

    figures = []
    for form in FORMS:
        if form in AIMS:
            once = ONCE.format(form=form)
            cold = subprocess.run([sys.executable, "-c", once], capture_output=True, text=True, check=True)
            first = float(cold.stdout.split()[-1])
            figures.append(Figure(f"SOP als {form}: eerste in een proces", first, "ms"))
        took = each(lambda content, fmt, form=form: render(sop(content, fmt), form))
        figures.append(Figure(f"SOP als {form}: daarna, nieuwe inhoud", took, "ms", AIMS.get(form)))
    took = each(lambda content, fmt: to_html.body(sop(content, fmt)))
    figures.append(Figure("SOP als voorbeeld, nieuwe inhoud", took, "ms", 300))
    documents = [sop(content, fmt) for content, fmt in contents()][:10]
    begin = time.perf_counter()
    for document in documents:
        render(document, "pdf")
    took = time.perf_counter() - begin
    figures.append(Figure("SOP als pdf: per seconde, één draad", len(documents) / took, "/s"))
    return figures + measure_round()


def each(work: Callable[..., object]) -> float:
    """The median, from content to bytes; every run has a content of its own, as a writer's next save has."""
    ready = iter(list(contents()))
    return milliseconds(lambda: work(*next(ready)), TIMES)
