"""A format that differs in everything loads as well: the code knows no Almere."""

from dekkend.formats.reader import read
from tests.formats.texts import ALMERE, OTHER


def test_it_brings_its_own_numbers_scale_sections_and_lists():
    other = read(OTHER)
    assert [question.number for question in other.questions] == ["A", "B", "C"]
    assert [value.id for value in other.scale.values] == ["missing", "started", "usual", "strong"]
    assert [section.number for section in other.sections] == ["I", "II", "III", "IV", "V"]
    assert other.section_of_kind("specialisations") is None
    assert [pick.id for pick in other.offer.list("spullen")] == ["hut"]
    assert other.section("koers").fields[2].choices == (("vast", "Vast"), ("vrij", "Vrij"))


def test_it_shares_no_id_with_almere():
    def ids(found):
        groups = (
            found.questions,
            found.items,
            found.aspects,
            found.sections,
            found.scale.values,
            found.offer.needs,
        )
        return {each.id for group in groups for each in group}

    assert ids(read(OTHER)).isdisjoint(ids(read(ALMERE)))


def test_it_has_audiences_of_its_own_and_an_item_goes_before_its_question():
    other = read(OTHER)
    asked = {
        audience.id: [item.number for item in other.asked_of(audience.id)] for audience in other.audiences
    }
    assert asked == {
        "makers": ["Aa", "Ab", "Ac", "Ba", "Bb", "Cb"],
        "hoeders": ["Ac", "Ba", "Bb", "Ca", "Cb"],
    }
    assert other.audience_of("Eilandgids") == "makers"
    assert [question.id for question in other.questions if question.example] == ["klas"]
