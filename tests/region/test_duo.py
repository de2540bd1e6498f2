from pathlib import Path

import pytest

from dekkend.audit.actions import SYSTEM
from dekkend.audit.models import Event
from dekkend.region.commands import import_duo
from dekkend.region.duo.actions import apply, apply_pupils
from dekkend.region.duo.changes import compare
from dekkend.region.duo.rows import BadFile, place_name, read_pupils, read_schools
from dekkend.region.models import Alliance, PupilCount, School

DATA = Path(__file__).parents[2] / "src/dekkend/desk/demo/data"
SCHOOLS = (DATA / "duo-scholen-almere-2026-08.csv").read_bytes()
PUPILS = (DATA / "duo-leerlingen-almere-2021-2025.csv").read_bytes()


@pytest.fixture
def alliance(db: None) -> Alliance:
    return Alliance.objects.create(slug="almere", name="Almere")


def test_import_brings_all_locations_under_their_boards(alliance: Alliance) -> None:
    apply(alliance, compare(alliance, read_schools(SCHOOLS, "ALMERE")), actor=SYSTEM)

    assert (alliance.schools.count(), alliance.boards.count()) == (75, 9)
    assert alliance.boards.get(code="41676").schools.count() == 40
    assert School.objects.get(brin6="23FD01").denomination == "Hindoeïstisch"


def test_import_again_changes_nothing(alliance: Alliance) -> None:
    rows = read_schools(SCHOOLS, "ALMERE")
    apply(alliance, compare(alliance, rows), actor=SYSTEM)

    again = compare(alliance, rows)

    assert again.is_empty
    assert again.same == 75


def test_import_says_what_changed_and_what_is_gone(alliance: Alliance) -> None:
    rows = read_schools(SCHOOLS, "ALMERE")
    apply(alliance, compare(alliance, rows), actor=SYSTEM)
    School.objects.filter(brin6=rows[0].brin6).update(name="Oude naam")

    changes = compare(alliance, rows[:-1])

    assert [change.fields["name"] for change in changes.changed] == [("Oude naam", rows[0].name)]
    assert [school.brin6 for school in changes.gone] == [rows[-1].brin6]
    apply(alliance, changes, actor=SYSTEM)
    assert School.objects.get(brin6=rows[-1].brin6).is_gone


def test_a_school_added_by_hand_is_never_gone(alliance: Alliance) -> None:
    rows = read_schools(SCHOOLS, "ALMERE")
    apply(alliance, compare(alliance, rows), actor=SYSTEM)
    board = alliance.boards.first()
    School.objects.create(alliance=alliance, board=board, brin6="15SJ00", name="De Watertuin", kind="sbo")

    assert compare(alliance, rows).gone == []


def test_a_phone_that_the_school_corrected_stays(alliance: Alliance) -> None:
    rows = read_schools(SCHOOLS, "ALMERE")
    apply(alliance, compare(alliance, rows), actor=SYSTEM)
    School.objects.filter(brin6=rows[0].brin6).update(phone="036-1234567")

    assert compare(alliance, rows).is_empty


def test_a_school_of_another_samenwerkingsverband_is_left_alone(alliance: Alliance) -> None:
    rows = read_schools(SCHOOLS, "ALMERE")
    apply(alliance, compare(alliance, rows), actor=SYSTEM)
    other = Alliance.objects.create(slug="ander", name="Ander")

    changes = compare(other, rows)

    assert len(changes.elsewhere) == 75
    assert changes.is_empty


def test_small_numbers_of_pupils_are_unknown_not_zero(alliance: Alliance) -> None:
    apply(alliance, compare(alliance, read_schools(SCHOOLS, "ALMERE")), actor=SYSTEM)
    brin6 = School.objects.first().brin6
    raw = f"VESTIGINGSCODE;GEMEENTENAAM_VESTIGING;LEERLINGEN_2024;LEERLINGEN_2025\n{brin6};ALMERE;;<5\n".encode()

    apply_pupils(alliance, read_pupils(raw), actor=SYSTEM)

    assert PupilCount.objects.get().pupils is None


def test_pupils_of_almere_add_up(alliance: Alliance) -> None:
    apply(alliance, compare(alliance, read_schools(SCHOOLS, "ALMERE")), actor=SYSTEM)

    apply_pupils(alliance, read_pupils(PUPILS), actor=SYSTEM)

    counts = PupilCount.objects.filter(year=2025, pupils__isnull=False).values_list("pupils", flat=True)
    assert sum(counts) == 20724


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"NAAM;PLAATS\nx;y\n", "ontbreekt de kolom"),
        (b"\0\0\0", "geen tekstbestand"),
        (SCHOOLS.replace(b"23FD01", b"23FD0X"), "geen vestigingscode"),
    ],
)
def test_a_wrong_file_says_what_to_do(raw: bytes, says: str) -> None:
    with pytest.raises(BadFile, match=says):
        read_schools(raw)


def test_a_gemeente_without_schools_is_said() -> None:
    with pytest.raises(BadFile, match="geen school in Atlantis"):
        read_schools(SCHOOLS, "Atlantis")


def test_dry_run_changes_nothing(alliance: Alliance) -> None:
    said: list[str] = []

    code = import_duo(
        DATA / "duo-scholen-almere-2026-08.csv",
        gemeente="ALMERE", alliance="", pupils=None, dry_run=True, echo=said.append,
    )  # fmt: skip

    assert (code, School.objects.count(), Event.objects.count()) == (0, 0, 0)
    assert said[0].startswith("75 nieuw")


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("ALMERE", "Almere"),
        ("'S-GRAVENHAGE", "'s-Gravenhage"),
        ("CAPELLE AAN DEN IJSSEL", "Capelle aan den IJssel"),
    ],
)
def test_place_names_read_as_written(capitals: str, name: str) -> None:
    assert place_name(capitals) == name
