"""A full cover stays one page: what is written takes from the air above it."""

from __future__ import annotations

from dekkend.documents.cover_space import LEAST, MOST, air
from tests.documents.samples import NASTY, make


def test_a_cover_with_little_on_it_has_all_the_air() -> None:
    assert air(make(), has_road=False) == MOST


def test_what_is_written_takes_from_the_air() -> None:
    facts = tuple((f"Feit {number}", "waarde") for number in range(7))
    full = make(
        title="Schoolondersteuningsprofiel 2027-2028",
        subtitle="Wat wij bieden",
        status="Vastgesteld op 20 november 2026",
        facts=facts,
        notices=("Een zin over het format. " * 8, "Een zin over de wet. " * 10),
    )
    assert LEAST < air(full, has_road=True) < air(full, has_road=False) <= MOST


def test_an_extreme_cover_keeps_a_little() -> None:
    assert air(make(title=NASTY * 9, notices=(NASTY,) * 20), has_road=True) == LEAST
