from dekkend.formats.commands import check, load
from dekkend.formats.models import FormatVersion
from tests.formats.texts import ALMERE, OTHER


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
