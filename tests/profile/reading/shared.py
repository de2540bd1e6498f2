"""What the tests of taking over share: a reading of three passages with a heading."""

from __future__ import annotations

from datetime import date

from dekkend.profile.base.models import Profile
from dekkend.profile.models import OldPassage, Reading
from dekkend.profile.reading import actions
from dekkend.profile.reading.file import Passage
from tests.world import World

DAY = date(2027, 3, 1)
EXTRA = ("Extra ondersteuning",)
PASSAGES = [
    Passage("heading", "Visie op passend onderwijs", 3, 1),
    Passage("paragraph", "Wij zoeken met ouders naar een passende plek.", 4, path=("Visie op passend onderwijs",)),
    Passage("cell", "Vier keer per week leest een kind met hulp.", 5, path=EXTRA, labels=("Dyslexie", "Begeleiding")),
    Passage("paragraph", "Ons gebouw heeft geen lift.", 6, path=("Grenzen",)),
    Passage("paragraph", "In 2026 leert het team over gedrag.", 7, path=("Ambities",)),
    Passage("paragraph", "Wij hebben een taalklas voor de wijk.", 7, path=("Specialisaties",)),
    Passage("paragraph", "Bel mevrouw A. de Wit op 036 123 45 67.", 8, path=("Visie op passend onderwijs",)),
    Passage("paragraph", "De rest van dit stuk zegt niets.", 9),
]  # fmt: skip
TEXT, CELL, LIMIT, GOAL, SPECIAL, PERSON, LOOSE = range(2, 9)


def kept(world: World, passages: list[Passage] | None = None) -> Reading:
    return actions.keep(world.profile, "sop-2023.docx", passages or PASSAGES, on=DAY, actor=world.head)


def passage(profile: Profile, position: int) -> OldPassage:
    return OldPassage.objects.get(reading__profile=profile, position=position)
