"""The example region: the 75 real locations of Almere in areas by approximation, and two rounds."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from dekkend.audit.actions import SYSTEM
from dekkend.profile.base.actions import open_profiles
from dekkend.region.actions import propose
from dekkend.region.duo.actions import apply, apply_pupils
from dekkend.region.duo.changes import compare
from dekkend.region.duo.rows import read_pupils, read_schools
from dekkend.region.models import Alliance, Area, District, Provision, ProvisionCatalogue, Round, School
from dekkend.region.shapes import read_postcodes, read_shapes

DATA = Path(__file__).parent / "data"
FORMAT = "almere-po/2026.1"
DATES = {
    "checklist": "2026-12-11",
    "dialogue": "2027-01-22",
    "profile": "2027-02-26",
    "pupils": "2027-03-12",
    "council": "2027-04-23",
    "adoption": "2027-06-04",
    "publication": "2027-07-16",
}


LAST_DATES = {
    "checklist": "2025-12-12",
    "dialogue": "2026-01-23",
    "profile": "2026-02-27",
    "pupils": "2026-03-13",
    "council": "2026-04-24",
    "adoption": "2026-06-05",
    "publication": "2026-07-17",
}


def text(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


def build_region() -> Round:
    alliance = Alliance.objects.create(
        slug="almere",
        name="Samenwerkingsverband Almere (voorbeeld)",
        support_point_name="Ouder- en jeugdsteunpunt (voorbeeld)",
        areas_note="Indeling bij benadering, niet die van het samenwerkingsverband.",
        is_example=True,
    )
    areas = build_areas(alliance)
    raw = (DATA / "duo-scholen-almere-2026-08.csv").read_bytes()
    apply(alliance, compare(alliance, read_schools(raw)), actor=SYSTEM)
    counts = read_pupils((DATA / "duo-leerlingen-almere-2021-2025.csv").read_bytes())
    apply_pupils(alliance, counts, actor=SYSTEM)
    place(list(alliance.schools.all()), areas)
    round = Round.objects.create(
        alliance=alliance,
        first_year=2027,
        format_ref=FORMAT,
        catalogue=build_catalogue(alliance),
        dates=DATES,
    )
    open_profiles(alliance, made=round, actor=SYSTEM)
    return round


def build_last_round(round: Round) -> Round:
    """The year before, in which only some schools took part: they alone get a profile, and all of them are done."""
    return Round.objects.create(
        alliance=round.alliance,
        first_year=round.first_year - 1,
        format_ref=round.format_ref,
        catalogue=round.catalogue,
        dates=LAST_DATES,
    )


def build_areas(alliance: Alliance) -> list[Area]:
    """Ten areas grouped from CBS wijken."""
    shapes = read_shapes(text("cbs-wijken-almere-2023.geojson"))
    areas = []
    for position, row in enumerate(csv.DictReader(StringIO(text("wijken.csv")), delimiter=";")):
        district, _ = District.objects.get_or_create(
            alliance=alliance, name=row["stadsdeel"], defaults={"position": position}
        )
        shape = [polygon for code in row["wijkcodes CBS"].split() for polygon in shapes[code]]
        areas.append(
            Area.objects.create(
                alliance=alliance, district=district, name=row["wijk"], position=position, shape=shape
            )
        )
    return areas


def place(schools: list[School], areas: list[Area]) -> None:
    """A point and an area for each school, by its postcode: a proposal that can be corrected on the page."""
    postcodes = read_postcodes(text("geonames-postcodes-almere.csv"))
    proposed = propose(schools, areas, postcodes)
    for school in schools:
        school.area = proposed.get(school.pk)
        school.longitude, school.latitude = postcodes.get(school.postcode[:4], (None, None))
    School.objects.bulk_update(schools, ["area", "longitude", "latitude"])


def build_catalogue(alliance: Alliance) -> ProvisionCatalogue:
    source = settings.HOME / "formats/almere-po/voorbeeld-basisvoorzieningen.yml"
    told: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    catalogue = ProvisionCatalogue.objects.create(
        alliance=alliance,
        version=told["version"],
        plan=told["plan"],
        consent_on=date.fromisoformat(told["consent_on"]),
        is_example=True,
    )
    Provision.objects.bulk_create(
        Provision(catalogue=catalogue, key=one["id"], title=one["title"], text=one["text"], position=position)
        for position, one in enumerate(told["provisions"])
    )
    return catalogue
