from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dekkend.kit import contrast


def test_contrast_is_that_of_wcag() -> None:
    assert contrast.ratio("#000000") == 21
    assert contrast.ratio("#ffffff") == 1
    assert round(contrast.ratio("#767676"), 2) == 4.54  # the known grey that just passes
    assert contrast.ratio("#1d3f8f", "#ffffff") == contrast.ratio("#ffffff", "#1d3f8f")


@pytest.mark.parametrize("typed", ["#1d3f8f", "1D3F8F", " #1D3f8F "])
def test_colour_is_understood(typed: str) -> None:
    assert contrast.colour(typed) == "#1d3f8f"
    assert contrast.colour("#Abc") == "#aabbcc"


@pytest.mark.parametrize("typed", ["", "#12345", "rood", "#1d3f8f;}", "#１d3f8f", "url(x)"])
def test_what_is_no_colour_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        contrast.colour(typed)


@given(some.integers(0, 0xFFFFFF), some.sampled_from([contrast.TEXT, contrast.LARGE]))
def test_nearest_can_always_be_read(number: int, least: float) -> None:
    value = f"#{number:06x}"
    found = contrast.nearest(value, least)
    assert contrast.reads(found, least)
    if contrast.reads(value, least):
        assert contrast.ratio(found) == pytest.approx(contrast.ratio(value), rel=0.05)


def test_nearest_keeps_the_hue() -> None:
    red, green, blue = contrast.rgb(contrast.nearest("#ff8080", contrast.TEXT))
    assert red > green == blue
