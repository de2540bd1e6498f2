"""Nothing here knows Almere: a format with other sections, fields and columns walks the same way."""

from collections.abc import Iterator

import pytest

from dekkend.formats.actions import load_format
from dekkend.formats.queries import get_format
from dekkend.profile.writing.queries import open_parts
from tests.formats.texts import OTHER
from tests.profile.writing.shared import SignIn, agreed, at, save
from tests.world import World, build


@pytest.fixture
def other(db: None) -> Iterator[World]:
    get_format.cache_clear()
    load_format(OTHER)
    yield build("anders/2030.1")
    get_format.cache_clear()


def test_every_page_shows(other: World, sign_in: SignIn) -> None:
    client = sign_in(other.head)
    for section in other.profile.format.sections:
        assert client.get(at("section", other.profile, section.id)).status_code == 200
    assert client.get(at("provisions", other.profile)).status_code == 200
    assert client.get(at("preview", other.profile)).status_code == 200


def test_the_whole_station_is_walked(other: World, sign_in: SignIn) -> None:
    client, profile, fmt = sign_in(other.head), other.profile, other.profile.format
    texts = next(section for section in fmt.sections if section.kind == "texts")
    field = next(field for field in texts.fields if field.required)
    item = next(item for item in fmt.items if item.id in texts.draws)
    good = next(value for value in fmt.scale.values if value.offers_text)
    agreed(profile, item.id, good.id, "Rust in de klas.")
    client.post(at("section_blocks", profile, texts.id), {"source": item.id, "target": field.id})
    assert profile.texts.get().text == "Rust in de klas."

    offer = fmt.section_of_kind("arrangements")
    assert offer is not None
    client.post(at("rows_new", profile, offer.id), {"need": fmt.offer.needs[0].id})
    row = profile.arrangements.get()
    assert client.get(at("arrangements_table", profile, offer.id)).status_code == 200
    told = {"column": offer.columns[0].id, "what": "Handen", "missing": "yes"}
    client.post(at("things", profile, offer.id, row.pk), told)
    points = fmt.section_of_kind("improvements")
    assert points is not None
    client.post(at("points", profile), {"proposal": f"shortage.t{row.things.get().pk}"})
    point = profile.improvements.get()
    told = {"title": point.title, "goal": "Meer handen.", "sort": "school_development", "state": "planned"}
    save(client, at("row_save", profile, points.id, point.pk), revision="1", **told)
    for provision in other.round.catalogue.provisions.all():
        save(client, at("provision", profile, provision.key), how="Zo.")
    assert [part.key for part in open_parts(profile)] == []


def test_the_margin_asks_for_the_subjects_of_this_format(other: World, sign_in: SignIn) -> None:
    client, profile = sign_in(other.head), other.profile
    section, field = next(
        (section, field) for section in profile.format.sections for field in section.fields if field.subjects
    )
    save(client, at("section_field", profile, section.id, field.id), text="Wij zingen elke dag.")
    page = client.get(at("section", profile, section.id)).content.decode()
    assert f"Er staat nog niets over {field.subjects[0].label}." in page
