"""A look of one's own: chosen, looked at, taken into use; by who may, and by nobody else."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from dekkend.accounts.models import User
from dekkend.audit.models import Event
from dekkend.documents.to_docx.own import prepare
from dekkend.kit import shelf
from dekkend.kit.uploads.logo import read
from dekkend.profile.models import Profile
from dekkend.profile.version.keep import read as read_paper
from dekkend.publication.papers import keep_papers, papers_of
from dekkend.region.housestyle import actions
from dekkend.region.housestyle.queries import look_of, style_of
from dekkend.region.models import HouseStyle
from tests.documents.bases import TEMPLATE, letterhead
from tests.kit.logos import logo
from tests.publication.walking import adopt, content_of_example
from tests.world import World

pytestmark = pytest.mark.one_database

SignIn = Callable[[User], Client]
RED = {"accent": "#8c1d40", "second": "#0b5c5c"}


def of_school(world: World, end: str = "") -> str:
    return f"/huisstijl/school/{world.school.pk}/{end}"


def of_board(world: World, end: str = "") -> str:
    return f"/huisstijl/bestuur/{world.boards[0].pk}/{end}"


def sent(**more: Any) -> dict[str, Any]:
    return {**RED, "logo": SimpleUploadedFile("logo.png", logo()), **more}


def test_head_chooses_looks_and_takes(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    assert client.post(of_school(world), sent())["Location"] == of_school(world, "voorbeeld/")
    assert style_of(world.school) is None  # nothing holds yet
    shown = client.get(of_school(world, "voorbeeld/")).content.decode()
    assert "data:image/png;base64," in shown
    assert of_school(world, "voorbeeld/kleuren.css") in shown
    assert client.post(of_school(world, "voorbeeld/")).status_code == 302
    style = style_of(world.school)
    assert style is not None
    assert (style.number, style.accent, style.second) == (1, *RED.values())
    assert style.logo
    assert Event.objects.filter(act="manage_house_style", place=world.school.place).count() == 1


def test_each_save_is_a_new_version(world: World) -> None:
    first = taken(world)
    second = taken(world, accent="#224466")
    assert (first.number, second.number) == (1, 2)
    first.refresh_from_db()
    assert first.accent == RED["accent"]
    assert look_of(world.school).accent == "#224466"


def taken(world: World, *, board: bool = False, **colours: str) -> HouseStyle:
    owner: Any = world.boards[0] if board else world.school
    who = world.board if board else world.head
    actions.lay(owner, actor=who, colours={**RED, **colours})
    return actions.take(owner, actor=who)


def test_own_style_goes_before_that_of_the_board(world: World) -> None:
    taken(world, board=True, accent="#224466")
    assert look_of(world.school).accent == "#224466"
    assert look_of(world.schools[1]).accent == "#224466"
    assert look_of(world.schools[2]).accent == world.alliance.accent  # another board
    taken(world)
    assert look_of(world.school).accent == RED["accent"]
    assert look_of(world.schools[1]).accent == "#224466"


def test_who_stops_has_that_of_the_board_again(world: World, sign_in: SignIn) -> None:
    taken(world, board=True, accent="#224466")
    taken(world)
    sign_in(world.head).post(of_school(world, "standaard/"))
    assert look_of(world.school).accent == "#224466"
    newest = HouseStyle.objects.filter(school=world.school).order_by("-number").first()
    assert newest is not None
    assert newest.is_standard
    assert actions.end(world.school, actor=world.head) is None  # a second time there is nothing to end


@pytest.mark.parametrize(
    ("typed", "nearest"), [("#ff6600", True), ("#ffee00", True), ("geel", False), ("", False)]
)
def test_pale_colour_comes_back_with_one_that_can_be_read(
    world: World, sign_in: SignIn, typed: str, nearest: bool
) -> None:
    answer = sign_in(world.head).post(of_school(world), sent(accent=typed))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert ("Neem deze kleur" in page) == nearest
    if not nearest:
        assert "zoals #1d3f8f" in page


def test_a_form_without_colours_asks_for_them(world: World, sign_in: SignIn) -> None:
    answer = sign_in(world.head).post(of_school(world), {})

    assert answer.status_code == 422
    assert "Schrijf de kleur als zes tekens" in answer.content.decode()
    assert not HouseStyle.objects.filter(number__isnull=False).exists()


def test_logo_is_not_lost_beside_a_wrong_colour(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    page = client.post(of_school(world), sent(accent="#ff6600")).content.decode()
    proposed = page.split('name="accent" value="')[2].split('"')[0]
    draft = HouseStyle.objects.get(number=None)
    assert draft.logo
    assert draft.second == RED["second"]
    client.post(of_school(world), {"second": RED["second"], "accent": ["#ff6600", proposed]})
    draft.refresh_from_db()
    assert draft.accent == proposed
    assert draft.logo


def test_large_headings_may_be_paler_than_small_text(world: World, sign_in: SignIn) -> None:
    pale = "#d2691e"  # between 3 and 4,5 on white
    assert sign_in(world.head).post(of_school(world), sent(second=pale)).status_code == 302
    assert sign_in(world.head).post(of_school(world), sent(accent=pale)).status_code == 422


def test_hostile_logo_is_refused_and_the_colours_stay(world: World, sign_in: SignIn) -> None:
    bad = SimpleUploadedFile("logo.png", b"<svg onload='alert(1)'/>", content_type="image/png")
    answer = sign_in(world.head).post(of_school(world), sent(logo=bad))
    assert answer.status_code == 422
    assert "Bewaar het logo als PNG" in answer.content.decode()
    assert HouseStyle.objects.get(number=None).accent == RED["accent"]


def test_logo_can_be_left_out_again(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    client.post(of_school(world), sent())
    client.post(of_school(world), {**RED, "without_logo": "1"})
    assert HouseStyle.objects.get(number=None).logo == ""


def test_style_sheet_and_logo_are_for_everybody_once_in_use(
    world: World, sign_in: SignIn, client: Client
) -> None:
    head = sign_in(world.head)
    head.post(of_school(world), sent())
    draft = HouseStyle.objects.get(number=None)
    assert client.get(f"/huisstijl/versie/{draft.logo}.png").status_code == 404
    head.post(of_school(world, "voorbeeld/"))
    picture = client.get(f"/huisstijl/versie/{draft.logo}.png")
    assert picture["Content-Type"] == "image/png"
    assert "immutable" in picture["Cache-Control"]
    assert client.get("/huisstijl/versie/1-0000000000000000.css").status_code == 404


@pytest.mark.parametrize("name", ["coordinator", "staff", "council", "other_head", "administrator", "sam"])
def test_nobody_else_chooses_for_the_school(world: World, sign_in: SignIn, name: str) -> None:
    client = sign_in(world.people[name])
    actions.lay(world.school, actor=world.head, colours=RED)
    for end in ("", "voorbeeld/", "voorbeeld/pagina/", "voorbeeld/kleuren.css", "voorbeeld/sop.pdf"):
        assert client.get(of_school(world, end)).status_code == 404
    for end in ("", "voorbeeld/", "weg/", "standaard/"):
        assert client.post(of_school(world, end), RED).status_code == 404
    assert style_of(world.school) is None


def test_board_chooses_for_its_schools_and_a_head_does_not(world: World, sign_in: SignIn) -> None:
    assert sign_in(world.board).get(of_board(world)).status_code == 200
    assert sign_in(world.board).post(of_board(world), sent()).status_code == 302
    for name in ("head", "coordinator", "administrator", "sam"):
        assert sign_in(world.people[name]).get(of_board(world)).status_code == 404
    other = f"/huisstijl/bestuur/{world.boards[1].pk}/"
    assert sign_in(world.board).get(other).status_code == 404


def test_draft_can_be_thrown_away(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    client.post(of_school(world), sent())
    client.post(of_school(world, "weg/"))
    assert not HouseStyle.objects.exists()
    assert client.get(of_school(world, "voorbeeld/")).status_code == 404
    assert client.post(of_school(world, "voorbeeld/")).status_code == 423


@pytest.mark.parametrize("form", ["pdf", "docx", "odt"])
@pytest.mark.parametrize("kind", ["sop", "poster"])
def test_example_opens_in_every_form(world: World, sign_in: SignIn, kind: str, form: str) -> None:
    client = sign_in(world.head)
    client.post(of_school(world), sent())
    answer = client.get(of_school(world, f"voorbeeld/{kind}.{form}"))
    assert answer.status_code == 200
    assert len(answer.content) > 5000


def test_public_page_is_shown_in_the_new_colours_before_saving(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    client.post(of_school(world), sent())
    page = client.get(of_school(world, "voorbeeld/pagina/")).content.decode()
    assert "kleuren.css" in page
    assert "voorbeeld/logo.png" in page


def test_public_page_wears_the_style_at_once(world: World, client: Client, published: Profile) -> None:
    path = f"/scholen/{published.school.brin6}/"
    assert "/huisstijl/versie/" not in client.get(path).content.decode()
    style = with_logo(world)
    page = client.get(path).content.decode()
    sheet = re.search(r'href="(/huisstijl/versie/[^"]+\.css)"', page)
    assert sheet
    assert f"/huisstijl/versie/{style.logo}.png" in page
    css = client.get(sheet[1])
    assert css["Content-Type"].startswith("text/css")
    assert f"--accent:{RED['accent']};" in css.content.decode()
    assert "forced-colors" in css.content.decode()  # who has colours of his own keeps them
    assert "style=" not in page


def with_logo(world: World) -> HouseStyle:
    actions.lay(world.school, actor=world.head, colours=RED, logo=read(logo()))
    return actions.take(world.school, actor=world.head)


def test_papers_name_their_style_and_keep_it(world: World) -> None:
    style = with_logo(world)
    profile = adopt(world, world.profile, content_of_example(), papers="real")
    assert profile.adopted
    papers = papers_of(profile.adopted)
    assert {paper.style_id for paper in papers.values()} == {style.pk}
    kept = {end: paper.sha256 for end, paper in papers.items()}
    taken(world, accent="#224466")
    keep_papers(profile.adopted)  # again, after a fault: with the style of the first time
    assert {end: paper.sha256 for end, paper in papers_of(profile.adopted).items()} == kept


def test_papers_without_a_style_name_none(world: World) -> None:
    profile = adopt(world, world.profile, content_of_example(), papers="real")
    assert profile.adopted
    assert {paper.style_id for paper in papers_of(profile.adopted).values()} == {None}


def test_a_logo_that_is_gone_from_the_disk_stops_no_paper(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    style = with_logo(world)
    shelf.drop(HouseStyle.FOLDER, style.logo[:32])
    found = look_of(world.school)
    assert found.logo is None
    assert found.accent == RED["accent"]
    assert "not on the shelf" in caplog.text


def word(name: str = "Briefpapier.dotx", **more: Any) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, letterhead(main=TEMPLATE, **more))


def test_word_file_is_shown_before_it_is_used(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    assert client.post(of_school(world), sent(base=word())).status_code == 302
    page = client.get(of_school(world, "voorbeeld/")).content.decode()
    for told in (
        "Briefpapier.dotx",
        "met een afbeelding",
        "Verdana",
        "Kop 1 en 2",
        "Schooltabel",
        "Blijft achter",
    ):
        assert told in page
    made = client.get(of_school(world, "voorbeeld/sop.docx")).content
    assert Document(io.BytesIO(made)).styles["Heading 1"].font.name == "Trebuchet MS"
    assert look_of(world.school).base is None  # nothing holds yet
    client.post(of_school(world, "voorbeeld/"))
    base = look_of(world.school).base
    assert base is not None
    assert base.docx == prepare(letterhead(main=TEMPLATE)).docx
    event = Event.objects.get(act="manage_house_style", place=world.school.place)
    assert event.data["base"] == base.sha256


def test_word_file_with_macros_is_refused_and_nothing_of_it_is_kept(world: World, sign_in: SignIn) -> None:
    bad = word(parts={"word/vbaProject.bin": b"x"})
    answer = sign_in(world.head).post(of_school(world), sent(base=bad))
    assert answer.status_code == 422
    assert "zonder macro’s" in answer.content.decode()
    draft = HouseStyle.objects.get(number=None)
    assert (draft.base, draft.base_name, draft.base_told) == ("", "", {})
    assert draft.accent == RED["accent"]  # what was right stays


def with_word(world: World, *, board: bool = False) -> HouseStyle:
    owner: Any = world.boards[0] if board else world.school
    who = world.board if board else world.head
    actions.lay(owner, actor=who, colours=RED, base=("Briefpapier.docx", prepare(letterhead())))
    return actions.take(owner, actor=who)


def test_word_file_goes_in_one_press_and_the_rest_stays(world: World, sign_in: SignIn) -> None:
    first, client = with_word(world), sign_in(world.head)
    assert "Haal het Word-bestand weg" in client.get(of_school(world)).content.decode()
    client.post(of_school(world), RED)  # a draft that began with it
    client.post(of_school(world, "zonder-word/"))
    now = style_of(world.school)
    assert now is not None
    assert (now.number, now.base, now.accent) == (2, "", RED["accent"])
    assert HouseStyle.objects.get(number=None).base == ""
    first.refresh_from_db()
    assert first.base  # papers that name it can be made again
    client.post(of_school(world, "zonder-word/"))  # a second time there is nothing to drop
    assert HouseStyle.objects.filter(number__isnull=False).count() == 2


def test_word_file_is_left_out_of_the_draft_with_a_tick(world: World, sign_in: SignIn) -> None:
    client = sign_in(world.head)
    client.post(of_school(world), sent(base=word()))
    client.post(of_school(world), {**RED, "without_base": "1"})
    assert HouseStyle.objects.get(number=None).base == ""


def test_word_file_of_the_school_goes_before_that_of_the_board(world: World) -> None:
    with_word(world, board=True)
    other = world.schools[1]
    assert look_of(other).base == look_of(world.school).base is not None
    taken(world)  # a style of its own, which begins without what is the board's
    assert look_of(world.school).base is None
    assert look_of(other).base is not None


def test_nobody_else_drops_the_word_file(world: World, sign_in: SignIn) -> None:
    with_word(world)
    for name in ("coordinator", "staff", "council", "other_head", "administrator", "sam"):
        client = sign_in(world.people[name])
        client.post(of_school(world, "zonder-word/"))
        client.get(of_school(world, "zonder-word/"))
    now = style_of(world.school)
    assert now is not None
    assert now.base


def test_papers_at_adoption_and_again_after_a_fault_have_the_same_base(world: World) -> None:
    style = with_word(world)
    profile = adopt(world, world.profile, content_of_example(), papers="real")
    assert profile.adopted
    kept = papers_of(profile.adopted)
    made = Document(io.BytesIO(read_paper(kept["sop.docx"])))
    assert made.styles["Heading 1"].font.name == "Trebuchet MS"
    actions.drop_base(world.school, actor=world.head)
    keep_papers(profile.adopted)
    again = papers_of(profile.adopted)["sop.docx"]
    assert (again.sha256, again.style_id) == (kept["sop.docx"].sha256, style.pk)


def test_queries_of_the_page_do_not_grow(
    world: World, sign_in: SignIn, django_assert_num_queries: Any
) -> None:
    client = sign_in(world.head)
    client.get(of_school(world))
    for _ in range(3):
        with_word(world)
        with django_assert_num_queries(12):
            client.get(of_school(world))
