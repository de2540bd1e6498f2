"""What the team left open about a text stands beside it in the new year too."""

from __future__ import annotations

from typing import Any

from dekkend.profile.base.models import Profile
from dekkend.profile.models import Comment
from dekkend.profile.writing import actions as writing
from dekkend.profile.writing.comments import actions
from dekkend.profile.writing.comments.queries import listed
from dekkend.profile.writing.comments.texts import Text, all_texts
from dekkend.profile.writing.comments.tying import mark_of
from dekkend.profile.writing.queries import with_rows
from tests.adoption.roads import example
from tests.profile.version.yearly import adopt, fresh, next_year, written
from tests.profile.writing.shared import VISION
from tests.world import World

LAST, NOW = 2026, 2027
FIELD = next(field for field in VISION.fields if field.kind == "text")
SPOT = f"veld.{VISION.id}.{FIELD.id}"


def last_year(world: World) -> Profile:
    profile = written(
        world, LAST, {**example(), "texts": {VISION.id: {FIELD.id: "Een kind.\n\nEen school."}}}
    )
    row = profile.improvements.create(title="Rekenen", goal="Wij rekenen samen.", revision=1)
    special = writing.add_specialisation(profile, title="Taalplein", actor=world.head)
    for each in (row, special):
        writing.save(
            each, {each.texts[0]: "Elke week."}, profile=profile, base=each.revision, actor=world.head
        )
    return fresh(profile)


def texts_of(profile: Profile) -> list[Text]:
    return all_texts(with_rows(fresh(profile)))


def say(world: World, profile: Profile, about: Text, part: str = "", **more: Any) -> Comment:
    asked = f"{about.paragraphs.index(part)}.{mark_of(part)}" if part else ""
    return actions.comment(profile, about, "Klopt dit?", paragraph=asked, actor=world.staff)


def test_open_comments_come_along_with_what_was_answered(world: World) -> None:
    before = last_year(world)
    about = next(text for text in texts_of(before) if text.spot == SPOT)
    row, shut = (say(world, before, about, "Een school.") for _ in range(2))
    actions.reply(before, row, "Dat kijken we na.", actor=world.head)
    actions.resolve(before, shut, actor=world.head)
    adopt(before)

    now = next_year(world, NOW)

    came = now.comments.get()
    assert (came.spot, came.words, came.position, came.who, came.at) == (
        SPOT, "Een school.", 1, world.staff.name, row.at,
    )  # fmt: skip
    assert [reply.text for reply in came.replies.all()] == ["Dat kijken we na."]
    assert before.comments.count() == 2


def test_on_every_text_they_come_along(world: World) -> None:
    """Also where the row has another key by now."""
    before = last_year(world)
    texts = [text for text in texts_of(before) if text.paragraphs]
    kinds = {text.spot.partition(".")[0] for text in texts}
    assert kinds >= {"veld", "kolom", "arrangement", "specialisatie", "grens", "punt"}
    for text in texts:
        say(world, before, text)
        say(world, before, text, text.paragraphs[0])
    adopt(before)

    now = next_year(world, NOW)

    found = listed(with_rows(fresh(now)))
    assert all(each.beside for each in found)
    assert sum(len(each.open) for each in found) == 2 * len(texts)
    assert not any(thread.is_gone for each in found for thread in each.open)


def test_what_has_no_place_stays_with_last_year(world: World) -> None:
    before = last_year(world)
    about = next(text for text in texts_of(before) if text.spot == SPOT)
    say(world, before, about, "Een school.")
    row = before.texts.get(section=VISION.id, field=FIELD.id)
    writing.write_text(before, VISION, FIELD, "Een kind.", base=row.revision, actor=world.head)
    adopt(before)

    assert not next_year(world, NOW).comments.exists()
