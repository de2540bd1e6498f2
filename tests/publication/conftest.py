from pathlib import Path
from typing import Any

import pytest

from dekkend.profile.models import Profile
from tests.publication.walking import adopt, content_of_example, open_to_all
from tests.world import World


@pytest.fixture(autouse=True)
def _files_aside(settings: Any, tmp_path: Path) -> None:
    """Papers of a test go to a folder of that test."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def adopted(world: World) -> Profile:
    """The first school's profile, full and adopted, with something in the place of its papers."""
    return adopt(world, world.profile, content_of_example())


@pytest.fixture
def published(world: World, adopted: Profile) -> Profile:
    return open_to_all(world, adopted)


@pytest.fixture
def printed(world: World) -> Profile:
    """Published with its real papers."""
    return open_to_all(world, adopt(world, world.profile, content_of_example(), papers="real"))
