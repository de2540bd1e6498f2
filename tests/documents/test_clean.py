"""What a paper cannot carry is taken out, and nothing else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.documents import faces
from dekkend.documents.clean import carried, clean, is_right_to_left, plainest


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("gewone tekst: één, ’s avonds – €", "gewone tekst: één, ’s avonds – €"),
        ("a\x00b\x1bc\x7fd", "abcd"),
        ("een\r\ntwee\rdrie\u2028vier\x0bvijf", "een\ntwee\ndrie\nvier\nvijf"),
        ("tab\ttab", "tab tab"),
        ("\uf0b7 punt \uf0fc goed \ue123", "• punt ✓ goed "),
        ("\u202eomgekeerd\u202c", "omgekeerd"),
        ("\ud800los\ufffe", "los"),
        ("samen\u00adstellen", "samenstellen"),
        ("e\u0301e\u0301n", "één"),
        ("👩\u200d🏫 你好", "👩\u200d🏫 你好"),
    ],
)
def test_clean(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Ψ Ж ž ğ İ ✓ → ☑", "Ψ Ж ž ğ İ ✓ → ☑"),
        ("😀 👩🏽\u200d🏫 🇳🇱 1\ufe0f\u20e3", "😀 👩🏽\u200d🏫 🇳🇱 1\ufe0f\u20e3"),
        ("שָׁלוֹם مرحبا", unicodedata.normalize("NFC", "שָׁלוֹם مرحبا")),
        ("你好", "??"),
        ("𝗯𝗼𝗹𝗱 ①", "bold 1"),
        ("a\u20dd", "a"),
    ],
)
def test_carried(typed: str, printed: str) -> None:
    assert carried(typed) == printed


@given(st.text())
def test_everything_carried_is_in_a_font(text: str) -> None:
    known = frozenset.union(*faces.families()) | {"\n"}
    assert known.issuperset(carried(text))


@given(st.text())
def test_the_plainest_has_only_what_both_faces_have(text: str) -> None:
    assert faces.common().issuperset(plainest(text))


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_a_long_address_may_break_and_a_word_may_not() -> None:
    assert "\u200b" in carried("https://www.voorbeeld.nl/een/heel/lang/adres?met=vragen")
    assert "\u200b" not in carried("meervoudigebehandelingsmogelijk")
    assert carried("x" * 40).replace("\u200b", "") == "x" * 40


def test_direction_is_that_of_the_first_letter() -> None:
    assert is_right_to_left("12. مرحبا")
    assert not is_right_to_left("Hallo مرحبا")
    assert not is_right_to_left("123")


def test_the_fonts_weigh_less_than_four_megabytes_and_carry_their_licence() -> None:
    assert sum(path.stat().st_size for path in faces.FOLDER.iterdir()) < 4_000_000
    assert len(list(faces.FOLDER.glob("OFL-*.txt"))) == 5
