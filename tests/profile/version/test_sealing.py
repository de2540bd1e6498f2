import json

from hypothesis import given
from hypothesis import strategies as st

from dekkend.profile.version.content import check, filled, seal

from .files import almere, leesplank, other, other_content


def test_sealed_twice_gives_the_same_bytes():
    assert seal(leesplank()) == seal(leesplank())


def test_what_was_sealed_can_be_sealed_again():
    text, digest = seal(leesplank())
    assert seal(json.loads(text)) == (text, digest)


def test_the_order_of_words_and_what_is_left_out_make_no_difference():
    content = leesplank()
    turned = dict(reversed(content.items()))
    del turned["example"]
    assert seal(turned) == seal(content)


def test_the_same_words_typed_on_two_machines_have_one_seal():
    one, two = leesplank(), leesplank()
    one["pupils"]["said"] = "één\nregel"
    two["pupils"]["said"] = "e\u0301e\u0301n\r\nregel"
    assert seal(one) == seal(two)


def test_another_word_gives_another_seal():
    content = leesplank()
    content["pupils"]["said"] += "!"
    assert seal(content)[1] != seal(leesplank())[1]


@given(st.text(alphabet=st.characters(), max_size=40))
def test_whatever_is_typed_can_be_sealed(text):
    content = leesplank()
    content["pupils"]["said"] = text
    sealed, _ = seal(content)
    assert seal(json.loads(sealed))[0] == sealed
    sealed.encode()


def test_half_a_character_can_be_sealed():
    content = leesplank()
    content["pupils"]["said"] = "a\ud83d"
    assert json.loads(seal(content)[0])["pupils"]["said"] == "a\ufffd"


def test_filling_in_keeps_what_is_there_and_changes_nothing_in_place():
    small = {"format": "x/1", "schooljaar": "2027-2028", "school": {"name": "A", "brin6": "99XX00"}}
    whole = filled(small)
    assert whole["school"]["name"] == "A"
    assert whole["school"]["pupils"] is None
    assert whole["specialisations"] == {"none": False, "rows": []}
    assert "alliance" not in small


def test_content_from_no_file_is_checked_without_a_line():
    assert check(leesplank(), almere()) == []
    assert check(other_content(), other()) == []
    content = leesplank()
    content["arrangements"][0]["need"] = "onzin"
    assert [fault.line for fault in check(content, almere())] == [0]
