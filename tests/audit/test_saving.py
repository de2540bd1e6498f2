import json

import pytest
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.test import RequestFactory

from dekkend.audit.actions import ANONYMOUS, Actor
from dekkend.audit.revisions import Saved, revise
from dekkend.audit.saving import base_of, respond
from dekkend.profile.models import Summary
from tests.world import World

LABELS = {"text": "Samenvatting"}


@pytest.fixture
def summary(world: World) -> Summary:
    return Summary.objects.create(profile=world.profile, question="VIS")


def send(
    row: Summary, *, text: str, revision: str, script: bool = True, actor: Actor = ANONYMOUS
) -> HttpResponse:
    headers = {"Accept": "application/json"} if script else {}
    request = RequestFactory().post(
        "/x/", {"text": text, "revision": revision, "other": "blijft"}, headers=headers
    )

    def save() -> Saved:
        return revise(row, {"text": request.POST["text"]}, base=base_of(request), actor=actor)

    return respond(request, save, labels=LABELS, back="/terug/", state=lambda: {"progress": "1 van 2"})


def test_respond_tells_a_script_what_was_saved(summary: Summary) -> None:
    answer = json.loads(send(summary, text="een", revision="0").content)

    assert (answer["revision"], answer["fields"], answer["state"]) == (1, {}, {"progress": "1 van 2"})
    assert answer["saved"][2] == ":"


def test_respond_goes_back_without_a_script(summary: Summary) -> None:
    answer = send(summary, text="een", revision="0", script=False)

    assert (answer.status_code, answer["Location"]) == (302, "/terug/")


def test_respond_gives_both_texts_of_a_conflict(summary: Summary) -> None:
    revise(summary, {"text": "hun woorden"}, base=0, actor=Actor(None, "Ina", "intern begeleider"))

    answer = send(summary, text="mijn woorden", revision="0")

    assert answer.status_code == 409
    told = json.loads(answer.content)
    assert told["revision"] == 1
    field = told["fields"]["text"]
    assert (field["label"], field["mine"], field["theirs"], field["who"]) == (
        "Samenvatting",
        "mijn woorden",
        "hun woorden",
        "Ina",
    )


def test_respond_gives_the_merged_text(summary: Summary) -> None:
    revise(summary, {"text": "een twee drie vier"}, base=0, actor=ANONYMOUS)
    revise(summary, {"text": "een twee drie vijf"}, base=1, actor=ANONYMOUS)

    answer = json.loads(send(summary, text="nul twee drie vier", revision="1").content)

    assert answer["fields"] == {"text": "nul twee drie vijf"}


def test_respond_says_what_is_wrong(summary: Summary) -> None:
    answer = send(summary, text="een", revision="drie")

    assert answer.status_code == 422
    assert "revision" in json.loads(answer.content)["errors"]


def test_respond_keeps_the_names_of_wrong_fields(summary: Summary) -> None:
    def save() -> Saved:
        raise ValidationError({"text": "Te lang."})

    request = RequestFactory().post("/x/", headers={"Accept": "application/json"})
    answer = respond(request, save, labels=LABELS, back="/")

    assert json.loads(answer.content) == {"errors": {"text": ["Te lang."]}}


def test_respond_brings_pieces_of_the_page_that_follow_from_the_row(summary: Summary) -> None:
    request = RequestFactory().post("/x/", {"revision": "0"}, headers={"Accept": "application/json"})
    answer = respond(
        request,
        lambda: revise(summary, {"text": "een"}, base=0, actor=ANONYMOUS),
        labels=LABELS,
        back="/terug/",
        pieces=lambda row: {"margin": f"<p>{row.text}</p>"},
    )
    assert json.loads(answer.content)["pieces"] == {"margin": "<p>een</p>"}
    assert "pieces" not in json.loads(send(summary, text="twee", revision="1").content)
