from uuid import uuid4

import pytest

from dekkend.audit.actions import ANONYMOUS, Actor
from dekkend.audit.models import Event
from dekkend.audit.revisions import Conflict, Sending, revise
from dekkend.profile.models import Answer, Copy
from tests.world import World


@pytest.fixture
def answer(world: World) -> Answer:
    copy = Copy.objects.create(profile=world.profile, kind="shared")
    return Answer.objects.create(copy=copy, item="ZOI-2")


@pytest.fixture
def ina(world: World) -> Actor:
    return Actor(world.coordinator, "Ina Begeleider", "intern begeleider")


def test_revise_saves_and_keeps_the_history(answer: Answer, ina: Actor) -> None:
    saved = revise(answer, {"value": "yes", "note": "Wij kijken vroeg."}, base=0, actor=ina)

    assert saved.row.revision == 1
    event = Event.objects.of(answer.subject).get()
    assert (event.actor_name, event.data["value"], event.data["note"]) == (
        "Ina Begeleider",
        "yes",
        "Wij kijken vroeg.",
    )


def test_revise_merges_a_stale_text_that_does_not_touch(answer: Answer, ina: Actor) -> None:
    revise(answer, {"note": "een twee drie vier"}, base=0, actor=ina)
    revise(answer, {"note": "een twee drie vijf"}, base=1, actor=ina)

    saved = revise(answer, {"note": "nul twee drie vier"}, base=1, actor=ina)

    assert saved.row.note == "nul twee drie vijf"
    assert saved.merged == {"note": "nul twee drie vijf"}


def test_revise_shows_both_texts_where_they_touch(answer: Answer, ina: Actor) -> None:
    revise(answer, {"note": "een"}, base=0, actor=ina)

    with pytest.raises(Conflict) as caught:
        revise(answer, {"note": "twee"}, base=0, actor=ina)

    clash = caught.value.clashes["note"]
    assert (clash.mine, clash.theirs, clash.who) == ("twee", "een", "Ina Begeleider")
    answer.refresh_from_db()
    assert (answer.note, answer.revision) == ("een", 1)


def test_revise_keeps_the_refused_text_in_the_history(answer: Answer, ina: Actor) -> None:
    revise(answer, {"note": "een"}, base=0, actor=ina)

    with pytest.raises(Conflict):
        revise(answer, {"note": "twee"}, base=0, actor=ina)

    assert Event.objects.get(act="refuse").data == {"note": "twee"}


def test_revise_takes_both_fields_of_two_people(answer: Answer, ina: Actor) -> None:
    revise(answer, {"value": "yes", "note": ""}, base=0, actor=ina)

    saved = revise(answer, {"value": "", "note": "tekst"}, base=0, actor=ina)

    assert (saved.row.value, saved.row.note) == ("yes", "tekst")


def test_revise_takes_both_keys_of_an_object(answer: Answer, ina: Actor) -> None:
    revise(answer, {"topics": {"lezen": "yes"}}, base=0, actor=ina)
    revise(answer, {"topics": {"lezen": "yes", "rekenen": "no"}}, base=1, actor=ina)

    saved = revise(answer, {"topics": {"lezen": "no"}}, base=1, actor=ina)

    assert saved.row.topics == {"lezen": "no", "rekenen": "no"}


def test_revise_shows_one_key_of_an_object_where_both_changed_it(answer: Answer, ina: Actor) -> None:
    revise(answer, {"topics": {"lezen": "yes"}}, base=0, actor=ina)

    with pytest.raises(Conflict) as caught:
        revise(answer, {"topics": {"lezen": "no", "rekenen": "no"}}, base=0, actor=ina)

    assert {name: (each.mine, each.theirs) for name, each in caught.value.clashes.items()} == {
        "topics.lezen": ("no", "yes")
    }


def test_revise_derives_from_the_merged_row(answer: Answer, ina: Actor) -> None:
    revise(answer, {"topics": {"lezen": "yes"}}, base=0, actor=ina)

    saved = revise(
        answer,
        {"topics": {"rekenen": "no"}},
        base=0,
        actor=ina,
        derive=lambda row: {"value": "+".join(sorted(row.topics.values()))},
    )

    assert saved.row.value == "no+yes"


def test_revise_without_a_change_writes_nothing(answer: Answer, ina: Actor) -> None:
    revise(answer, {"value": "yes"}, base=0, actor=ina)

    revise(answer, {"value": "yes"}, base=1, actor=ina)

    assert Event.objects.count() == 1


def test_anonymous_events_carry_no_person_and_no_time(answer: Answer) -> None:
    revise(answer, {"value": "yes"}, base=0, actor=ANONYMOUS)

    event = Event.objects.get()
    assert (event.actor, event.actor_name, event.actor_role) == (None, "teamlid", "teamlid")
    assert event.at.astimezone().strftime("%M:%S") == "00:00"


def test_save_that_comes_twice_is_stored_once(answer: Answer, ina: Actor) -> None:
    once = Sending(uuid4())
    revise(answer, {"note": "een"}, base=0, actor=ina, sending=once)

    again = revise(answer, {"note": "een"}, base=0, actor=ina, sending=once)

    assert (again.row.revision, again.merged) == (1, {})
    assert Event.objects.of(answer.subject).count() == 1


def test_save_that_comes_twice_tells_what_others_wrote_meanwhile(answer: Answer, ina: Actor) -> None:
    once = Sending(uuid4())
    revise(answer, {"note": "een"}, base=0, actor=ina, sending=once)
    revise(answer, {"note": "een en meer"}, base=1, actor=ina)

    again = revise(answer, {"note": "een"}, base=0, actor=ina, sending=once)

    assert (again.row.revision, again.merged) == (2, {"note": "een en meer"})


def test_own_save_without_an_answer_is_no_conflict(answer: Answer, ina: Actor) -> None:
    lost = uuid4()
    revise(answer, {"value": "yes"}, base=0, actor=ina, sending=Sending(lost))

    saved = revise(answer, {"value": "no"}, base=0, actor=ina, sending=Sending(uuid4(), frozenset({lost})))

    assert (saved.row.value, saved.row.revision) == ("no", 2)


def test_save_of_somebody_else_after_a_lost_one_is_a_conflict(answer: Answer, ina: Actor) -> None:
    lost = uuid4()
    revise(answer, {"value": "yes"}, base=0, actor=ina, sending=Sending(lost))
    revise(answer, {"value": "half"}, base=1, actor=ina)

    with pytest.raises(Conflict):
        revise(answer, {"value": "no"}, base=0, actor=ina, sending=Sending(uuid4(), frozenset({lost})))


def test_key_of_another_row_says_nothing(answer: Answer, ina: Actor) -> None:
    other = Answer.objects.create(copy=answer.copy, item="ZOI-3")
    once = Sending(uuid4())
    revise(other, {"value": "yes"}, base=0, actor=ina, sending=once)
    revise(answer, {"value": "yes"}, base=0, actor=ina)

    with pytest.raises(Conflict):
        revise(answer, {"value": "no"}, base=0, actor=ina, sending=once)


def test_conflict_tells_what_was_merged_in_the_other_fields(answer: Answer, ina: Actor) -> None:
    revise(answer, {"note": "een", "evidence": "map"}, base=0, actor=ina)

    with pytest.raises(Conflict) as caught:
        revise(answer, {"note": "twee", "evidence": ""}, base=0, actor=ina)

    assert caught.value.merged == {"evidence": "map"}
