"""One small world for every test: one samenwerkingsverband, two boards, three schools, one person per role.

Sam is the stranger: signed in, a member of nothing, and must see nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dekkend.accounts.models import User
from dekkend.profile.base.models import Profile
from dekkend.region.models import (
    Alliance,
    Area,
    Board,
    District,
    Membership,
    Provision,
    ProvisionCatalogue,
    PupilCount,
    Round,
    School,
)

PASSWORD = "een lange zin om mee in te loggen"
FORMAT = "almere-po/2026.1"


@dataclass
class World:
    alliance: Alliance
    boards: list[Board]
    areas: list[Area]
    schools: list[School]
    round: Round
    profile: Profile  # of the first school, in preparation
    people: dict[str, User] = field(default_factory=dict)

    @property
    def school(self) -> School:
        return self.schools[0]

    def __getattr__(self, name: str) -> User:
        """`world.head`, `world.coordinator`, `world.sam`: the person with that role at the first school."""
        try:
            return self.__dict__["people"][name]
        except KeyError as error:
            raise AttributeError(name) from error


# Name of the person, role, and where: at the first school, its board, or the samenwerkingsverband.
CAST = (
    ("head", "Hanna Hoofd", "head", "school"),
    ("coordinator", "Ina Begeleider", "coordinator", "school"),
    ("staff", "Thijs Teamlid", "staff", "school"),
    ("colleague", "Tara Teamlid", "staff", "school"),
    ("council", "Mo Raad", "council", "school"),
    ("board", "Bea Bestuur", "board", "board"),
    ("adviser", "Bas Begeleider", "adviser", "alliance"),
    ("analyst", "Ans Analist", "analyst", "alliance"),
    ("administrator", "Bo Beheer", "administrator", "alliance"),
)


def build(format_ref: str = FORMAT) -> World:
    """Make the world in the database; about forty rows."""
    alliance = Alliance.objects.create(
        slug="voorbeeld",
        name="Passend Onderwijs Voorbeeld",
        website="https://voorbeeld.example",
        support_point_name="Steunpunt Voorbeeld",
        support_point_url="https://steunpunt.example",
    )
    boards = Board.objects.bulk_create(
        Board(alliance=alliance, code=f"9999{n}", name=f"Stichting {n}") for n in (1, 2)
    )
    district = District.objects.create(alliance=alliance, name="Oost")
    areas = Area.objects.bulk_create(
        Area(alliance=alliance, district=district, name=f"Oost {n}", position=n) for n in (1, 2)
    )
    catalogue = ProvisionCatalogue.objects.create(
        alliance=alliance, version="2026", plan="Ondersteuningsplan 2026-2030", consent_on=date(2026, 5, 12)
    )
    provisions = (("dyslexie", "Hulp bij dyslexie"), ("veilig", "Een veilige school"))
    Provision.objects.bulk_create(
        Provision(catalogue=catalogue, key=key, title=title, text=f"{title}.", position=position)
        for position, (key, title) in enumerate(provisions)
    )
    names = (("De Leesplank", 0, 0), ("De Inktpot", 0, 0), ("De Liniaal", 1, 1))
    schools = School.objects.bulk_create(
        School(
            alliance=alliance,
            board=boards[board],
            area=areas[area],
            brin6=f"99X{'ABC'[n]}00",
            name=name,
            street=f"Leerlaan {n + 1}",
            postcode="1315 AB",
            city="Voorbeeld",
            denomination="Openbaar",
        )
        for n, (name, board, area) in enumerate(names)
    )
    PupilCount.objects.bulk_create(
        PupilCount(school=school, year=2025, pupils=pupils)
        for school, pupils in zip(schools, (212, 348, None), strict=True)
    )
    round = Round.objects.create(
        alliance=alliance,
        first_year=2027,
        format_ref=format_ref,
        catalogue=catalogue,
        dates={
            "checklist": "2026-12-11",
            "dialogue": "2027-01-22",
            "profile": "2027-02-26",
            "council": "2027-04-16",
        },
    )
    profile = Profile.objects.create(school=schools[0], round=round)
    world = World(alliance, boards, areas, schools, round, profile)
    places = {"school": schools[0], "board": boards[0], "alliance": alliance}
    cast = [(name, full_name, role, {scope: places[scope]}) for name, full_name, role, scope in CAST]
    # Somebody with the same role elsewhere: never to see this school's drafts.
    cast.append(("other_head", "Otto Ander", "head", {"school": schools[2]}))
    people = [(name, full_name) for name, full_name, *_ in cast]
    users = User.objects.bulk_create(newcomer(*each) for each in [*people, ("sam", "Sam Vreemd")])
    world.people |= {user.email.partition("@")[0]: user for user in users}
    Membership.objects.bulk_create(
        Membership(user=world.people[name], role=role, **place) for name, _, role, place in cast
    )
    return world


def newcomer(name: str, full_name: str) -> User:
    user = User(email=f"{name}@voorbeeld.example", name=full_name)
    user.set_unusable_password()
    return user


def sign_in_ready(world: World) -> None:
    """Give everybody a password; slow, so only for tests that sign in through the page."""
    for user in world.people.values():
        user.set_password(PASSWORD)
        user.save(update_fields=["password"])
