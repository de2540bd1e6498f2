"""YAML that a person mistypes or a stranger sends gets a Dutch answer, quickly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.formats.yamlfile import parse


def said(text: str) -> str:
    file, faults = parse("a.yml", text)
    assert file is None
    return str(faults[0])


def test_yes_and_no_are_words_and_numbers_are_numbers():
    file, faults = parse("a.yml", "a: yes\nno: 12\nb: 0.5\nc: true\nd: ~\ne: 036\nf: 2026-01-02\ng: '7'\n")
    assert not faults
    assert file is not None
    assert file.data == {
        "a": "yes",
        "no": 12,
        "b": 0.5,
        "c": True,
        "d": None,
        "e": "036",
        "f": "2026-01-02",
        "g": "7",
    }


def test_every_place_knows_its_line():
    file, _ = parse("a.yml", "top:\n  - a: 1\n    b: 2\n  - c: 3\n")
    assert file is not None
    assert [file.line("top"), file.line("top", 0, "b"), file.line("top", 1), file.line("top", 1, "zz")] == [
        1,
        3,
        4,
        4,
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: b: c", "a.yml, regel 1: Hier staat een dubbele punt midden in een tekst."),
        ("a: 1\n\tb: 2", "a.yml, regel 2: Hier staat een tab"),
        ("a: 'open\n", "Een aanhalingsteken gaat open en niet meer dicht."),
        ("a: 1\na: 2", "a.yml, regel 2: “a” staat hier twee keer. Haal er een weg."),
        ("a: &x [1]\nb: *x", "a.yml, regel 1: Ankers en verwijzingen (& en *) mogen niet."),
        ("b: *x", "a.yml, regel 1: Ankers en verwijzingen (& en *) mogen niet."),
        ("a: 1\nb: !!python/name:os.system", "a.yml, regel 2: De soort "),
        ("a: 1\n---\nb: 2", "Er staan twee documenten in één bestand."),
        ("? [a]\n: b", "a.yml, regel 1: Links van een dubbele punt staat geen gewoon woord."),
        ("a: \x00", "Er staat een onzichtbaar stuurteken in de tekst."),
        ("a: \ud800", "Er staat een teken in dat niet bestaat."),
        ("", "a.yml, regel 1: Het bestand is leeg."),
        ("{", "a.yml, regel "),
        ("[" * 5000, "a.yml, regel 1: Het bestand gaat meer dan 40 lagen diep."),
        ("a: " + "x" * (2 * 1024 * 1024), "a.yml: Het bestand is groter dan 2 MB."),
    ],
    ids=range(15),
)
def test_bad_yaml_is_refused_in_dutch(text, words):
    assert words in said(text)


def test_a_bomb_of_aliases_is_refused_before_it_grows():
    layers = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 30))
    assert "Ankers" in said("l0: &l0 [x]\n" + layers)


@given(st.text(st.characters(codec=None), max_size=80) | st.text("{}[]:-&*!|>'\"#%@`?, \n\tab1", max_size=80))
def test_no_text_at_all_makes_it_fall_over(text):
    file, faults = parse("a.yml", text)
    assert (file is None) == bool(faults)
