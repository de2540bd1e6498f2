import pytest

from dekkend.profile.dialogue.spread import disagreement, distance, spread_of
from tests.profile.checklist.people import FMT, HALF, NO, NOT, YES


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [(YES, HALF, 0.5), (HALF, NO, 0.5), (YES, NO, 1.0), (YES, NOT, 1.0), (NOT, NOT, 0.0), (HALF, HALF, 0.0)],
)
def test_distance_is_a_share_of_the_scale(one: str, other: str, apart: float) -> None:
    assert distance(FMT, one, other) == distance(FMT, other, one) == apart


def test_team_that_says_the_same_does_not_disagree() -> None:
    assert disagreement(FMT, {YES: 18}) == 0
    assert disagreement(FMT, {YES: 1}) == 0
    assert disagreement(FMT, {}) == 0


def test_disagreement_is_the_share_of_the_most_that_this_team_can_reach() -> None:
    assert disagreement(FMT, {YES: 1, HALF: 1}) == 0.5
    assert disagreement(FMT, {YES: 7, HALF: 5, NO: 6}) == pytest.approx(74.5 / 81)


@pytest.mark.parametrize("half", [1, 2, 3, 10])
def test_even_split_over_the_ends_is_one_for_every_team(half: int) -> None:
    assert disagreement(FMT, {YES: half, NO: half}) == 1
    assert disagreement(FMT, {YES: half, NO: half + 1}) == 1
    assert disagreement(FMT, {YES: half, HALF: half}) == 0.5


def test_disagreement_is_symmetric_and_does_not_know_an_order() -> None:
    numbers = {YES: 5, HALF: 3, NO: 1, NOT: 2}

    assert disagreement(FMT, {YES: 5, NO: 1}) == disagreement(FMT, {YES: 1, NO: 5})
    assert disagreement(FMT, numbers) == disagreement(FMT, dict(reversed(numbers.items())))


def test_disagreement_is_never_more_than_one() -> None:
    assert disagreement(FMT, {YES: 3, NO: 3, NOT: 3}) == 1


def test_who_does_not_know_does_not_disagree() -> None:
    assert disagreement(FMT, {YES: 5, "unsure": 5}) == 0


@pytest.mark.parametrize(
    ("numbers", "word"),
    [
        ({YES: 7, HALF: 5, NO: 6}, "Sterk verdeeld"),
        ({YES: 10, HALF: 6, NO: 2}, "Verdeeld"),
        ({YES: 17, HALF: 1}, "Bijna eens"),
        ({YES: 18}, "Eens"),
        ({"unsure": 4}, "Niemand weet het"),
    ],
)
def test_disagreement_has_a_word(numbers: dict[str, int], word: str) -> None:
    spread = spread_of(FMT, numbers, anonymous=True)

    assert spread
    assert spread.word == word


def test_fewer_than_three_anonymous_answers_are_hidden() -> None:
    assert spread_of(FMT, {YES: 1, NO: 1}, anonymous=True) is None
    assert spread_of(FMT, {YES: 1, NO: 1, "unsure": 1}, anonymous=True)
    assert spread_of(FMT, {YES: 1, NO: 1}, anonymous=False)


def test_one_colleague_is_not_unanimous() -> None:
    for numbers, unanimous in (
        ({YES: 2}, YES),
        ({YES: 2, "unsure": 1}, YES),
        ({YES: 1}, ""),
        ({YES: 2, NO: 1}, ""),
    ):
        spread = spread_of(FMT, numbers, anonymous=False)
        assert spread
        assert spread.unanimous == unanimous
