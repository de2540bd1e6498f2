"""The look at a page finds what is wrong, also of a colour it would measure only once."""

from __future__ import annotations

from typing import Any

import pytest

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
