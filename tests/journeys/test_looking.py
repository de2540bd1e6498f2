"""The look at a page finds what is wrong, also of a colour it would measure only once."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from tests.world import World

pytestmark = pytest.mark.journey


def test_a_faint_letter_is_found_and_a_right_page_is_let_through(visit: Any) -> None:
    guest = visit(None)
    page = guest.open("/privacy/")
    guest.look()

    page.evaluate("document.querySelector('main p').style.color = '#aaa'")
    with pytest.raises(AssertionError, match="color-contrast"):
        guest.look()

    guest.open("/privacy/")
    guest.look()


def test_a_field_without_a_name_and_what_sticks_out_are_found(visit: Any) -> None:
    guest = visit(None)
    page = guest.open("/code/")
    page.evaluate("document.querySelectorAll('main label').forEach((one) => one.remove())")
    with pytest.raises(AssertionError, match="label"):
        guest.look()

    page = guest.open("/privacy/")
    page.evaluate("document.querySelector('main p').style.width = '40rem'")
    with pytest.raises(AssertionError, match="at 320"):
        guest.look()


def test_what_is_too_small_to_press_is_found(visit: Any) -> None:
    guest = visit(None)
    page = guest.open("/privacy/")
    page.evaluate(
        """for (const name of ["Een", "Twee"]) {
          const small = document.createElement("button");
          Object.assign(small.style, {width: "12px", height: "12px", padding: 0, overflow: "hidden"});
          small.textContent = name;
          document.querySelector("main").append(small);
        }"""
    )
    with pytest.raises(AssertionError, match="target-size"):
        guest.look()


def test_a_leaf_that_is_not_turned_to_stands_where_it_stood(world: World, visit: Any) -> None:
    ina = visit(world.coordinator)
    page = ina.open(reverse("checklist_question", args=[world.profile.pk, "AAN"]))
    leaves = "[...document.querySelectorAll('section.leaf')].map((leaf) => [leaf.hidden, leaf.id])"
    before = page.evaluate(leaves)
    assert len(before) > 10
    assert True in [hidden for hidden, _ in before]

    ina.look()

    assert page.evaluate(leaves) == before


def test_running_text_hyphenates_on_a_phone_and_an_address_in_it_does_not(visit: Any) -> None:
    page = visit(None).open("/privacy/")
    page.evaluate("document.querySelector('.lead').innerHTML = 'Naar <a href=\"/\">het-adres.example</a>'")
    how = "['.lead', '.lead a'].map((one) => getComputedStyle(document.querySelector(one)).hyphens)"

    assert page.evaluate(how)[0] == "manual"
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate(how) == ["auto", "manual"]
