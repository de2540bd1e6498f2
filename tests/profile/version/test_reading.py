import os

import pytest

from dekkend.profile.version.content import FaultsFound, read

from .files import EXAMPLES, SCHOOL

SMALL = """format: almere-po/2026.1
schooljaar: 2027-2028
school: {name: De Proef, brin6: 99XX03}
checklist:
  answers:
    VEI-1: {value: "yes"}
texts: {vision: {}, basis: {}}
arrangements: []
specialisations: {}
boundaries: []
"""


def faults(tmp_path, text):
    file = tmp_path / "antwoorden.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FaultsFound) as found:
        read(file)
    return [str(fault) for fault in found.value.faults]


def test_the_small_file_of_these_tests_is_right(tmp_path):
    file = tmp_path / "antwoorden.yml"
    file.write_text(SMALL)
    content, fmt = read(file)
    assert (content["school"]["name"], fmt.ref) == ("De Proef", "almere-po/2026.1")


@pytest.mark.parametrize("name", ["de-leesplank", "leeg", "uiterst"])
def test_every_example_is_right(name):
    content, _ = read(EXAMPLES / f"{name}.yml")
    assert content["pupils"].keys() == {"method", "said", "changed", "heard_on"}


WRONG = {
    "unknown item": (
        "VEI-1:",
        "VEI-11:",
        "regel 6: Het onderdeel “VEI-11” bestaat niet. Verander het in “VEI-1”.",
    ),
    "value off the scale": (
        '"yes"',
        "yess",
        "regel 6: “yess” is geen antwoord in deze checklist. Verander het in “yes”.",
    ),
    "missing reason": (
        '"yes"',
        "not_applicable",
        "regel 6: Bij 1.1 staat “N.v.t.” zonder reden. Schrijf er een regel “reason:” bij die zegt waarom.",
    ),
    "answer and gap": (
        '"yes"',
        '"yes", gap: oneens',
        "regel 6: Bij 1.1 staat een antwoord, en ook waarom er geen antwoord is. Haal “gap” weg, of maak “value” leeg.",
    ),
    "unknown topic": (
        'VEI-1: {value: "yes"}',
        "AAN-1: {topics: {lezn: x}}",
        "regel 6: Het onderwerp “lezn” bestaat niet. Verander het in “lezen”.",
    ),
    "missing section": (
        "vision: {}, ",
        "",
        "regel 7: Deel 2, “Visie en onderwijsconcept van de school”, ontbreekt. "
        "Voeg onder “texts:” een regel “vision:” toe, met daaronder: concept, inclusive, policy, references, ambition.",
    ),
    "missing list": (
        "arrangements: []\n",
        "",
        "regel 1: Deel 4, “Arrangementen extra ondersteuning”, ontbreekt. "
        "Voeg een regel “arrangements:” toe met wat erin hoort.",
    ),
    "unknown section": (
        "vision: {}",
        "vision: {}, visie: {}",
        "regel 7: Het deel “visie” bestaat niet. Verander het in “vision”.",
    ),
    "unknown field": (
        "vision: {}",
        "vision: {conceptt: a}",
        "regel 7: Het veld “conceptt” bestaat niet. Verander het in “concept”.",
    ),
    "unknown choice": (
        "basis: {}",
        "basis: {inspection_judgement: goed}",
        "regel 7: “goed” is bij “Oordeel van de inspectie” geen keuze. Verander het in “good”.",
    ),
    "unknown need": (
        "arrangements: []",
        "arrangements: [{id: a1, need: lezen}]",
        "regel 8: De ondersteuningsbehoefte “lezen” bestaat niet. Kies uit: lezen-dyslexie, rekenen-dyscalculie, "
        "taal-spraak, nt2, meer-hoogbegaafd, langzamer-leren, gedrag, prikkels-contact, angst, "
        "bewegen, zien-horen, medisch.",
    ),
    "unknown element": (
        "boundaries: []",
        "boundaries: [{element: safty}]",
        "regel 10: Het element “safty” bestaat niet. Verander het in “safety”.",
    ),
    "wrong date": (
        "boundaries: []",
        'boundaries: []\npupils: {heard_on: "2027-02-30"}',
        "regel 11: “2027-02-30” is geen datum die bestaat. Schrijf jaar, maand en dag, zoals 2027-01-20.",
    ),
    "wrong year": (
        "2027-2028",
        "2027-2029",
        "regel 2: “2027-2029” is geen schooljaar. Verander het in “2027-2028”.",
    ),
    "wrong brin": (
        "99XX03",
        "99X03",
        "regel 3: Bij “brin6”: “99X03” heeft niet de goede vorm. "
        "BRIN en vestiging: twee cijfers, twee letters, twee cijfers, zoals 12AB00.",
    ),
    "none and rows": (
        "specialisations: {}",
        "specialisations: {none: true, rows: [{id: s1, title: Taal}]}",
        "regel 9: Er staat dat de school geen specialisaties heeft, en er staan er toch. "
        "Maak “none” false, of haal de rijen weg.",
    ),
    "unknown word": ("school:", "scool:", "regel 3: “scool” is hier onbekend. Verander het in “school”."),
    "not YAML": (
        "  answers:",
        "\tanswers:",
        "regel 5: Hier staat een tab of een teken waarmee een tekst niet kan",
    ),
    "alias": ("boundaries: []", "boundaries: *a", "Ankers en verwijzingen (& en *) mogen niet."),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_fault_names_file_line_and_remedy(tmp_path, name):
    before, after, expected = WRONG[name]
    assert before in SMALL
    found = faults(tmp_path, SMALL.replace(before, after, 1))
    assert any(expected in fault for fault in found), found
    assert all(fault.startswith("antwoorden.yml, regel ") for fault in found)


@pytest.mark.django_db  # an alliance may have loaded a format of its own
def test_an_unknown_format_is_told(tmp_path):
    assert faults(tmp_path, SMALL.replace("2026.1", "2019.1")) == [
        "antwoorden.yml, regel 1: Het formaat “almere-po/2019.1” is niet bekend. Bij Dekkend zelf horen: "
        "almere-po/2026.1. Laad een eigen formaat met “dekkend formats load MAP”."
    ]


def test_all_faults_are_told_at_once(tmp_path):
    text = SMALL.replace("VEI-1", "VEI-9").replace("2027-2028", "2027-2030")
    assert len(faults(tmp_path, text)) == 2


def test_a_list_is_no_file_with_answers(tmp_path):
    assert "Dit is geen bestand met antwoorden." in faults(tmp_path, "- a\n- b\n")[0]


def test_a_file_of_50_mb_is_refused_unread(tmp_path):
    file = tmp_path / "groot.yml"
    with file.open("wb") as handle:
        os.truncate(handle.fileno(), 50 * 1024 * 1024)
    with pytest.raises(FaultsFound, match="groter dan 5 MB"):
        read(file)


def test_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(FaultsFound, match="Dit bestand is er niet"):
        read(tmp_path / "niets.yml")
    with pytest.raises(FaultsFound, match="Dit is een map"):
        read(tmp_path)


def test_the_example_says_where_a_later_fault_stands(tmp_path):
    text = SCHOOL.read_text(encoding="utf-8").replace("ref: SOP-5", "ref: SOP-7")
    line = text[: text.index("ref: SOP-7")].count("\n") + 1
    assert f"regel {line}: Het onderdeel “SOP-7” bestaat niet." in faults(tmp_path, text)[0]
