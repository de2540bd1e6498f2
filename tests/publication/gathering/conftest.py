from pathlib import Path
from typing import Any

import pytest

from dekkend.profile.models import Profile
from tests.publication.walking import adopt, content_of_example
from tests.remembered import remembered
from tests.world import World


@pytest.fixture(autouse=True)
def _files_aside(settings: Any, tmp_path: Path) -> None:
    """Papers and zips of a test go to folders of that test."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.GATHERED = tmp_path / "gathered"


@pytest.fixture
def two(world: World) -> list[Profile]:
    """Two of the three schools have an adopted profile, with something in the place of its papers."""
    return [adopt(world, profile, content_of_example()) for profile in (world.profile, second_of(world))]


@remembered
def second_of(world: World) -> Profile:
    return Profile.objects.create(school=world.schools[1], round=world.round)
