"""From the answers of a question to one value (rulings 11)."""

import pytest

from dekkend.formats.reader import read
from tests.formats.texts import ALMERE, OTHER

SHORT = {"y": "yes", "d": "in_development", "n": "no", "x": "not_applicable", "?": ""}


@pytest.mark.parametrize(
    ("answers", "standing"),
    [
        ("yyy", "yes"),
        ("yyx", "yes"),
        ("yyd", "in_development"),
        ("yyyn", "in_development"),
        ("ddd", "in_development"),
        ("yn", "no"),
        ("nnd", "no"),
        ("nx", "no"),
        ("yy?", ""),
        ("xx", ""),
        ("", ""),
    ],
)
def test_a_question_gets_the_value_of_the_rule(answers, standing):
    assert read(ALMERE).scale.standing([SHORT[answer] for answer in answers]) == standing


@pytest.mark.parametrize(
    ("answers", "standing"),
    [
        ("strong strong strong usual", "strong"),
        ("strong strong usual usual", "usual"),
        ("started started strong strong", "started"),
        ("missing strong strong strong", "missing"),
    ],
)
def test_another_format_brings_its_own_rule(answers, standing):
    assert read(OTHER).scale.standing(answers.split()) == standing


def test_a_value_off_the_scale_is_an_error():
    with pytest.raises(KeyError):
        read(ALMERE).scale.standing(["maybe"])
