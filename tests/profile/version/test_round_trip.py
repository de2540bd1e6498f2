"""A file with answers becomes a profile, the profile becomes a file, and both give the same papers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dekkend.adoption.actions import tell_pupils
from dekkend.audit.actions import SYSTEM
from dekkend.cli import main
from dekkend.profile.version.content import read
from dekkend.profile.version.fill import fill
from dekkend.profile.version.make import render
from dekkend.region.models import PupilCount
from tests.world import World

from .files import EXAMPLES, leesplank

pytestmark = pytest.mark.one_database

Capture = pytest.CaptureFixture[str]


def settle(world: World, content: dict[str, Any]) -> None:
    """What a profile does not hold itself: the region knows the school, the board of the region its provisions."""
    told, alliance, school = content["school"], content["alliance"], world.school
    change(school.board, name=told["board"])
    change(school.area, name=told["area"])
    change(school.area.district, name=told["district"])
    change(world.alliance, **alliance)
    names = (
        "name",
        "brin6",
        "kind",
        "street",
        "postcode",
        "city",
        "denomination",
        "phone",
        "email",
        "website",
    )
    change(school, phone_confirmed=True, **{name: told[name] for name in names})
    PupilCount.objects.update_or_create(
        school=school, year=told["pupils_on"], defaults={"pupils": told["pupils"]}
    )
    catalogue, own = content["catalogue"], world.round.catalogue
    change(
        own,
        **{name: catalogue[name] for name in ("version", "plan", "consent_on")},
        is_example=catalogue["example"],
    )
    own.provisions.all().delete()
    for position, each in enumerate(content["provisions"]):
        own.provisions.create(key=each["id"], title=each["title"], text=each["text"], position=position)


def change(row: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def export(capsys: Capture, brin6: str) -> str:
    with pytest.raises(SystemExit) as left:
        main(["profile", "export", brin6])
    assert left.value.code == 0
    return capsys.readouterr().out


@pytest.fixture
def exported(world: World, capsys: Capture, tmp_path: Path) -> Path:
    content = leesplank()
    settle(world, content)
    fill(world.profile, content, actor=SYSTEM)
    tell_pupils(world.profile, actor=world.coordinator, changes=content["pupils"], base=0)
    path = tmp_path / "uit.yml"
    path.write_text(export(capsys, content["school"]["brin6"]), encoding="utf-8")
    return path


@pytest.mark.parametrize("paper", ["checklist.txt", "sop.txt", "schoolgids.txt"])
def test_the_exported_file_gives_the_same_paper(exported: Path, paper: str) -> None:
    before, after = render(*read(EXAMPLES / "de-leesplank.yml")), render(*read(exported))
    assert after[paper].decode().splitlines() == before[paper].decode().splitlines()
