from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from dekkend.kit.zipped import checked, pack

DAY = date(2027, 8, 1)


def folder(place: Path) -> Path:
    (place / "in/99XA00-school").mkdir(parents=True)
    (place / "in/99XA00-school/sop.txt").write_text("een")
    (place / "in/index.csv").write_text("twee")
    (place / "in/.geheim").write_text("blijft hier")
    return place / "in"


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    made = folder(tmp_path)

    sizes = [pack(made, tmp_path / name, top="papieren", on=DAY) for name in ("one.zip", "two.zip")]

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert sizes[0] == (tmp_path / "one.zip").stat().st_size
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "one.zip", "two.zip"]


def test_everything_lies_in_one_folder_and_what_is_hidden_stays(tmp_path: Path) -> None:
    pack(folder(tmp_path), tmp_path / "one.zip", top="papieren", on=DAY)

    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.namelist() == ["papieren/99XA00-school/sop.txt", "papieren/index.csv"]
        assert {info.date_time[:3] for info in archive.infolist()} == {(2027, 8, 1)}
        assert archive.read("papieren/index.csv") == b"twee"


def test_a_link_that_leads_out_of_the_folder_stays_behind(tmp_path: Path) -> None:
    made = folder(tmp_path)
    (tmp_path / "secret").write_text("geheim")
    (made / "link.txt").symlink_to(tmp_path / "secret")

    pack(made, tmp_path / "one.zip", top="papieren", on=DAY)

    assert "papieren/link.txt" not in zipfile.ZipFile(tmp_path / "one.zip").namelist()


@pytest.mark.parametrize(
    "name", ["a/../b", "/etc/passwd", "a b", "a/con.txt", "NUL", "a.", "a:b", "a\\b", "é", "x" * 200, "-/.x"]
)
def test_a_name_that_some_computer_cannot_take_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="zip"):
        checked(name)


@pytest.mark.parametrize(
    "name", ["papieren-2027-2028/99XA00-de-leesplank/niet-openbaar/a.docx", "index.html"]
)
def test_our_own_names_go_everywhere(name: str) -> None:
    assert checked(name) == name
