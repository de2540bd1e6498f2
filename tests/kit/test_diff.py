from hypothesis import given
from hypothesis import strategies as st

from dekkend.kit.diff import Piece, passages


def said(before: str, after: str) -> list[list[tuple[str, str]]]:
    return [[(piece.kind, piece.text) for piece in passage] for passage in passages(before, after)]


def test_one_word_is_one_change() -> None:
    assert said("We helpen kinderen snel.", "We helpen leerlingen snel.") == [
        [("same", "We helpen"), ("out", "kinderen"), ("in", "leerlingen"), ("same", "snel.")]
    ]


def test_only_the_sentence_that_changed_is_shown() -> None:
    assert said("Een. Twee drie vier vijf. Zes.", "Een. Twee drie vier zeven. Zes.") == [
        [("same", "Twee drie vier"), ("out", "vijf."), ("in", "zeven.")]
    ]


def test_a_sentence_that_came_or_went_stands_alone() -> None:
    assert said("Een.", "Een. Twee.") == [[("in", "Twee.")]]
    assert said("Een. Twee.", "Een.") == [[("out", "Twee.")]]


def test_sentences_that_are_not_alike_are_shown_whole() -> None:
    assert said("Bij ons mag alles.", "We zoeken samen een plek die past.") == [
        [("out", "Bij ons mag alles."), ("in", "We zoeken samen een plek die past.")]
    ]


def test_white_space_is_no_change() -> None:
    assert passages("Een  twee.\r\n\r\nDrie.", "Een twee. Drie.") == []


@given(st.text(max_size=200), st.text(max_size=200))
def test_the_pieces_give_both_texts_back(before: str, after: str) -> None:
    found = passages(before, after)

    gone = [piece for passage in found for piece in passage if piece.kind != "in"]
    come = [piece for passage in found for piece in passage if piece.kind != "out"]
    assert all(isinstance(piece, Piece) and piece.text for piece in gone + come)
    assert is_within(gone, before)
    assert is_within(come, after)


def is_within(pieces: list[Piece], text: str) -> bool:
    """The words of the pieces stand in the text, in that order."""
    words = iter(text.split())
    return all(word in words for piece in pieces for word in piece.text.split())
