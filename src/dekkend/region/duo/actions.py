from __future__ import annotations

from dataclasses import asdict

from django.db import transaction

from dekkend.audit.actions import Actor, record
from dekkend.region.actions import let_in
from dekkend.region.models import Alliance, Board, PupilCount, School

from .changes import COMPARED, OURS, Changes
from .rows import SchoolRow


@transaction.atomic
def apply(alliance: Alliance, changes: Changes, *, actor: Actor) -> None:
    """Do what was shown. A school that is gone keeps its profiles; it is only marked.

    One query for each new board; schools go by the hundred.
    """
    comes = bool(changes.new) or any(change.school.is_gone for change in changes.changed)
    boards = {board.code: board for board in alliance.boards.all()}
    new = []
    for row in changes.new:
        told = asdict(row)
        fields = {name: told[name] for name in (*COMPARED, *OURS)}
        new.append(
            School(alliance=alliance, board=board_of(alliance, boards, row), brin6=row.brin6, **fields)
        )
    School.objects.bulk_create(new)
    for change in changes.changed:
        told = asdict(change.row)
        for name in COMPARED:
            setattr(change.school, name, told[name])
        change.school.board = board_of(alliance, boards, change.row)
        change.school.is_gone = False
    School.objects.bulk_update(
        [change.school for change in changes.changed], [*COMPARED, "board", "is_gone"], batch_size=100
    )
    School.objects.filter(pk__in=[school.pk for school in changes.gone]).update(is_gone=True)
    record(
        "import_schools",
        actor=actor,
        place=alliance.place,
        data={
            "summary": changes.summary(),
            "new": [row.brin6 for row in changes.new],
            "changed": {change.school.brin6: change.fields for change in changes.changed},
            "gone": [school.brin6 for school in changes.gone],
        },
    )
    if comes:
        let_in(alliance, actor=actor)


def board_of(alliance: Alliance, boards: dict[str, Board], row: SchoolRow) -> Board:
    if row.board not in boards:
        boards[row.board] = Board.objects.create(alliance=alliance, code=row.board)
    return boards[row.board]


@transaction.atomic
def apply_pupils(alliance: Alliance, counts: dict[str, dict[int, int | None]], *, actor: Actor) -> int:
    """Note the counts of the last five years in the file; the number of schools that got one."""
    last = max((year for years in counts.values() for year in years), default=0)
    rows = [
        PupilCount(school=school, year=year, pupils=pupils)
        for school in alliance.schools.all()
        for year, pupils in counts.get(school.brin6, {}).items()
        if year > last - 5
    ]
    PupilCount.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["school", "year"], update_fields=["pupils"]
    )
    schools = len({row.school_id for row in rows})
    record("import_pupils", actor=actor, place=alliance.place, data={"schools": schools, "until": last})
    return schools
