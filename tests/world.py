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
    boards = [Board.objects.create(alliance=alliance, code=f"9999{n}", name=f"Stichting {n}") for n in (1, 2)]
    district = District.objects.create(alliance=alliance, name="Oost")
    areas = [
        Area.objects.create(alliance=alliance, district=district, name=f"Oost {n}", position=n)
        for n in (1, 2)
    ]
    catalogue = ProvisionCatalogue.objects.create(
        alliance=alliance, version="2026", plan="Ondersteuningsplan 2026-2030", consent_on=date(2026, 5, 12)
    )
    for position, (key, title) in enumerate(
        (("dyslexie", "Hulp bij dyslexie"), ("veilig", "Een veilige school"))
    ):
        Provision.objects.create(
            catalogue=catalogue, key=key, title=title, text=f"{title}.", position=position
        )
    names = (("De Leesplank", 0, 0), ("De Inktpot", 0, 0), ("De Liniaal", 1, 1))
    schools = [
        School.objects.create(
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
    ]
    for school, pupils in zip(schools, (212, 348, None), strict=True):
        PupilCount.objects.create(school=school, year=2025, pupils=pupils)
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
    for name, full_name, role, scope in CAST:
        user = User.objects.create_user(f"{name}@voorbeeld.example", None, name=full_name)
        place = {"school": schools[0], "board": boards[0], "alliance": alliance}[scope]
        Membership.objects.create(user=user, role=role, **{scope: place})
        world.people[name] = user
    # Somebody with the same role elsewhere: never to see this school's drafts.
    world.people["other_head"] = User.objects.create_user("other@voorbeeld.example", None, name="Otto Ander")
    Membership.objects.create(user=world.people["other_head"], role="head", school=schools[2])
    world.people["sam"] = User.objects.create_user("sam@voorbeeld.example", None, name="Sam Vreemd")
    return world


def sign_in_ready(world: World) -> None:
    """Give everybody a password; slow, so only for tests that sign in through the page."""
    for user in world.people.values():
        user.set_password(PASSWORD)
        user.save(update_fields=["password"])
