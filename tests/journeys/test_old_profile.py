"""An old profile in a real browser: the file, the passages beside the new profile, taken over and back."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.profile.reading.oldprofiles import REAL, as_pdf
from tests.world import World

pytestmark = pytest.mark.journey


def test_old_profile_is_taken_over_piece_by_piece(world: World, visit: Any, tmp_path: Path) -> None:
    file = tmp_path / "sop-2019.pdf"
    file.write_bytes(as_pdf(REAL))
    visitor = visit(world.coordinator)
    page = visitor.open(f"/profielen/{world.profile.pk}/oud-profiel/")
    visitor.look()
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Lees het bestand").click()
    page.wait_for_selector(".old__line")
    visitor.look()
    page.get_by_role("button", name=re.compile("Neem over.*Het zorgteam")).click()
    page.wait_for_selector(".old__line--taken")
    assert page.locator(".old__line--taken:target").count() == 1
    page.get_by_role("button", name=re.compile("Sla over.*Twee keer per jaar")).click()
    page.wait_for_selector(".old__line--skipped")
    # One goes on from there by key: to the button of the next passage, and back.
    page.wait_for_function("document.activeElement.matches('.old__line--skipped [data-next]')")
    page.keyboard.press("n")
    there = page.evaluate("document.activeElement.closest('.old__line').id")
    page.keyboard.press("n")
    page.keyboard.press("p")
    assert page.evaluate("document.activeElement.closest('.old__line').id") == there
    visitor.look()
    page.get_by_label("Welke stukken?").select_option("geen")
    page.get_by_label("Alleen wat nog te bekijken is").check()
    page.get_by_role("button", name="Laat zien").click()
    page.wait_for_url("**deel=geen**")
    assert page.locator(".old__target:not(.old__target--none)").count() == 0
    visitor.look()
    page.get_by_role("link", name=re.compile("Kies een plek.*Vastgesteld")).click()
    page.wait_for_selector("select")
    visitor.look()
    assert visitor.faults == []
