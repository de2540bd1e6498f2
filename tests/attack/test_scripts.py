"""Whatever people type is shown as words: on pages, in files, in tables for a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.db import models
from django.test import Client
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.adoption import actions
from dekkend.kit.sheet import safe
from dekkend.neighbourhood.actions import add_agreement
from dekkend.profile import models as rows
from dekkend.profile.version.actions import submit
from dekkend.publication.actions import publish
from dekkend.publication.papers import keep_papers
from dekkend.region.models import Area, Board, District, Provision, School
from tests.adoption import roads
from tests.attack.everything import add_roles, addresses, keys_of
from tests.world import World

SignIn = Callable[[User], Client]
EVIL = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)> [druk](javascript:alert(4)) "
    '[of](data:text/html,x) {{ 7 }}{% now %} #eval("1") $x$ \\u0000 <!-- ]]>'
)
LIVE = re.compile(r"<script>alert|<img src=x|<svg/onload|href=[\"']?(javascript|data):", re.IGNORECASE)
ASKED = ("weg", "zoek", "woorden", "waar", "sinds", "behoefte", "verband", "bladzijde")
SHORT = "'\"><svg/onload=alert(1)>"
# Words that are no ids, dates or states.
WORDS = {
    "text", "note", "reason", "evidence", "owner", "gap", "title", "target", "what", "detail", "own", "still", "then",
    "goal", "action", "measure", "how", "who", "size", "name", "function", "street", "city", "denomination", "label",
    "for_whom", "website", "support_point_name", "areas_note", "plan", "said", "method", "changed", "phone",
}  # fmt: skip


def poison(*kinds: type[models.Model]) -> None:
    """The text in every field of words, as far as it fits."""
    for kind in kinds:
        for row in kind.objects.all():
            for field in kind._meta.fields:
                if field.name in WORDS and isinstance(field, models.CharField | models.TextField):
                    room = field.max_length or 5_000
                    own = f"{row.pk}" if field.name == "name" else ""
                    setattr(
                        row, field.name, own + (EVIL if room > len(EVIL) + 9 else SHORT[: room - len(own)])
                    )
            row.save()


def poisoned(world: World) -> Any:
    profile = roads.complete(world)
    add_agreement(world.areas[0], world.round, actor=world.head, need="lezen-dyslexie")
    poison(School, Board, Area, District, Provision, User, type(world.alliance))
    poison(*(kind for kind in vars(rows).values() if isinstance(kind, type) and issubclass(kind, models.Model)
             and kind.__name__ not in ("Version", "Paper", "Profile")))  # fmt: skip
    profile.refresh_from_db()
    return profile


def bad_pages(client: Client, profile: Any, forms: tuple[str, ...] = ("html",)) -> list[str]:
    keys = keys_of(profile)
    once = {
        address.path: address.name
        for form in forms
        for address in addresses({**keys, "form": form, "name": f"sop.{form}"})
    }
    found = []
    for path, name in once.items():
        answer = client.get(path, {"weg": EVIL, "zoek": EVIL, "woorden": SHORT, "waar": SHORT, "sinds": EVIL})
        if answer["Content-Type"].startswith("text/html") and LIVE.search(answer.content.decode()):
            found.append(name)
    return found


@pytest.mark.one_database
def test_no_page_runs_what_was_typed(world: World, sign_in: SignIn) -> None:
    """For somebody who is head, of the board and of the samenwerkingsverband at once, and has an own copy."""
    profile = poisoned(world)
    one = add_roles(world.colleague, world.head, world.administrator, world.board)

    assert bad_pages(sign_in(one), profile) == []


@pytest.mark.one_database
def test_no_page_of_an_adopted_profile_runs_what_was_typed(
    world: World, sign_in: SignIn, tmp_path: Path, settings: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    profile = poisoned(world)
    submit(profile, actor=world.head)
    finish(world, profile)

    one = add_roles(world.head, world.analyst, world.council)
    for client in (sign_in(one), Client()):
        assert bad_pages(client, profile, ("html", "txt")) == []


def finish(world: World, profile: Any) -> None:
    today = timezone.localdate()
    actions.ask_advice(profile, actor=world.board, term_ends=today + timedelta(days=42))
    actions.advise(profile, actor=world.council, kind="remarks", text=EVIL)
    actions.reply(profile, actor=world.board, text=EVIL, departs=False)
    actions.adopt(profile, actor=world.board, on=today, valid_until=today + timedelta(days=300), remark=EVIL)
    profile.refresh_from_db()
    keep_papers(profile.adopted)
    publish(profile, actor=world.head)
    profile.refresh_from_db()


@pytest.mark.parametrize(
    "told", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "\x0b=1", "\ufeff=1"]
)
def test_a_cell_is_never_a_formula(told: str) -> None:
    assert safe(told).startswith("'")


def test_tables_hold_no_formula(world: World, sign_in: SignIn) -> None:
    keys = keys_of(roads.complete(world))
    School.objects.filter(pk=world.school.pk).update(name="=HYPERLINK(1)")
    Area.objects.filter(pk=world.areas[0].pk).update(name="\n=cmd|' /C calc'!A0")
    client = sign_in(world.administrator)
    seen = 0
    for address in addresses(keys):
        if address.path.endswith(".csv"):
            text = client.get(address.path).content.decode("utf-8-sig")
            cells = [cell for row in csv.reader(StringIO(text), delimiter=";") for cell in row]
            seen += sum("HYPERLINK" in cell for cell in cells)
            assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "@"))], address.path
    assert seen
