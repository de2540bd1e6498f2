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
    assert "Nog niet ingevuld Het samenwerkingsverband; het ouder- en jeugdsteunpunt." in line(content)


@pytest.mark.parametrize(
    ("part", "emptied"),
    [
        ("provisions", {"provisions": []}),
        ("offer", {"arrangements": []}),
        ("pupils", {"pupils": {}}),
        ("alliance", {"alliance": {}, "school": {"brin6": "99XX00", "name": "De Leesplank"}}),
    ],
)
def test_nothing_is_promised_above_what_is_not_there(part, emptied):
    lead = next(each.lead for each in almere().guide if each.id == part)
    assert lead in line(leesplank())
    assert lead not in line({**leesplank(), **emptied})


def test_a_part_that_is_half_written_keeps_its_lead():
    content = leesplank()
    content["pupils"]["said"] = ""
    assert "We vroegen leerlingen naar hun mening" in line(content)
