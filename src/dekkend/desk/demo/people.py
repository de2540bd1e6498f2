"""The invented people of the demonstration."""

from __future__ import annotations

from dataclasses import dataclass

from dekkend.accounts.models import User
from dekkend.region.models import Alliance, Board, Membership, Round, School

from .cast import PLAYERS, TEAM, address


@dataclass(frozen=True)
class People:
    """Who does the work of the filled schools: one person per role with a membership everywhere."""

    head: User
    council: User
    boards: dict[int, User]
    team: list[User]


def build_people(round: Round, first: School, second: School, third: School) -> People:
    alliance = round.alliance
    places: dict[str, School | Board | Alliance] = {
        "first": first,
        "second": second,
        "third": third,
        "board": first.board,
        "alliance": alliance,
    }
    for player in PLAYERS:
        user = User.objects.create_user(address(player.key), None, name=player.name)
        join(user, player.role, places[player.at], player.function)
    # The road of the first school can be walked to its end by one visitor, in every role.
    join(User.objects.get(email=address("mr")), "council", first)
    team = []
    for number, (name, function) in enumerate(TEAM):
        user = User.objects.create_user(address(f"team{number}"), None, name=name)
        join(user, "staff", first, function)
        team.append(user)
    return People(everywhere("head", alliance), everywhere("council", alliance), boards(alliance), team)


def join(user: User, role: str, at: School | Board | Alliance, function: str = "") -> None:
    Membership.objects.create(user=user, role=role, function=function, **{type(at).__name__.lower(): at})


def everywhere(role: str, alliance: Alliance) -> User:
    names = {"head": "Directeur (voorbeeld)", "council": "Voorzitter MR (voorbeeld)"}
    user = User.objects.create_user(address(f"elke-{role}"), None, name=names[role])
    Membership.objects.bulk_create(
        Membership(user=user, role=role, school=school) for school in alliance.schools.all()
    )
    return user


def boards(alliance: Alliance) -> dict[int, User]:
    """A board member for each board; the one who can be chosen sits in the largest."""
    found = {}
    for board in alliance.boards.all():
        member = Membership.objects.filter(board=board).select_related("user").first()
        if member is None:
            user = User.objects.create_user(
                address(f"bestuur-{board.code}"), None, name="Bestuurder (voorbeeld)"
            )
            member = Membership.objects.create(user=user, role="board", board=board)
        found[board.pk] = member.user
    return found
