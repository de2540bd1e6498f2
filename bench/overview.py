"""The overview of a samenwerkingsverband with 84 schools, and with all 6,122 of the country in one."""

from __future__ import annotations

from bench.databases import kinds
from bench.figures import Figure, milliseconds
from tests.server import Browser, serve
from tests.world import PASSWORD

AIMS = {84: 50, 6122: 300}
PATH = "/samenwerkingsverband/voorbeeld/"
PREPARE = """
from bench.country import fill
fill({schools})
"""


def measure() -> list[Figure]:
    figures = []
    for name, kind in kinds().items():
        for schools, aim in AIMS.items():
            filled = PREPARE.format(schools=schools)
            with kind() as (folder, database), serve(folder, database=database, prepare=filled) as server:  # type: ignore[operator]
                browser = Browser(server.port)
                browser.sign_in("analyst@voorbeeld.example", PASSWORD)
                assert browser.ask("GET", PATH)[0] == 200
                took = milliseconds(lambda b=browser: b.ask("GET", PATH), 10)
                figures.append(Figure(f"overzicht, {name}, {schools} scholen", took, "ms", aim))
    return figures
