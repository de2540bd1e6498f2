import pytest

from dekkend.profile.writing.advice.syllables import syllables

WORDS = {
    "kind": 1, "school": 1, "leraar": 2, "lezen": 2, "rekenen": 3, "moeilijk": 2, "ouders": 2, "nieuw": 1, "draai": 1,
    "geïnd": 2, "ideeën": 3, "reünie": 3, "leerlingen": 3, "ondersteuning": 4, "basisondersteuning": 6,
    "samenwerkingsverband": 6, "zeeën": 2, "gooien": 2, "auto": 2, "psycholoog": 3, "BSN": 1, "12": 1, "groepsplan": 2,
}  # fmt: skip


@pytest.mark.parametrize(("word", "number"), WORDS.items())
def test_syllables_are_counted_as_they_are_said(word: str, number: int) -> None:
    assert syllables(word) == number
