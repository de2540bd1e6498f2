import pytest

from dekkend.profile.version.content import gaps

from .files import almere, leesplank, other, other_content


def told(content, fmt=None):
    return [(gap.section, str(gap)) for gap in gaps(content, fmt or almere())]


def test_the_example_school_has_no_gaps():
    assert told(leesplank()) == []


def test_the_second_format_can_be_complete_too():
    assert told(other_content(), other()) == []


def drop_answer(content):
    del content["checklist"]["answers"]["ZOI-2"]
    content["checklist"]["answers"]["ZOI-5"] = {"value": ""}


def drop_text(content):
    content["texts"]["vision"]["inclusive"] = "  "


def drop_arrangements(content):
    content["arrangements"] = []


def drop_specialisations(content):
    content["specialisations"] = {"none": False, "rows": []}


def empty_boundary(content):
    content["boundaries"][0]["own"] = ""


def unsorted_point(content):
    content["improvements"][0]["sort"] = ""
    content["improvements"][1]["goal"] = ""


def no_how(content):
    content["provisions"][0]["how"] = ""


def no_pupils(content):
    content["pupils"].update(said="", heard_on="")


GAPS = [
    (drop_answer, [("checklist", "Checklist, vraag 3: spreek een antwoord af bij 3.2 en 3.5.")]),
    (drop_text, [("vision", "Deel 2, Visie: vul “Onze visie op passend onderwijs” in.")]),
    (drop_arrangements, [("arrangements", "Deel 4, Arrangementen: beschrijf ten minste één arrangement.")]),
    (
        drop_specialisations,
        [
            (
                "specialisations",
                "Deel 5, Specialisaties: beschrijf een specialisatie, of zeg dat jullie er geen hebben.",
            )
        ],
    ),
    (
        empty_boundary,
        [("boundaries", "Deel 6, Grenzen: schrijf bij “Rust en veiligheid” wat dat bij jullie betekent.")],
    ),
    (
        unsorted_point,
        [
            (
                "improvements",
                "Deel 7, Verbeterpunten: kies bij “Ook in groep 5 tot en met 8 vroeg zien wie iets nodig heeft” "
                "professionalisering of schoolontwikkeling.",
            ),
            (
                "improvements",
                "Deel 7, Verbeterpunten: schrijf bij “Eén rustige manier van reageren op gedrag” het doel.",
            ),
        ],
    ),
    (
        no_how,
        [("provisions", "Basisvoorzieningen: schrijf bij “Hulp bij lezen en rekenen” hoe jullie dat doen.")],
    ),
    (no_pupils, [("pupils", "Leerlingen: schrijf op wat zij in het algemeen zeiden en wanneer dat was.")]),
]


@pytest.mark.parametrize(("change", "expected"), GAPS, ids=lambda part: getattr(part, "__name__", ""))
def test_a_gap_says_what_to_do_and_where(change, expected):
    content = leesplank()
    change(content)
    assert told(content) == expected


def test_an_explained_gap_is_no_gap():
    content = leesplank()
    content["checklist"]["answers"]["ZOI-2"] = {"value": "", "gap": "Het team praat hier in mei over."}
    assert told(content) == []


def test_an_explicit_none_is_no_gap():
    content = leesplank()
    content["specialisations"] = {"none": True, "rows": []}
    assert told(content) == []


def test_a_boundary_without_what_we_do_then_does_not_block():
    content = leesplank()
    content["boundaries"][0]["then"] = ""
    assert told(content) == []


def test_a_fact_that_the_region_knows_need_not_be_typed():
    content = leesplank()
    assert "name" not in content["texts"]["school"]
    content["school"]["name"] = ""
    assert told(content) == [("school", "Deel 1, Gegevens: vul “Naam van de school” in.")]
