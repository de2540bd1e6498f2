"""Who can be chosen in the demonstration. Invented people at real schools, in the demonstration only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Player:
    key: str
    name: str
    role: str
    at: str  # "first", "second", "third" (schools), "board", "alliance"
    what: str  # what this person can do here
    function: str = ""
    called: str = ""  # where the key does not say it

    @property
    def title(self) -> str:
        return self.called or self.key.replace("-", " ").capitalize()


# The first school is in the middle of its dialogue, the second waits for its council, the third begins a new year.
PLAYERS = (
    Player(
        "intern-begeleider",
        "Iris van Dam",
        "coordinator",
        "first",
        "vult de checklist in, leidt het gesprek en schrijft het profiel",
    ),
    Player("directeur", "Hamza Bakker", "head", "first", "dient het profiel in en publiceert het"),
    Player(
        "teamlid",
        "Tess de Wit",
        "staff",
        "first",
        "vult een eigen exemplaar van de checklist in",
        "Leerkracht groep 5",
    ),
    Player(
        "nieuw-jaar",
        "Ilse Smits",
        "coordinator",
        "third",
        "begint aan de checklist, met het antwoord van vorig jaar ernaast",
        called="Intern begeleider, nieuw jaar",
    ),
    Player("mr", "Maria Jansen", "council", "second", "leest de versie en geeft advies", called="MR"),
    Player("bestuur", "Bram Visser", "board", "board", "vraagt advies, reageert en stelt vast"),
    Player("begeleider", "Babs Smit", "adviser", "alliance", "ziet waar de scholen zijn op de weg"),
    Player("analist", "Anouk Mulder", "analyst", "alliance", "ziet wat de scholen samen bieden"),
    Player(
        "beheerder", "Bas de Boer", "administrator", "alliance", "beheert scholen, wijken, mensen en rondes"
    ),
)

TEAM = (
    ("Tom Peters", "Leerkracht groep 1 en 2"),
    ("Tirza Kok", "Leerkracht groep 3"),
    ("Tarik Yilmaz", "Leerkracht groep 6"),
    ("Toos Dekker", "Leerkracht groep 8"),
    ("Theo Vos", "Onderwijsassistent"),
)


def address(key: str) -> str:
    return f"{key}@voorbeeld.example"
