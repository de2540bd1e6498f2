"""Where an advice points: at its own words, in the Markdown as it was typed."""

import pytest

from dekkend.profile.writing.advice.length import length
from dekkend.profile.writing.advice.private import is_bsn, private
from dekkend.profile.writing.advice.prose import even, prose, sentences
from dekkend.profile.writing.advice.reading import douma
from dekkend.profile.writing.advice.whole import advise

TEXT = "# Kop\r\n\r\n- **Waar nodig** helpt men.\r\n- Zie [de gids](https://x.example/regelmatig), bijv. deel 2.\r\n"


def test_spans_hold_the_words_of_the_advice() -> None:
    found = advise(TEXT)
    assert [advice.words for advice in found] == ["Waar nodig", "men"]
    assert all(even(TEXT)[slice(*advice.at)] == advice.words for advice in found)


def test_prose_is_as_long_as_the_text() -> None:
    assert len(prose(TEXT)) == len(TEXT)


def test_sentences_do_not_end_at_an_abbreviation() -> None:
    assert [each.text for each in sentences("Hulp, bijv. bij lezen. En dan?")] == [
        "Hulp, bijv. bij lezen.",
        "En dan?",
    ]


def test_the_measure_is_that_of_douma() -> None:
    assert douma(["kind", "leest"], 1) == pytest.approx(206.84 - 77 - 1.86)


@pytest.mark.parametrize(
    ("digits", "right"), [("111222333", True), ("123456789", False), ("000000000", False)]
)
def test_the_eleven_test_tells_a_bsn(digits: str, right: bool) -> None:
    assert is_bsn(digits) is right


def test_length_waved_away_returns_after_fifty_words_more() -> None:
    marks = [length(sentences("woord " * number), 20)[0].mark for number in (51, 99, 101)]
    assert marks[0] == marks[1] != marks[2]


def test_a_mark_stays_while_the_words_do() -> None:
    one, two = advise("Dat doen wij regelmatig.")[0], advise("Nu anders. Dat doen wij  Regelmatig.")[0]
    assert one.mark == two.mark


def test_a_diagnosis_is_only_wrong_in_a_boundary() -> None:
    assert not advise("Voor kinderen met ADHD is er een rustige plek.")


def test_what_leads_to_a_child_comes_before_a_number_to_call() -> None:
    told = (
        "Bel 036-1234567 of mail ib@school.example over Jayden (groep 5), geboren op 3-4-2017, BSN 111222333."
    )

    assert [advice.words for advice in private(told)] == [
        "Jayden",
        "geboren op 3-4-2017",
        "111222333",
        "036-1234567",
        "ib@school.example",
    ]
