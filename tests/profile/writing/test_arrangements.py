"""Arrangements: whom they are for, four columns, things that are needed and available."""

from dekkend.audit.models import Event
from dekkend.profile.models import Arrangement, ColumnText, Thing
from dekkend.profile.writing import actions
from tests.profile.writing.shared import FMT, NEED, OFFER, POINTS, SCRIPT, VISION, SignIn, at, save
from tests.world import World

COLUMN = next(column for column in OFFER.columns if column.picks)
PICK = FMT.offer.list(COLUMN.picks[0])[0]


def begun(world: World, need: int = 0) -> Arrangement:
    return actions.add_arrangement(world.profile, FMT.offer.needs[need], actor=world.head)


def thing(world: World, arrangement: Arrangement, what: str = "Stille werkplek") -> Thing:
    """One that is not there yet."""
    return actions.add_thing(arrangement, COLUMN, what=what, pick=None, is_available=False, actor=world.head)


def test_a_new_arrangement_opens_to_be_written(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.head).post(at("rows_new", world.profile, OFFER.id), {"need": NEED})
    row = world.profile.arrangements.get()
    assert answer.url == at("arrangement", world.profile, OFFER.id, row.pk)
    assert Event.objects.filter(act="add", subject=row.subject).count() == 1


def test_without_a_need_there_is_no_arrangement(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.head).post(at("rows_new", world.profile, OFFER.id), {"need": "geld"})
    assert answer.status_code == 423
    assert "Kies eerst voor welke behoefte" in answer.content.decode()


def test_a_card_saves_itself_and_says_the_note_of_the_need(world: World, sign_in: SignIn) -> None:
    noted = next(need for need in FMT.offer.needs if need.note)
    row = begun(world)
    url = at("row_save", world.profile, OFFER.id, row.pk)
    answer = save(
        sign_in(world.head), url, revision="1", need=noted.id, title="", target="Voor wie Nederlands leert."
    )
    assert answer.json()["state"]["need-note"] == noted.note
    assert answer.json()["state"]["name"] == noted.label


def test_two_people_who_say_for_whom_it_is_see_both_texts(world: World, sign_in: SignIn) -> None:
    row, client = begun(world), sign_in(world.head)
    url = at("row_save", world.profile, OFFER.id, row.pk)
    assert save(client, url, revision="1", need=NEED, target="Voor kleuters.").status_code == 200
    answer = save(client, url, revision="1", need=NEED, target="Voor groep acht.")
    assert answer.status_code == 409
    assert answer.json()["fields"]["target"]["theirs"] == "Voor kleuters."


def test_two_people_who_choose_another_need_see_both_in_words(world: World, sign_in: SignIn) -> None:
    row, client = begun(world), sign_in(world.head)
    url = at("row_save", world.profile, OFFER.id, row.pk)
    save(client, url, revision="1", need=FMT.offer.needs[1].id)
    answer = save(client, url, revision="1", need=FMT.offer.needs[2].id)
    assert answer.json()["fields"]["need"]["theirs_shown"] == FMT.offer.needs[1].label


def test_two_people_write_in_two_columns(world: World, sign_in: SignIn) -> None:
    row, client = begun(world), sign_in(world.head)
    for column in OFFER.columns:
        url = at("column", world.profile, OFFER.id, row.pk, column.id)
        assert save(client, url, text=f"Tekst van {column.id}").json()["revision"] == 1
    assert ColumnText.objects.filter(arrangement=row).count() == len(OFFER.columns)


def test_a_thing_from_the_list_or_in_own_words(world: World, sign_in: SignIn) -> None:
    row, client = begun(world), sign_in(world.head)
    url = at("things", world.profile, OFFER.id, row.pk)
    client.post(url, {"column": COLUMN.id, "pick": PICK.id, "what": ""})
    client.post(url, {"column": COLUMN.id, "pick": "", "what": "  Een eigen   ding "})
    first, second = row.things.all()
    assert (first.pick, first.what) == (PICK.id, PICK.label)
    assert (second.pick, second.what) == ("", "Een eigen ding")
    assert client.post(url, {"column": COLUMN.id}).status_code == 423


def test_what_is_added_counts_as_there(world: World, sign_in: SignIn) -> None:
    row, client = begun(world), sign_in(world.head)
    url = at("things", world.profile, OFFER.id, row.pk)
    client.post(url, {"column": COLUMN.id, "pick": PICK.id})
    client.post(url, {"column": COLUMN.id, "what": "Handen"})
    assert [(each.is_needed, each.is_available) for each in row.things.all()] == [(True, True)] * 2
    page = client.get(at("arrangements_table", world.profile, OFFER.id)).content.decode()
    assert "tekort:</b>" not in page


def test_what_is_not_there_yet_is_added_as_a_shortage(world: World, sign_in: SignIn) -> None:
    row, client = begun(world), sign_in(world.head)
    url = at("things", world.profile, OFFER.id, row.pk)
    told = {"column": COLUMN.id, "what": "Handen", "missing": "yes"}
    page = client.post(url, told, follow=True).content.decode()
    assert "Handen staat erbij, als tekort. Wat nog meer?" in page
    assert "{#" not in page
    assert row.things.get().is_short
    page = client.get(at("arrangements_table", world.profile, OFFER.id)).content.decode()
    assert "tekort:</b>" in page


def test_a_pick_of_another_column_is_not_taken(world: World, sign_in: SignIn) -> None:
    row, client = begun(world), sign_in(world.head)
    others = {pick.id for name in COLUMN.picks for pick in FMT.offer.list(name)}
    stray = next(pick for _, picks in FMT.offer.picks for pick in picks if pick.id not in others)
    answer = client.post(
        at("things", world.profile, OFFER.id, row.pk), {"column": COLUMN.id, "pick": stray.id}
    )
    assert answer.status_code == 423
    assert not row.things.exists()


def test_needed_and_not_there_is_a_shortage(world: World, sign_in: SignIn) -> None:
    row = begun(world)
    made = thing(world, row)
    url = at("thing", world.profile, OFFER.id, row.pk, made.pk)
    answer = save(sign_in(world.head), url, revision="1", what="Stille werkplek", is_needed="on")
    assert answer.json()["state"][f"part-{OFFER.id}"] == "1 arrangement, 1 tekort"
    answer = save(
        sign_in(world.head), url, revision="2", what="Stille werkplek", is_needed="on", is_available="on"
    )
    assert answer.json()["state"][f"part-{OFFER.id}"] == "1 arrangement"


def test_a_thing_without_a_word_is_refused(world: World, sign_in: SignIn) -> None:
    row = begun(world)
    made = thing(world, row)
    answer = save(
        sign_in(world.head), at("thing", world.profile, OFFER.id, row.pk, made.pk), revision="1", what=" "
    )
    assert answer.json()["errors"]["what"] == ["Zeg in een paar woorden wat het is."]


def test_how_much_and_how_often_is_saved_and_said(world: World, sign_in: SignIn) -> None:
    column = next(
        each for each in OFFER.columns if {"frequency", "minutes", "group_size"} <= set(each.details)
    )
    row = begun(world)
    made = actions.add_thing(row, column, what="Oefenen", pick=None, actor=world.head)
    twice = next(pick for pick in FMT.offer.list("frequency") if pick.weekly == 2)
    url = at("thing", world.profile, OFFER.id, row.pk, made.pk)
    told = {"what": "Oefenen", "frequency": twice.id, "minutes": "1 uur", "group_size": "4"}
    answer = save(sign_in(world.head), url, revision="1", **told)
    assert answer.json()["state"][f"how-{made.pk}"] == "twee keer per week een half uur, in een groepje van 4"
    made.refresh_from_db()
    assert (made.minutes, made.group_size) == (60, 4)


def test_a_wrong_amount_says_what_to_write_and_changes_nothing(world: World, sign_in: SignIn) -> None:
    row = begun(world)
    made = actions.add_thing(row, OFFER.columns[0], what="Oefenen", pick=None, actor=world.head)
    url = at("thing", world.profile, OFFER.id, row.pk, made.pk)
    answer = save(
        sign_in(world.head), url, revision="1", what="Oefenen", minutes="vaak", group_size="-1", frequency="x"
    )
    assert set(answer.json()["errors"]) == {"minutes", "group_size", "frequency"}
    assert answer.json()["errors"]["minutes"] == ["Schrijf de tijd per week als 1,5 uur of als 20 minuten."]
    made.refresh_from_db()
    assert made.revision == 1


def test_time_that_two_people_write_is_shown_as_it_is_typed(world: World, sign_in: SignIn) -> None:
    row, client = begun(world), sign_in(world.head)
    made = actions.add_thing(row, OFFER.columns[0], what="Oefenen", pick=None, actor=world.head)
    url = at("thing", world.profile, OFFER.id, row.pk, made.pk)
    save(client, url, revision="1", what="Oefenen", minutes="1,5")
    answer = save(client, url, revision="1", what="Oefenen met Bo")
    assert answer.json()["fields"] == {"minutes": "1,5 uur"}
    answer = save(client, url, revision="1", what="Oefenen met Bo", minutes="2")
    assert answer.status_code == 409
    told = answer.json()["fields"]["minutes"]
    assert (told["mine"], told["theirs"], told["theirs_shown"]) == ("2 uur", "1,5 uur", "1,5 uur")


def test_the_terms_of_an_arrangement_are_saved(world: World, sign_in: SignIn) -> None:
    row, client = begun(world), sign_in(world.head)
    url = at("row_save", world.profile, OFFER.id, row.pk)
    save(client, url, revision="1", need=NEED, places="12", duration="een half jaar", until="juli 2029")
    row.refresh_from_db()
    assert (row.places, row.duration, row.until) == (12, "een half jaar", "juli 2029")
    answer = save(client, url, revision="2", need=NEED, places="veel")
    assert answer.json()["errors"]["places"] == ["Schrijf alleen een getal, van 1 tot en met 1000."]


def test_a_shortage_becomes_an_improvement_point_once(world: World, sign_in: SignIn) -> None:
    row = begun(world)
    made = thing(world, row)
    client = sign_in(world.head)
    for _ in range(2):
        answer = client.post(at("points", world.profile), {"proposal": f"shortage.t{made.pk}"})
    point = world.profile.improvements.get()
    assert (point.title, point.source_kind) == ("Stille werkplek", "shortage")
    assert answer.url == at("section", world.profile, POINTS.id) + f"#rij-{point.pk}"
    page = client.get(at("arrangement", world.profile, OFFER.id, row.pk)).content.decode()
    assert "staat bij de verbeterpunten" in page


def test_what_is_there_is_no_cause_for_improvement(world: World, sign_in: SignIn) -> None:
    made = thing(world, begun(world))
    Thing.objects.filter(pk=made.pk).update(is_available=True)
    answer = sign_in(world.head).post(at("points", world.profile), {"proposal": f"shortage.t{made.pk}"})
    assert answer.status_code == 423
    assert not world.profile.improvements.exists()


def test_cards_and_things_move(world: World, sign_in: SignIn) -> None:
    first, second = begun(world, 0), begun(world, 1)
    client = sign_in(world.head)
    client.post(at("row_move", world.profile, OFFER.id, second.pk), {"to": "up"})
    assert list(world.profile.arrangements.all()) == [second, first]
    client.post(at("row_move", world.profile, OFFER.id, second.pk), {"to": "up"})
    assert list(world.profile.arrangements.all()) == [second, first]
    one, two = thing(world, first, "Een"), thing(world, first, "Twee")
    client.post(at("thing_move", world.profile, OFFER.id, first.pk, one.pk), {"to": "down"})
    assert [each.what for each in first.things.all()] == ["Twee", "Een"]
    assert two.revision == 1


def test_a_move_says_where_a_row_stands_with_a_script_and_without(world: World, sign_in: SignIn) -> None:
    first, second = begun(world, 0), begun(world, 1)
    client, url = sign_in(world.head), at("row_move", world.profile, OFFER.id, second.pk)
    said = f"{FMT.offer.needs[1].label} staat nu op plaats"
    assert client.post(url, {"to": "up"}, headers=SCRIPT).json() == {"said": f"{said} 1 van 2."}
    assert f"{said} 2 van 2." in client.post(url, {"to": "down"}, follow=True).content.decode()
    one, _ = thing(world, first, "Een"), thing(world, first, "Twee")
    moving = at("thing_move", world.profile, OFFER.id, first.pk, one.pk)
    assert client.post(moving, {"to": "up"}, headers=SCRIPT).json() == {
        "said": "Een staat nu op plaats 1 van 2."
    }


def test_after_adding_the_column_stands_open_for_the_next(world: World, sign_in: SignIn) -> None:
    row, client = begun(world), sign_in(world.head)
    url = at("things", world.profile, OFFER.id, row.pk)
    page = client.post(url, {"column": COLUMN.id, "what": "Handen"}, follow=True).content.decode()
    assert "Handen staat erbij. Wat nog meer?" in page
    assert page.count("autofocus") == 1


def test_the_table_reads_like_the_format(world: World, sign_in: SignIn) -> None:
    row = begun(world)
    made = actions.add_thing(row, OFFER.columns[0], what="Stille plek", pick=None, actor=world.head)
    Thing.objects.filter(pk=made.pk).update(minutes=30, is_available=False)
    page = sign_in(world.head).get(at("arrangements_table", world.profile, OFFER.id)).content.decode()
    titles = [page.index(f'<th scope="col">{column.title}') for column in OFFER.columns]
    assert titles == sorted(titles)
    assert "tekort:" in page
    assert "een half uur per week" in page


def test_only_arrangements_have_a_table(world: World, sign_in: SignIn) -> None:
    assert sign_in(world.head).get(at("arrangements_table", world.profile, POINTS.id)).status_code == 404


def test_what_is_taken_away_can_be_put_back_whole(world: World, sign_in: SignIn) -> None:
    row, client = begun(world), sign_in(world.head)
    thing(world, row)
    save(client, at("column", world.profile, OFFER.id, row.pk, COLUMN.id), text="Uitleg")
    answer = client.post(at("row_removal", world.profile, OFFER.id, row.pk))
    assert not world.profile.arrangements.exists()
    page = client.get(answer.url).content.decode()
    assert "Zet het terug" in page

    removal = Event.objects.get(act="remove")
    undo = at("undo", world.profile, OFFER.id)
    client.post(undo, {"removal": str(removal.pk)})
    back = world.profile.arrangements.get()
    assert (back.need, back.things.get().what, back.column_texts.get().text) == (
        NEED,
        "Stille werkplek",
        "Uitleg",
    )
    assert client.post(undo, {"removal": str(removal.pk)}).status_code == 423


def test_a_thing_comes_back_to_its_arrangement(world: World, sign_in: SignIn) -> None:
    row, client = begun(world), sign_in(world.head)
    made = thing(world, row)
    client.post(at("thing_removal", world.profile, OFFER.id, row.pk, made.pk))
    assert not row.things.exists()
    removal = Event.objects.get(act="remove")
    client.post(at("undo", world.profile, OFFER.id), {"removal": str(removal.pk)})
    assert row.things.get().what == "Stille werkplek"


def test_a_removal_of_another_school_cannot_be_put_back(world: World, sign_in: SignIn) -> None:
    other = type(world.profile).objects.create(school=world.schools[2], round=world.round)
    row = actions.add_arrangement(other, FMT.offer.needs[0], actor=world.other_head)
    removal = actions.remove(row, profile=other, actor=world.other_head)
    answer = sign_in(world.head).post(at("undo", world.profile, OFFER.id), {"removal": str(removal.pk)})
    assert answer.status_code == 404


def test_an_arrangement_of_another_school_is_not_there(world: World, sign_in: SignIn) -> None:
    other = type(world.profile).objects.create(school=world.schools[2], round=world.round)
    row = actions.add_arrangement(other, FMT.offer.needs[0], actor=world.other_head)
    client = sign_in(world.head)
    assert client.get(at("arrangement", world.profile, OFFER.id, row.pk)).status_code == 404
    assert client.post(at("row_removal", world.profile, OFFER.id, row.pk)).status_code == 404


def test_bouwstenen_fold_under_an_arrangement_and_stand_beside_a_text(world: World, sign_in: SignIn) -> None:
    row, client = begun(world), sign_in(world.head)
    folded = '<details class="fold fold--pane"><summary>Bouwstenen'

    assert folded in client.get(at("arrangement", world.profile, OFFER.id, row.pk)).content.decode()
    assert folded not in client.get(at("section", world.profile, VISION.id)).content.decode()
