"""A file that looks like a back-up: a sentence, exit 1, and an empty database as before."""

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from dekkend.accounts.models import User
from dekkend.kit import backup

USER = (
    '[{"model": "accounts.user", "pk": 1, "fields": {"email": "a@b.nl", "name": "x", "password": "x"}}, %s]'
)
ROWS = [
    "{}",
    "null",
    "",
    '["a"]',
    "[" * 100_000,
    USER % '{"model": "x.y", "pk": 1, "fields": {}}',
    USER % '{"model": "accounts.user", "pk": 2, "fields": {"nope": 1}}',
    USER % '{"model": "accounts.user", "pk": 2, "fields": {"email": "c@d.nl", "date_joined": "gisteren"}}',
    USER
    % '{"model": "accounts.user", "pk": 99999999999999999999, "fields": {"email": "c@d.nl", "password": "x"}}',
    USER % '{"model": "accounts.user", "pk": 2, "fields": {"email": "a@b.nl", "password": "x"}}',
]


def packed(target: Path, rows: str, about: Any) -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("rows.json", rows)
        archive.writestr("about.json", json.dumps(about))
        archive.writestr("files/papers/x", "niet bewaren")
    return target


@pytest.mark.parametrize("rows", ROWS)
def test_broken_rows_leave_nothing_behind(db: None, tmp_path: Path, settings: Any, rows: str) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    said: list[str] = []
    source = packed(tmp_path / "b.zip", rows, {"dekkend": 1, "migrations": backup.migrations()})

    assert backup.read(source, said.append) == 1
    assert said
    assert not User.objects.exists()
    assert not (tmp_path / "files").exists()


@pytest.mark.parametrize("about", [[], 5, None, {"migrations": 5}, {}])
def test_a_file_that_says_nothing_of_itself_is_refused(db: None, tmp_path: Path, about: Any) -> None:
    said: list[str] = []

    assert backup.read(packed(tmp_path / "b.zip", "[]", about), said.append) == 1
    assert said


def test_half_a_file_is_refused(db: None, tmp_path: Path) -> None:
    source = packed(tmp_path / "b.zip", "[]" * 5_000, {"migrations": backup.migrations()})
    source.write_bytes(source.read_bytes()[: source.stat().st_size // 2])

    assert backup.read(source, [].append) == 1
