"""What an import would change: first shown, then done, and repeatable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from dekkend.region.models import Alliance, School

from .rows import SchoolRow

# Corrected by people in Dekkend: an import fills them once and leaves them alone after.
OURS = ("phone",)
COMPARED = ("name", "street", "postcode", "city", "denomination", "website")
LABELS = {
    "name": "naam",
    "street": "straat",
    "postcode": "postcode",
    "city": "plaats",
    "denomination": "denominatie",
    "website": "website",
    "board": "bestuur",
    "is_gone": "staat weer in het bestand",
}


@dataclass(frozen=True)
class Change:
    school: School
    row: SchoolRow
    fields: dict[str, tuple[str, str]]  # field -> (is, becomes)

    @property
    def told(self) -> list[str]:
        return [
            f"{LABELS[name]}: {old or 'leeg'} wordt {new or 'leeg'}"
            for name, (old, new) in self.fields.items()
        ]


@dataclass
class Changes:
    new: list[SchoolRow] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    gone: list[School] = field(default_factory=list)
    elsewhere: list[SchoolRow] = field(default_factory=list)  # already with another samenwerkingsverband
    same: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.changed or self.gone)

    def summary(self) -> str:
        return (
            f"{len(self.new)} nieuw, {len(self.changed)} gewijzigd, "
            f"{len(self.gone)} niet meer in het bestand, {self.same} gelijk"
        )


def compare(alliance: Alliance, rows: Iterable[SchoolRow], *, gemeente: str = "") -> Changes:
    """Two queries. Schools added by hand (sbo, so) are in no file of DUO and never "gone"."""
    known = {school.brin6: school for school in School.objects.select_related("board", "alliance")}
    changes = Changes()
    seen = set()
    for row in rows:
        seen.add(row.brin6)
        school = known.get(row.brin6)
        if school is None:
            changes.new.append(row)
        elif school.alliance_id != alliance.pk:
            changes.elsewhere.append(row)
        elif fields := differences(school, row):
            changes.changed.append(Change(school, row, fields))
        else:
            changes.same += 1
    changes.gone = [
        school
        for school in known.values()
        if school.alliance_id == alliance.pk
        and school.kind == School.Kind.BO
        and not school.is_gone
        and school.brin6 not in seen
        and (not gemeente or school.city.casefold() == gemeente.casefold())
    ]
    return changes


def differences(school: School, row: SchoolRow) -> dict[str, tuple[str, str]]:
    told = asdict(row)
    found = {
        name: (getattr(school, name), told[name]) for name in COMPARED if getattr(school, name) != told[name]
    }
    if school.board.code != row.board:
        found["board"] = (str(school.board), f"bestuur {row.board}")
    if school.is_gone:
        found["is_gone"] = ("nee", "ja")
    return found
