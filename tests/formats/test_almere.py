"""The reconstructed Almere format holds what the handreiking says, no more and no less."""

import re

import pytest

from dekkend.formats.model import Format
from dekkend.formats.reader import read
from tests.formats.texts import ALMERE

NEEDS = [
    "lezen-dyslexie",
    "rekenen-dyscalculie",
    "taal-spraak",
    "nt2",
    "meer-hoogbegaafd",
    "langzamer-leren",
    "gedrag",
    "prikkels-contact",
    "angst",
    "bewegen",
    "zien-horen",
    "medisch",
]


@pytest.fixture(scope="module")
def almere() -> Format:
    return read(ALMERE)


def test_it_asks_13_questions_in_59_items(almere):
    ids = ["VEI", "OPP", "ZOI", "HGW", "AAN", "COM", "OVD", "OUD", "VIS", "SOP", "EVA", "STR", "OTE"]
    assert [question.id for question in almere.questions] == ids
    assert [question.number for question in almere.questions] == [str(n) for n in range(1, 14)]
    assert [len(question.items) for question in almere.questions] == [6, 5, 5, 4, 3, 4, 4, 4, 4, 5, 4, 5, 6]
    assert len(almere.items) == 59


def test_number_and_id_of_an_item_say_the_same(almere):
    for question in almere.questions:
        for place, item in enumerate(question.items, start=1):
            assert (item.id, item.number) == (f"{question.id}-{place}", f"{question.number}.{place}")


@pytest.mark.parametrize(
    ("section", "numbers"),
    [
        ("vision", "9"),
        ("basis", "3.2 3.5 4.1 5.1 7 10.3 13.5"),
        ("arrangements", "2 4.1 5.2 5.3 8 10.2 13.5"),
        ("school", ""),
        ("specialisations", ""),
        ("boundaries", ""),
        ("improvements", ""),
    ],
)
def test_each_section_draws_exactly_what_the_handreiking_names(almere, section, numbers):
    number = {each.id: each.number for each in (*almere.questions, *almere.items)}
    assert [number[source] for source in almere.section(section).draws] == numbers.split()


def test_only_in_development_and_the_ambition_feed_improvement(almere):
    assert [value.id for value in almere.scale.values if value.feeds_improvement] == ["in_development"]
    ambitions = [field.id for section in almere.sections for field in section.fields if field.ambition]
    assert ambitions == ["ambition"]


def test_sections_one_to_seven_stand_in_order(almere):
    kinds = ["facts", "texts", "texts", "arrangements", "specialisations", "boundaries", "improvements"]
    assert [section.kind for section in almere.sections] == kinds
    assert [section.number for section in almere.sections] == list("1234567")


def test_arrangements_have_the_four_columns_with_helper_questions_and_picks(almere):
    columns = almere.section("arrangements").columns
    assert [column.id for column in columns] == ["guidance", "facilities", "route", "partners"]
    assert all(column.questions and column.picks for column in columns)


def test_every_aspect_has_items_and_a_field_in_the_basis(almere):
    aspects = [aspect.id for aspect in almere.aspects]
    assert aspects == ["basic_quality", "prevention", "structure", "systematic"]
    assert {item.aspect for item in almere.items} == set(aspects)
    assert {field.aspect for field in almere.section("basis").fields} == set(aspects)


def test_every_item_has_a_sentence_for_yes_and_in_development(almere):
    for item in almere.items:
        assert [value for value, _ in item.sentences] == ["yes", "in_development"], item.id
        assert all(re.search(r"\b(wij|we|ons|onze)\b", text, re.I) for _, text in item.sentences), item.id
        assert item.help, item.id


def test_every_question_has_a_worked_example(almere):
    for question in almere.questions:
        example = question.example
        assert example, question.id
        assert example.item in question.items
        words = " ".join((example.case, example.why, example.change)).split()
        assert 70 <= len(words) <= 120, (question.id, len(words))
        named = [value.label for value in almere.scale.values if f"“{value.label}”" in example.change]
        assert named, question.id
        assert example.answer.label not in named, question.id


def test_examples_do_not_all_have_the_same_answer(almere):
    assert {question.example.answer.id for question in almere.questions} == {"yes", "in_development", "no"}


@pytest.mark.parametrize("number", ["6.3", "9.3", "11.2", "12.5", "13.6"])
def test_money_dossiers_training_and_admission_are_not_for_who_has_a_group(almere, number):
    asked = {audience.id for audience in almere.audiences if number in numbers(almere, audience.id)}
    assert asked == {"coordinator", "head"}


def test_a_group_teacher_is_asked_about_two_thirds_and_the_coordinator_everything(almere):
    count = {audience.id: len(almere.asked_of(audience.id)) for audience in almere.audiences}
    assert count == {"teacher": 38, "assistant": 16, "specialist": 40, "coordinator": 59, "head": 46}
    assert almere.asked_of("") == almere.asked_of("tuinman") == almere.items


@pytest.mark.parametrize(
    ("function", "role", "audience"),
    [
        ("Leerkracht groep 5", "staff", "teacher"),
        ("Vakleerkracht bewegingsonderwijs", "staff", "specialist"),
        ("Leerkrachtondersteuner", "staff", "assistant"),
        ("Rekencoördinator", "staff", "specialist"),
        ("Intern begeleider onderbouw", "staff", "coordinator"),
        ("", "coordinator", "coordinator"),
        ("", "head", "head"),
        ("Conciërge", "staff", ""),
        ("", "staff", ""),
    ],
)
def test_a_function_is_recognised_by_its_longest_word_else_by_the_role(almere, function, role, audience):
    assert almere.audience_of(function, role) == audience


def numbers(almere, audience):
    return {item.number for item in almere.asked_of(audience)}


def test_each_of_the_twelve_needs_is_asked_as_a_topic(almere):
    asked = {topic.need for item in almere.items for topic in item.topics}
    assert [need.id for need in almere.offer.needs] == NEEDS
    assert asked == set(NEEDS)
    assert [item.id for item in almere.items if item.topics] == ["AAN-1", "AAN-2"]


def test_needs_speak_as_a_parent_and_link_to_expertise(almere):
    assert all(need.parent and need.expertise for need in almere.offer.needs)
    assert "lid 3" in almere.offer.need("nt2").note


def test_boundaries_are_ten_between_an_opening_and_a_closing(almere):
    kinds = [element.kind for element in almere.offer.elements]
    assert kinds == ["opening", *["boundary"] * 10, "closing"]
    assert all(element.starter for element in almere.offer.elements)
    assert "artikel 40, lid 4" in almere.section("boundaries").statement


def test_the_notice_says_it_is_not_the_official_document(almere):
    assert "gereconstrueerd" in almere.notice
    assert "niet het officiële document" in almere.notice


def test_the_guide_has_what_the_law_asks(almere):
    kinds = [part.kind for part in almere.guide]
    assert {"provisions", "needs", "pupils", "alliance", "dates"} <= set(kinds)
