"""`same_as` that leads nowhere: said when the format is checked and when it is loaded."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dekkend.formats.actions import load_format
from dekkend.formats.commands import check
from dekkend.formats.faults import FaultsFound
from dekkend.formats.models import FormatVersion
from dekkend.formats.queries import get_format
from tests.formats.texts import ALMERE, NEWER, OTHER, planted

NAMED = "anders/2030.1#klas_tempo"
GONE = {
    "anders/2030.1#klas_temp": "noemt een onderdeel dat er niet is in anders/2030.1. Verander het in “klas_tempo”.",
    "anders/2029.1#klas_tempo": "noemt een versie die er niet is: anders/2029.1.",
    "nergens/2030.1#klas_tempo": "noemt een versie die er niet is: nergens/2030.1.",
}


def laid(tmp_path: Path, told: str) -> tuple[Path, int]:
    """The newer version with another forebear, in a folder beside the older one; and the line where it stands."""
    texts, line = planted("checklist.yml", NAMED, told, folder=NEWER)
    shutil.copytree(OTHER, tmp_path / "anders" / "2030.1")
    folder = tmp_path / "anders" / "2031.1"
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder, line


@pytest.mark.parametrize("told", GONE)
def test_a_forebear_that_is_not_there_is_a_fault(db: None, tmp_path: Path, told: str) -> None:
    folder, line = laid(tmp_path, told)
    lines: list[str] = []

    assert check(folder, lines.append) == 1

    assert lines[0].startswith(f"checklist.yml, regel {line}: “{told}” {GONE[told]}")
    assert lines[1:] == ["1 fout gevonden."]


def test_a_forebear_is_found_beside_the_folder_or_among_what_is_known(db: None, tmp_path: Path) -> None:
    """The older version of this test is not loaded; that of Almere comes with Dekkend."""
    lines: list[str] = []

    assert check(laid(tmp_path, NAMED)[0], lines.append) == 0
    assert check(laid(tmp_path / "too", "almere-po/2026.1#AAN-3")[0], lines.append) == 0


def test_what_goes_on_with_nothing_is_not_loaded(db: None, tmp_path: Path) -> None:
    """Once loaded it could not be mended any more. The version that it names is loaded first."""
    get_format.cache_clear()  # of another test, whose rows are gone
    with pytest.raises(FaultsFound, match="noemt een versie die er niet is"):
        load_format(NEWER)
    load_format(OTHER)
    texts, _ = planted("checklist.yml", NAMED, "anders/2030.1#klas_temp", folder=NEWER)
    with pytest.raises(FaultsFound, match="noemt een onderdeel dat er niet is"):
        load_format(texts)
    assert FormatVersion.objects.count() == 1

    load_format(NEWER)
    load_format(ALMERE)

    assert FormatVersion.objects.count() == 3
