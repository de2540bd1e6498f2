"""Fields of a section: saved by themselves, together, and safely."""

from dekkend.audit.models import Event
from dekkend.profile.models import SectionText
from dekkend.profile.writing.words import length_of
from tests.profile.writing.shared import BASIS, FACTS, SCRIPT, VISION, SignIn, at, save
from tests.world import World

FIELD = next(field for field in VISION.fields if field.required)
WHERE = {"section": VISION.id, "field": FIELD.id}
CHOICE = next(field for field in BASIS.fields if field.kind == "choice")
DAY = next(field for field in BASIS.fields if field.kind == "date")
FIGURE = next(field for field in FACTS.fields if field.kind == "number")


def address(world: World, section=VISION, field=FIELD) -> str:
    return at("section_field", world.profile, section.id, field.id)


def test_a_save_answers_with_revision_time_and_what_follows(world: World, sign_in: SignIn) -> None:
    answer = save(sign_in(world.coordinator), address(world), text="Wij kijken wat een kind nodig heeft.")
    told = answer.json()
    assert answer.status_code == 200
    assert told["revision"] == 1
    assert told["state"][f"length-{FIELD.id}"].startswith("7 woorden")
    assert told["state"][f"part-{VISION.id}"] == "1 van 5 stukken"
    event = Event.objects.at_place(world.profile.place).get(act="save")
    assert (event.actor_name, event.data) == (
        "Ina Begeleider",
        {"text": "Wij kijken wat een kind nodig heeft."},
    )


def test_without_a_script_one_comes_back_at_the_field(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.head).post(address(world), {"text": "Visie.", "revision": "0"})
    assert answer.url == at("section", world.profile, VISION.id) + f"#veld-{FIELD.id}"
    assert world.profile.texts.get(**WHERE).text == "Visie."


def test_two_people_in_two_sentences_both_stay(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    save(client, address(world), text="Een kind hoort erbij. Wij kijken goed.")
    save(client, address(world), revision="1", text="Elk kind hoort erbij. Wij kijken goed.")
    answer = save(client, address(world), revision="1", text="Een kind hoort erbij. Wij kijken heel goed.")
    assert answer.status_code == 200
    assert world.profile.texts.get(**WHERE).text == "Elk kind hoort erbij. Wij kijken heel goed."


def test_two_people_in_one_sentence_see_both_texts(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    save(client, address(world), text="Wij zijn klein.")
    save(client, address(world), revision="1", text="Wij zijn groot.")
    answer = save(client, address(world), revision="1", text="Wij zijn gemiddeld.")
    assert answer.status_code == 409
    told = answer.json()["fields"]["text"]
    assert (told["mine"], told["theirs"], told["label"]) == (
        "Wij zijn gemiddeld.",
        "Wij zijn groot.",
        FIELD.label,
    )
    assert Event.objects.filter(act="refuse").count() == 1


def test_lines_end_as_everywhere(world: World, sign_in: SignIn) -> None:
    save(sign_in(world.head), address(world), text="Een.\r\n\r\nTwee.")
    assert world.profile.texts.get(**WHERE).text == "Een.\n\nTwee."


def test_a_text_that_is_too_long_is_refused_in_words(world: World, sign_in: SignIn) -> None:
    answer = save(sign_in(world.head), address(world), text="x" * 20_001)
    assert answer.status_code == 422
    assert "20000" in answer.json()["errors"]["text"][0]


def test_html_in_a_text_stays_text(world: World, sign_in: SignIn) -> None:
    save(
        sign_in(world.head), address(world), text="<script>alert(1)</script> [x](javascript:alert(1)) **vet**"
    )
    page = sign_in(world.staff).get(at("section", world.profile, VISION.id)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert 'href="javascript' not in page
    assert "<strong>vet</strong>" in page


def test_a_choice_a_day_and_a_figure_are_checked(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    assert save(client, address(world, BASIS, CHOICE), text=CHOICE.choices[0][0]).status_code == 200
    assert save(client, address(world, BASIS, CHOICE), revision="1", text="zomaar").status_code == 422
    assert save(client, address(world, BASIS, DAY), text="2026-05-12").status_code == 200
    assert save(client, address(world, BASIS, DAY), revision="1", text="gisteren").status_code == 422
    assert save(client, address(world, FACTS, FIGURE), text="29,4").status_code == 200
    wrong = save(client, address(world, FACTS, FIGURE), revision="1", text="veel").json()["errors"]["text"]
    assert wrong == ["Schrijf alleen cijfers, met hoogstens één komma."]


def test_an_unknown_field_is_not_there(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    assert save(client, at("section_field", world.profile, VISION.id, "geheim"), text="x").status_code == 404
    assert save(client, at("section_field", world.profile, "geheim", FIELD.id), text="x").status_code == 404


def test_a_provision_says_how(world: World, sign_in: SignIn) -> None:
    answer = save(sign_in(world.head), at("provision", world.profile, "dyslexie"), how="In kleine groepjes.")
    assert answer.json()["state"]["part-basisvoorzieningen"] == "1 van 2"
    assert world.profile.provision_texts.get().how == "In kleine groepjes."


def test_a_provision_of_another_list_is_not_there(world: World, sign_in: SignIn) -> None:
    answer = save(sign_in(world.head), at("provision", world.profile, "zwemles"), how="x")
    assert answer.status_code == 404


def test_looking_writes_nothing(world: World, sign_in: SignIn) -> None:
    sign_in(world.head).get(at("section", world.profile, VISION.id))
    assert not SectionText.objects.exists()


def test_signed_out_in_the_middle_of_a_save(world: World, client) -> None:
    answer = client.post(address(world), {"text": "x", "revision": "0"}, headers=SCRIPT)
    assert answer.status_code == 401


def test_length_is_said_kindly() -> None:
    assert length_of("") == "leeg"
    assert length_of("**een** woord", 10) == "2 woorden, 10 is ruim genoeg"
    assert length_of("een twee drie", 2) == "3 woorden, korter mag: 2 is ruim genoeg"
    assert length_of("een") == "1 woord"
