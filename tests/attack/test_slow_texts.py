"""A text that was made to be slow to compare holds up nobody."""

from time import process_time

import pytest

from dekkend.kit.diff import passages
from dekkend.kit.merge import merge

SECONDS = 5  # it took minutes; a slow machine is no fault

PAIRS = [("a b ", "b a "), (". ", ". a "), ("a. ", "a. b. "), ("a\n", "b\na\n")]


@pytest.mark.parametrize(("one", "other"), PAIRS)
@pytest.mark.parametrize("times", [300, 5_000])
def test_merging_and_comparing_end(one: str, other: str, times: int) -> None:
    began = process_time()

    merge(one * times, other * times, f"x {one * times} x")
    passages(one * times, f"{other * times} x")

    assert process_time() - began < SECONDS


def test_a_long_real_text_still_merges() -> None:
    text = " ".join(f"Zin {number} gaat over rust in de klas." for number in range(400))

    assert merge(text, f"Eerst. {text}", f"{text} Tot slot.") == f"Eerst. {text} Tot slot."
