from pathlib import Path

from dekkend.formats.commands import check, compare, load
from dekkend.formats.models import FormatVersion
from tests.formats.texts import ALMERE, NEWER, OTHER


def test_check_says_that_a_format_is_in_order():
    lines: list[str] = []
    assert check(ALMERE, lines.append) == 0
    assert lines == ["almere-po/2026.1 is in orde: 13 vragen, 59 onderdelen."]


def test_check_says_every_fault_and_fails(tmp_path):
    for path in OTHER.iterdir():
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace("kind: pupils", "kind: pupil"), encoding="utf-8")
    lines: list[str] = []
    assert check(tmp_path, lines.append) == 1
    assert lines == [
        "guide.yml, regel 5: Bij “kind”: “pupil” is hier geen mogelijkheid. Verander het in “pupils”.",
        "1 fout gevonden.",
    ]


def test_load_stores_the_format(db):
    lines: list[str] = []
    assert load(OTHER, lines.append) == 0
    assert lines == ["anders/2030.1 is geladen: 3 vragen, 7 onderdelen."]
    assert FormatVersion.objects.get().ref == "anders/2030.1"


def test_load_of_a_folder_that_is_not_there_fails(db, tmp_path):
    lines: list[str] = []
    assert load(tmp_path / "weg", lines.append) == 1
    assert lines[-1] == "1 fout gevonden."
    assert not FormatVersion.objects.exists()


def test_compare_says_what_a_new_version_changes():
    lines: list[str] = []
    assert compare(OTHER, NEWER, lines.append) == 0
    assert lines[0] == "Van anders/2030.1 naar anders/2031.1."
    assert lines[1] == (
        "Onderdelen: 1 zoals het was, 1 andere plaats, 1 anders verwoord, 2 gesplitst, 1 samengevoegd, "
        "1 vervalt, 1 nieuw."
    )
    assert "  vervalt: Aa Elk kind weet waaraan het werkt." in lines
    assert "  andere plaats: Ba Het plein is voor iedereen. -> Cb Het plein is voor iedereen." in lines
    assert "  anders verwoord: kolom Waarmee? -> Met wat?" in lines


def test_compare_with_a_format_that_is_not_there_fails(db):
    lines: list[str] = []
    assert compare(OTHER, Path("geen/2001.1"), lines.append) == 1
    assert "niet bekend" in lines[0]


def test_compare_takes_the_name_of_a_known_format():
    lines: list[str] = []
    assert compare(Path("almere-po/2026.1"), ALMERE, lines.append) == 0
    assert lines[-1] == "Verder verandert er niets."
