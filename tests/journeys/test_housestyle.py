"""A look of one's own with a Word file under it: refused, chosen, looked at, used, and taken away again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse

from dekkend.region.housestyle.queries import style_of
from tests.documents.bases import letterhead
from tests.kit.logos import logo
from tests.world import World

pytestmark = pytest.mark.journey


def test_word_file_from_refusal_to_use(world: World, visit: Any, tmp_path: Path) -> None:
    where = reverse("house_style", args=["school", world.school.pk])
    sent = {"logo.png": logo(), "slecht.docm": letterhead(main="document.macroEnabled.main")}
    styles = {"goed.dotx": letterhead()}
    for name, data in (sent | styles).items():
        (tmp_path / name).write_bytes(data)
    hanna = visit(world.head)
    tab = hanna.open(where)
    hanna.look()
    tab.get_by_label("Logo (hoeft niet)").set_input_files(tmp_path / "logo.png")
    tab.get_by_label("Eerste kleur").fill("#8c1d40")
    tab.get_by_label("Eigen Word-bestand").set_input_files(tmp_path / "slecht.docm")
    tab.get_by_role("button", name="Laat zien hoe het wordt").click()
    assert tab.get_by_text("zonder macro’s").count() == 2  # above, and at the field
    assert tab.get_by_label("Eerste kleur").input_value() == "#8c1d40"
    hanna.faults.clear()  # the console names the answer 422
    hanna.look()
    tab.get_by_label("Eigen Word-bestand").set_input_files(tmp_path / "goed.dotx")
    tab.get_by_role("button", name="Laat zien hoe het wordt").click()
    tab.get_by_role("heading", name="Jullie Word-bestand").wait_for()
    hanna.look()
    tab.get_by_role("button", name="Neem deze huisstijl in gebruik").click()
    tab.get_by_role("heading", name="Het Word-bestand").wait_for()
    hanna.look()
    hanna.look_large()
    tab.get_by_role("button", name="Haal het Word-bestand weg").click()
    tab.get_by_text("Het Word-bestand is weg.").wait_for()
    now = style_of(world.school)
    assert now is not None
    assert now.logo
    assert not now.base
