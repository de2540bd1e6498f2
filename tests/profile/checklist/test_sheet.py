from dekkend.formats.model import Format
from dekkend.formats.queries import get_format
from dekkend.profile.base.models import Profile
from dekkend.profile.checklist.sheet import UNSURE, Sheet, is_answered, overall
from dekkend.profile.models import Answer, Copy
from tests.world import FORMAT, World

FMT: Format = get_format(FORMAT)
REASONED = next(value for value in FMT.scale.values if value.needs_reason)
PLAIN = next(value for value in FMT.scale.values if not value.needs_reason)
BY_TOPIC = next(item for item in FMT.items if item.topics)


def topics(*values: str) -> dict[str, str]:
    return dict(zip((topic.id for topic in BY_TOPIC.topics), values, strict=False))


def test_value_with_reason_is_answered_only_with_its_reason() -> None:
    assert not is_answered(FMT, Answer(value=REASONED.id))
    assert not is_answered(FMT, Answer(value=REASONED.id, reason="  "))
    assert is_answered(FMT, Answer(value=REASONED.id, reason="Wij hebben geen voorschool."))


def test_value_off_the_scale_is_open() -> None:
    assert is_answered(FMT, Answer(value=PLAIN.id))
    assert not is_answered(FMT, Answer(value="perhaps"))
    assert not is_answered(FMT, None)


def test_topics_give_one_value_when_none_is_open() -> None:
    number = len(BY_TOPIC.topics)

    assert overall(FMT, BY_TOPIC, topics(*[PLAIN.id] * number)) == PLAIN.id
    assert overall(FMT, BY_TOPIC, topics(*[PLAIN.id] * (number - 1))) == ""


def test_topics_that_somebody_does_not_know_are_left_out() -> None:
    rest = len(BY_TOPIC.topics) - 1

    assert overall(FMT, BY_TOPIC, topics(UNSURE.id, *[PLAIN.id] * rest)) == PLAIN.id
    assert overall(FMT, BY_TOPIC, topics(*[UNSURE.id] * (rest + 1))) == UNSURE.id


def test_topics_that_do_not_apply_make_an_item_that_does_not() -> None:
    values = topics(*[REASONED.id] * len(BY_TOPIC.topics))

    assert overall(FMT, BY_TOPIC, values) == REASONED.id


def test_sheet_counts_and_names_the_first_open_question(world: World) -> None:
    first, second = FMT.questions[:2]
    answers = [Answer(item=item.id, value=PLAIN.id) for item in first.items]
    sheet = Sheet(world.profile, None, [*answers, Answer(item="gone", value=PLAIN.id)])

    assert sheet.progress == f"{len(first.items)} van de {len(FMT.items)} onderdelen beantwoord"
    assert sheet.first_open() == second
    assert sheet.standing(first).sentence == "klaar"
    assert sheet.standing(second).sentence == "leeg"


def test_unsure_is_a_choice_in_a_personal_copy_only(world: World) -> None:
    profile = Profile.objects.get(pk=world.profile.pk)

    assert UNSURE in Sheet(profile, Copy(kind="personal"), []).choices
    assert UNSURE not in Sheet(profile, Copy(kind="shared"), []).choices
