"""What was shown of an anonymous round stays as it was: a save that was on its way when the door shut is refused."""

from __future__ import annotations

import pytest

from dekkend.process.engine import Refused
from dekkend.profile.checklist import actions
from dekkend.profile.checklist.queries import copy_by_code, sheet_of
from dekkend.profile.dialogue.queries import spreads_of
from dekkend.profile.models import Answer, Copy
from tests.world import World


def test_a_save_that_comes_just_after_closing_adds_nothing(world: World) -> None:
    """It read the profile while the door was open. One answer more than the spread of before would be his or hers."""
    profile = world.profile
    actions.choose_naming(profile, "anonymous", actor=world.head)
    codes = actions.make_codes(profile, 4, actor=world.head)
    item = next(each for each in profile.format.items if not each.topics)
    for code in codes[:3]:
        actions.answer(sheet_of(copy_by_code(profile.pk, code)), item, {"value": "yes"}, base=0, actor=None)
    on_its_way = sheet_of(copy_by_code(profile.pk, codes[3]))
    late = copy_by_code(profile.pk, codes[3])

    actions.close_team(profile, actor=world.head)
    profile.refresh_from_db()
    with pytest.raises(Refused, match="gesloten"):
        actions.answer(on_its_way, item, {"value": "no"}, base=0, actor=None)
    with pytest.raises(Refused, match="gesloten"):
        actions.finish(late, finished=True, actor=None)

    assert spreads_of(profile)[item.id].answered == 3
    assert Answer.objects.exclude(value="").count() == 3
    assert not Copy.objects.filter(is_finished=True).exists()
