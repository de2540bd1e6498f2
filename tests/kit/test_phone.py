from __future__ import annotations

import pytest

from dekkend.kit.phone import PHONE


@pytest.mark.parametrize(
    "number",
    [
        "036-123 45 67",
        "06 12345678",
        "+31 36 123 45 67",
        "0031 6 12345678",
        "+31 (0)36-1234567",
        "(036) 123 45 67",
        "(06) 12345678",
    ],
)
def test_a_number_is_known_whole_however_it_is_written(number: str) -> None:
    assert [hit.group() for hit in PHONE.finditer(f"Bel {number}, of kom langs.")] == [number]


@pytest.mark.parametrize(
    "text", ["NL91ABNA0417164300", "111222333", "2027-2028", "012345678901", "(0) 1 2 3 (012) 34"]
)
def test_other_digits_are_no_number_to_call(text: str) -> None:
    assert not PHONE.search(text)
