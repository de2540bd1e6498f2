import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from dekkend.kit import backup
from dekkend.region.models import School
from tests.world import World


@pytest.fixture
def files(tmp_path: Path, settings: Any) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    (settings.MEDIA_ROOT / "papers").mkdir(parents=True)
    (settings.MEDIA_ROOT / "papers" / "a").write_bytes(b"papier")
    return settings.MEDIA_ROOT


@pytest.mark.django_db(transaction=True)
def test_backup_comes_back_whole(tmp_path: Path, files: Path) -> None:
    from tests.world import build

    build()
    said: list[str] = []
    assert backup.write(tmp_path / "kopie.zip", said.append) == 0
    call_command("flush", interactive=False, verbosity=0)
    (files / "papers" / "a").unlink()

    assert backup.read(tmp_path / "kopie.zip", said.append) == 0

    assert School.objects.get(brin6="99XA00").name == "De Leesplank"
    assert (files / "papers" / "a").read_bytes() == b"papier"
    assert get_user_model().objects.count() == 11


def test_restore_does_not_touch_a_database_with_people(world: World, tmp_path: Path, files: Path) -> None:
    said: list[str] = []
    backup.write(tmp_path / "kopie.zip", said.append)

    assert backup.read(tmp_path / "kopie.zip", said.append) == 1

    assert "staat al iets" in said[-1]


def test_backup_does_not_overwrite(world: World, tmp_path: Path, files: Path) -> None:
    (tmp_path / "kopie.zip").write_text("hier staat al wat")

    assert backup.write(tmp_path / "kopie.zip", lambda line: None) == 1

    assert (tmp_path / "kopie.zip").read_text() == "hier staat al wat"


def test_restore_refuses_what_is_no_backup(db: None, tmp_path: Path) -> None:
    (tmp_path / "iets.zip").write_bytes(b"geen zip")
    said: list[str] = []

    assert backup.read(tmp_path / "iets.zip", said.append) == 1

    assert "geen bruikbare back-up" in said[0]


def test_restore_writes_nothing_outside_its_folder(db: None, tmp_path: Path, files: Path) -> None:
    with zipfile.ZipFile(tmp_path / "kwaad.zip", "w") as archive:
        archive.writestr("about.json", json.dumps({"migrations": backup.migrations()}))
        archive.writestr("rows.json", "[]")
        archive.writestr("files/../../buiten", "x")

    assert backup.read(tmp_path / "kwaad.zip", lambda line: None) == 1

    assert not (tmp_path / "buiten").exists()
