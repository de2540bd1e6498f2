"""How much and how often: typed by people, kept in minutes, said in one line."""

import pytest
from django.core.exceptions import ValidationError

from dekkend.profile.models import Arrangement, Thing
from dekkend.profile.writing.amounts import how, terms, time
from dekkend.profile.writing.forms import ThingForm
from dekkend.profile.writing.forms.amounts import TimeField, typed
from tests.profile.version.files import other
from tests.profile.writing.shared import FMT, OFFER

TWICE = next(pick for pick in FMT.offer.list("frequency") if pick.weekly == 2)
LOOSE = next(pick for pick in FMT.offer.list("frequency") if not pick.weekly)
BASIS = FMT.offer.list("basis")[1]


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1,5", 90),
        ("1.5 uur", 90),
        ("1½ uur", 90),
        ("½", 30),
        ("een half uur", 30),
        ("20 min", 20),
        ("1 uur en 40 minuten", 100),
        ("2 uur per week", 120),
        ("", None),
    ],
)
def test_time_is_read_as_people_write_it(text: str, minutes: int | None) -> None:
    assert TimeField(required=False).clean(text) == minutes


@pytest.mark.parametrize("text", ["vaak", "-3", "1 uur 30", "0", "400"])
def test_what_is_no_time_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValidationError, match="Schrijf"):
        TimeField(required=False).clean(text)


@pytest.mark.parametrize("minutes", [5, 15, 20, 30, 45, 60, 75, 90, 100, 121, 150, 480])
def test_what_stands_in_the_field_reads_back_as_it_was(minutes: int) -> None:
    assert TimeField(required=False).clean(typed(minutes)) == minutes


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "1 minuut"),
        (10, "10 minuten"),
        (30, "een half uur"),
        (120, "2 uur"),
        (150, "2,5 uur"),
        (100, "1 uur en 40 minuten"),
    ],
)
def test_time_is_said_in_words(minutes: int, words: str) -> None:
    assert time(minutes) == words


def test_time_per_week_is_said_per_time() -> None:
    told = {"frequency": TWICE.id, "minutes": 60, "group_size": 4, "basis": BASIS.id, "detail": "met Bo"}
    line = "twee keer per week een half uur, in een groepje van 4, tijdelijk, met Bo"
    assert how(FMT.offer, told) == line


def test_what_cannot_be_said_per_time_is_said_per_week() -> None:
    assert how(FMT.offer, {"minutes": 90}) == "anderhalf uur per week"
    assert (
        how(FMT.offer, {"frequency": LOOSE.id, "minutes": 60}).lower()
        == f"{LOOSE.label}, samen een uur per week".lower()
    )
    assert how(FMT.offer, {"frequency": TWICE.id, "minutes": 75}).endswith(
        "samen 1 uur en 15 minuten per week"
    )


def test_nothing_said_is_no_line_and_an_older_content_has_only_its_detail() -> None:
    assert how(FMT.offer, Thing().values()) == ""
    assert how(FMT.offer, {"what": "Handen", "detail": "vier ochtenden"}) == "vier ochtenden"


def test_a_choice_that_the_format_lost_still_shows() -> None:
    assert how(FMT.offer, {"basis": "bij-toeval"}) == "bij-toeval"


def test_sizes_are_said_as_people_do() -> None:
    assert how(FMT.offer, {"group_size": 1}) == "één leerling tegelijk"
    assert how(FMT.offer, {"group_size": 12}) == "in een groep van 12"


def test_terms_of_an_arrangement_leave_out_what_was_not_said() -> None:
    assert terms(Arrangement().values()) == ()
    assert terms({"places": 12, "until": "juli 2029"}) == (
        ("Plek voor", "12 leerlingen tegelijk"),
        ("Tot", "juli 2029"),
    )


def test_only_what_the_format_asks_is_in_the_form() -> None:
    for column in OFFER.columns:
        form = ThingForm(fmt=FMT, column=column)
        assert {field.name for field in form.amounts} == set(column.details)
    fmt = other()
    section = fmt.section_of_kind("arrangements")
    assert section is not None
    form = ThingForm(fmt=fmt, column=section.columns[0])
    assert [label for _, label in form.fields["frequency"].choices][1:] == ["Bij volle maan", "Op marktdag"]  # type: ignore[attr-defined]
    assert "basis" not in form.fields


def test_a_choice_of_an_older_format_stays_chosen() -> None:
    column = next(each for each in OFFER.columns if "basis" in each.details)
    form = ThingForm(instance=Thing(basis="bij-toeval"), fmt=FMT, column=column)
    assert ("bij-toeval", "bij-toeval") in form.fields["basis"].choices  # type: ignore[attr-defined]
