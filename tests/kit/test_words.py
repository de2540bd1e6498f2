"""A list inside a sentence."""

import pytest

from dekkend.kit.words import listed


@pytest.mark.parametrize(
    ("names", "most", "said"),
    [
        ([], 0, ""),
        (["3.1"], 0, "3.1"),
        (["3.1", "3.2"], 0, "3.1 en 3.2"),
        (["3.1", "3.2", "4.1"], 0, "3.1, 3.2 en 4.1"),
        (["3.1", "3.2", "4.1"], 3, "3.1, 3.2 en 4.1"),
        (["3.1", "3.2", "4.1", "4.2"], 3, "3.1, 3.2 en 2 andere"),
    ],
)
def test_names_are_said_in_a_sentence(names: list[str], most: int, said: str) -> None:
    assert listed(names, most=most) == said
