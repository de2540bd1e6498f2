"""The part for the schoolgids holds all that the law asks; what a school did not write yet is said."""

import pytest

from dekkend.documents import to_text
from dekkend.profile.version.papers import guide

from .files import almere, leesplank


def line(content):
    text = to_text.render(guide(content, almere())).decode().replace("\n| ", "\n")
    return " ".join(text.split())


def test_a_complete_part_has_nothing_missing():
    assert "Nog niet ingevuld" not in line(leesplank())


def test_a_provision_without_how_says_so():
    content = leesplank()
    content["provisions"][0]["how"] = ""
    assert "Nog niet ingevuld Hoe onze school dat doet." in line(content)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("method", "Hoe leerlingen zijn gehoord."),
        ("said", "Wat zij zeiden."),
        ("changed", "Wat dat veranderde."),
    ],
)
def test_a_part_of_the_pupils_voice_that_lacks_is_named(name, words):
    content = leesplank()
    content["pupils"][name] = " "
    assert f"Nog niet ingevuld {words}" in line(content)


def test_a_steunpunt_that_is_not_known_is_named():
    content = leesplank()
    content["alliance"] = {}
    content["school"]["alliance"] = ""
    assert "Nog niet ingevuld Het ouder- en jeugdsteunpunt." in line(content)
    assert "Nog niet ingevuld Het samenwerkingsverband." in line(content)
