"""What a page reads at once is what stands in the tables."""

from __future__ import annotations

from typing import Any

from django.db import models

from dekkend.profile.base.models import Profile
from dekkend.profile.writing.comments import actions as comments
from dekkend.profile.writing.comments.texts import all_texts
from dekkend.profile.writing.queries import shown_of, with_page, with_rows, written_in
from tests.profile.checklist.test_cost import queries
from tests.profile.version.test_carrying import LAST, NOW, told
from tests.profile.version.yearly import adopt, fresh, next_year, written
from tests.profile.writing.shared import FMT, YES, agreed, summed
from tests.world import World


def everything(world: World) -> Profile:
    adopt(written(world, LAST, told()))
    now = next_year(world, NOW)
    agreed(now, FMT.items[0].id, YES, "Samen.")
    summed(now, FMT.questions[0].id, "Kort.")
    about = next(text for text in all_texts(fresh(now)) if text.paragraphs)
    said = comments.comment(fresh(now), about, "Klopt dit?", actor=world.staff)
    comments.reply(fresh(now), said, "Ja.", actor=world.head)
    now.waved.create(spot=about.spot, kind="reading", mark="x")
    return fresh(now)


def fields(rows: Any) -> list[dict[str, Any]]:
    return [
        {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields} for row in rows
    ]


def under(profile: Profile, path: str) -> list[Any]:
    owners: list[Any] = [profile]
    for name in path.split("."):
        found = [getattr(owner, name) for owner in owners]
        owners = [
            row for each in found for row in (each.all() if isinstance(each, models.Manager) else [each])
        ]
    return owners


def test_one_query_gives_every_row_as_it_is(world: World) -> None:
    now = everything(world)
    read = fresh(now)
    assert len(queries(lambda: with_page(read))) == 1
    for path, rows in shown_of(now).items():
        assert rows.exists(), path
        shown: list[Any] = []
        assert queries(lambda path=path, shown=shown: shown.extend(under(read, path))) == [], path
        key = list if rows.ordered and path.count(".") != 1 else sorted
        assert key([str(each) for each in fields(shown)]) == key([str(each) for each in fields(rows)]), path


def test_rows_know_whom_they_belong_to(world: World) -> None:
    read = with_rows(everything(world))
    row = read.arrangements.all()[0].things.all()[0]
    assert queries(lambda: row.arrangement.profile.school) == []
    assert row.arrangement.profile is read


def test_an_empty_profile_has_empty_lists(world: World) -> None:
    read = with_page(fresh(world.profile))
    assert queries(lambda: [under(read, path) for path in shown_of(read) if path != "carried"]) == []
    assert [path for path in written_in(read) if under(read, path)] == ["round.catalogue.provisions"]
    assert getattr(read, "carried", None) is None
