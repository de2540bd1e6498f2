import pytest

from dekkend.audit.models import Event
from dekkend.process.engine import NotAllowed, Refused, may, perform
from dekkend.profile.base.models import Profile
from tests.world import World


def submitted(world: World) -> Profile:
    Profile.objects.filter(pk=world.profile.pk).update(state="submitted")
    world.profile.refresh_from_db()
    return world.profile


def test_perform_moves_the_state_and_leaves_an_event(world: World) -> None:
    profile = submitted(world)

    perform("return", profile, actor=world.board, reason="Sectie 4 mist de route.", data={"reason": "kort"})

    assert profile.state == "preparing"
    event = Event.objects.get(act="return")
    assert (event.actor_name, event.actor_role, event.data) == (
        "Bea Bestuur",
        "bestuur",
        {"reason": "kort", "to": "preparing"},
    )


def test_perform_refuses_a_stranger(world: World) -> None:
    profile = submitted(world)

    with pytest.raises(NotAllowed):
        perform("return", profile, actor=world.sam, reason="Ik wil het.")

    profile.refresh_from_db()
    assert profile.state == "submitted"


def test_perform_refuses_in_another_state(world: World) -> None:
    with pytest.raises(Refused, match="in voorbereiding"):
        perform("return", world.profile, actor=world.board, reason="Te vroeg.")


def test_perform_refuses_when_a_guard_says_so(world: World) -> None:
    profile = submitted(world)

    with pytest.raises(Refused, match="Schrijf op waarom"):
        perform("return", profile, actor=world.board, reason=" ")

    assert not Event.objects.exists()


def test_perform_undoes_everything_when_the_change_fails(world: World) -> None:
    profile = submitted(world)

    def change(locked: Profile, who: object) -> None:
        raise RuntimeError("halverwege")

    with pytest.raises(RuntimeError):
        perform("return", profile, actor=world.board, reason="Reden", change=change)

    assert Profile.objects.get().state == "submitted"
    assert not Event.objects.exists()


def test_rights_are_of_the_own_school_only(world: World) -> None:
    assert may("edit_checklist", world.coordinator, world.profile)
    assert not may("edit_checklist", world.other_head, world.profile)


def test_somebody_who_left_may_nothing(world: World) -> None:
    world.head.is_active = False

    assert not may("see_road", world.head, world.profile)
