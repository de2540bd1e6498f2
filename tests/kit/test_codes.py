from __future__ import annotations

from dekkend.kit.codes import Codes

SMALL = Codes("slip", "ab2", 12, group=4)
LARGE = Codes("talk", "AB2", 6)


def test_a_new_code_has_the_length_the_letters_and_the_groups() -> None:
    groups = SMALL.new().split("-")

    assert [len(group) for group in groups] == [4, 4, 4]
    assert set("".join(groups)) <= set("ab2")
    assert len(LARGE.new()) == 6
    assert set(LARGE.new()) <= set("AB2")


def test_what_is_typed_is_compared_without_dashes_and_case() -> None:
    assert SMALL.plain(" AB2a-b2AB\t") == "ab2ab2ab"
    assert LARGE.plain("ab 2.a") == "AB2A"
    assert SMALL.plain("-\x00 -") == ""
