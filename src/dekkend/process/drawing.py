"""The table as a page for docs: a drawing of the states, and who may do what. Nobody writes that page by hand."""

from __future__ import annotations

from .roles import TITLES
from .table import Row, table

STATES = {
    "preparing": "In voorbereiding",
    "submitted": "Ingediend",
    "adopted": "Vastgesteld",
    "published": "Gepubliceerd",
}
PLACES = {
    "alliance": "van het samenwerkingsverband",
    "area": "van een school in de wijk",
    "profile": "die op verzoek van de school te gast is",
}
NAMES = {"anyone": "iedereen die is ingelogd", "person": "wie het exemplaar kreeg"}
HEAD = """# Wie mag wat

Deze bladzijde is gemaakt uit `src/dekkend/process/table.md`, de tabel die het programma uitvoert. Verander de tabel,
niet deze bladzijde; `REWRITE_GOLDEN=1 pytest tests/process` schrijft haar opnieuw.

## Van voorbereiding naar publicatie

"""


def page() -> str:
    """The whole of docs/naslag/rechten.md."""
    return f"{HEAD}{drawing()}\n## Elke handeling\n\n{lines(list(table().values()))}"


def drawing() -> str:
    """A state diagram of every act that moves a profile, in Mermaid."""
    arrows = [
        f"    {state} --> {row.to}: {row.title} ({', '.join(roles(row))})"
        for row in table().values()
        if row.to
        for state in row.states
    ]
    names = [f'    state "{name}" as {state}' for state, name in STATES.items()]
    return "\n".join(["```mermaid", "stateDiagram-v2", *names, "    [*] --> preparing", *arrows, "```", ""])


def lines(rows: list[Row]) -> str:
    head = ["| Handeling | In toestand | Wie | Alleen als | In de code |", "|---|---|---|---|---|"]
    body = [
        f"| {row.title} | {states(row)} | {', '.join(roles(row))} | {' en '.join(f'`{name}`' for name in row.needs)} "
        f"| `{row.act}` |"
        for row in rows
    ]
    return "\n".join([*head, *body, ""])


def states(row: Row) -> str:
    return ", ".join(STATES[state].lower() for state in row.states) or "elke"


def roles(row: Row) -> list[str]:
    """ "directeur", and the place only where it is not the school itself."""
    return [role(name, scope) for name, scope in row.who]


def role(name: str, scope: str) -> str:
    title = NAMES.get(name) or TITLES.get(name, name)
    return f"{title} {PLACES[scope]}" if scope in PLACES else title
