from collections.abc import Iterator

import pytest

from dekkend.formats.actions import load_format
from tests.profile.version.moving.moved import FOLDERS, OLD, filled, known_formats
from tests.world import World, build


@pytest.fixture
def half_way(db: None) -> Iterator[World]:
    """A school that answered in the other format; its next version is loaded."""
    known_formats()
    for folder in FOLDERS:
        load_format(folder)
    world = build(OLD)
    world.profile = filled(world)
    yield world
    known_formats()
