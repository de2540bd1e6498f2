from hypothesis import given
from hypothesis import strategies as st

from dekkend.kit.merge import merge

texts = st.text(alphabet="ab \n", max_size=30)


def test_merge_takes_both_edits_when_they_do_not_touch() -> None:
    assert merge("een twee drie vier", "nul twee drie vier", "een twee drie vijf") == "nul twee drie vijf"


def test_merge_refuses_two_edits_of_one_word() -> None:
    assert merge("een twee drie", "een TWEE drie", "een zwei drie") is None


def test_merge_refuses_two_additions_at_one_place() -> None:
    assert merge("een", "een twee", "een drie") is None


@given(texts, texts, texts)
def test_merge_does_not_depend_on_who_was_first(base: str, mine: str, theirs: str) -> None:
    assert merge(base, mine, theirs) == merge(base, theirs, mine)


@given(texts, texts)
def test_merge_with_an_untouched_side_keeps_the_other(base: str, mine: str) -> None:
    assert merge(base, mine, base) == mine
    assert merge(base, base, mine) == mine
