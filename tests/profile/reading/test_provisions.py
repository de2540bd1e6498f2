"""What an old profile tells of a basic provision: proposed for it, taken over, taken back, and where it stood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dekkend.audit.models import Event
from dekkend.formats.provisions import example_provisions
from dekkend.process.engine import NotAllowed, Refused
from dekkend.profile.models import Profile, ProvisionText
from dekkend.profile.reading import actions
from dekkend.profile.reading.commands import lines
from dekkend.profile.reading.file import Passage
from dekkend.profile.reading.file.child import passages
from dekkend.profile.reading.proposing import Proposal, propose
from dekkend.profile.reading.targets import (
    Target,
    all_targets,
    is_whole,
    name_of,
    places_of,
    target_of,
    with_provisions,
)
from dekkend.profile.reading.terms import known_in
from dekkend.profile.writing import actions as writing
from dekkend.profile.writing.margin import margin_of
from tests.profile.reading import oldprofiles as old
from tests.profile.reading.shared import kept, passage
from tests.profile.reading.test_proposing import FMT, GOLDEN
from tests.profile.version.yearly import adopt, fresh, next_year
from tests.profile.writing.shared import SignIn, at, submitted
from tests.world import World

CATALOGUE = example_provisions(FMT.slug)
assert CATALOGUE
WHOLE = with_provisions(FMT, ((each.id, each.title) for each in CATALOGUE.provisions))
KNOWN, WITHOUT = known_in(WHOLE), known_in(FMT)
BASIC = "2 Basisondersteuning"
READING = "Kinderen met dyslexie of dyscalculie mogen een rekenkaart gebruiken."
SAFE = "Er is een pestprotocol en een vertrouwenspersoon."


def para(text: str, *path: str) -> Passage:
    return Passage("paragraph", text, path=path)


def key_of(proposal: Proposal) -> str:
    return proposal.target.key if proposal.target else ""


@pytest.mark.parametrize(
    ("told", "key", "reason"),
    [
        (para("Zo gaat dat.", BASIC, "Medicijnen"), "medisch", "“Medicijnen” zegt welke voorziening."),
        (para("Zo gaat dat.", BASIC, "Sociale veiligheid"), "veilig-gedrag", "kop “Sociale veiligheid”."),
        (para("Zo gaat dat.", "Veilig op school"), "veilig-gedrag", "onder de kop “Veilig op school”."),
        (para(READING, BASIC), "lezen-rekenen", "Woorden: dyslexie, dyscalculie."),
        (
            para("Veilig op school: elke week een kring.", BASIC),
            "veilig-gedrag",
            "Woorden: veilig op school.",
        ),
        (para("Er is een lift.", "Onze basisvoorzieningen"), "toegankelijk", "Woorden: lift."),
        (para("Zo gaat dat.", "Basisondersteuningsvoorzieningen"), "", "Basisondersteuningsvoorzieningen”."),
        (
            Passage("cell", "Elke dag.", path=(BASIC,), labels=("Dyslexie", "Hoe")),
            "lezen-rekenen",
            "“Dyslexie”",
        ),
    ],
)
def test_a_basic_provision_is_proposed_with_its_reason(told: Passage, key: str, reason: str) -> None:
    proposal = propose(KNOWN, told)
    assert proposal.target == Target("basisvoorzieningen", key)
    assert reason in proposal.reason
    assert key_of(propose(WITHOUT, told)).partition(".")[0] in ("", "basis")


@pytest.mark.parametrize(
    "told",
    [
        para("Zo gaat dat.", BASIC, "Planmatig werken"),
        para(SAFE, BASIC, "Preventieve en lichte interventies"),
        para("Zo gaat dat.", BASIC, "Dyslexie en gedrag"),
        para("Bij dyslexie letten wij ook op gedrag.", BASIC),
        para("Wij letten op pesten.", BASIC),
        para("Er is een aanpak voor dyslexie, dyscalculie, hoogbegaafdheid en gedrag.", BASIC),
        para("Zo gaat dat.", "Lezen en gedrag", BASIC),
        para(READING, "Extra ondersteuning"),
        para(READING, "Extra ondersteuning", "Dyslexie"),
        para("Medicijnen geven wij niet; medische hulp evenmin.", "Grenzen"),
        para("Zo gaat dat.", "Dyslexie"),
        para(SAFE, "Hoofdstuk 9"),
        para("De basisondersteuning en het ondersteuningsteam, bij dyslexie, dyscalculie en spelling."),
    ],
)
def test_when_in_doubt_it_goes_where_it_went_without_provisions(told: Passage) -> None:
    assert propose(KNOWN, told) == propose(WITHOUT, told)


def test_of_an_old_profile_without_basic_provisions_nothing_goes_elsewhere() -> None:
    told = [(each, propose(KNOWN, each)) for each in passages(old.as_docx(old.REAL))]
    assert "\n".join(lines(WHOLE, told)).strip() + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_each_provision_is_a_place_and_no_other(world: World) -> None:
    fmt = places_of(world.profile)
    mine = [each for each in all_targets(fmt) if each.section == "basisvoorzieningen"]
    assert [name_of(fmt, each) for each in mine] == [
        "Basisvoorzieningen, Hulp bij dyslexie",
        "Basisvoorzieningen, Een veilige school",
    ]
    assert all(target_of(each.key) == each and is_whole(fmt, each) for each in mine)
    assert not is_whole(fmt, Target("basisvoorzieningen"))
    assert not is_whole(FMT, mine[0])
    assert with_provisions(FMT, []) is FMT


HEADS = ("Basisondersteuning", "Een veilige school")
WORDS = "Elke maandag begint met een kring."
PASSAGES = [
    Passage("paragraph", WORDS, 4, path=HEADS),
    Passage("paragraph", "Op het plein zijn twee leerkrachten.", 5, path=HEADS),
    Passage("paragraph", "Dit zegt niets.", 9),
]
SAID = "uit het oude profiel, bladzijde 4 van sop-2023.docx (ingelezen op 1 maart 2027), onder " + ", ".join(
    f"“{each}”" for each in HEADS
)


def take(world: World, position: int = 1) -> Profile:
    actions.take(passage(world.profile, position), profile=world.profile, actor=world.head)
    return world.profile


def row_of(profile: Profile) -> ProvisionText:
    return ProvisionText.objects.get(profile=profile, key="veilig")


def write(world: World, how: str, base: int = 0) -> None:
    safe = world.round.catalogue.provisions.get(key="veilig")
    writing.write_provision(world.profile, safe, how, base=base, actor=world.head)


def said(row: ProvisionText) -> list[str]:
    return [note.said for note in margin_of(row.profile.format, row.traced, {}).notes]


def test_it_is_added_to_what_stands_there_with_its_origin_and_an_event(world: World) -> None:
    kept(world, PASSAGES)
    write(world, "Dit schreven wij zelf.")
    take(world)
    take(world)
    row = row_of(world.profile)
    assert row.how == f"Dit schreven wij zelf.\n\n{WORDS}"
    assert [each.kind for each in row.traced.origins] == ["hand", "old"]
    assert said(row)[1] == SAID
    told = Event.objects.get(place=world.profile.place, act="take_old")
    assert (told.subject, told.data["to"]) == (row.subject, "Basisvoorzieningen, Een veilige school")


def test_it_is_taken_back_alone_and_not_when_it_was_edited(world: World) -> None:
    kept(world, PASSAGES)
    write(world, "Dit schreven wij zelf.")
    take(world)
    actions.undo(passage(world.profile, 1), profile=world.profile, actor=world.head)
    assert (row_of(world.profile).how, passage(world.profile, 1).state) == ("Dit schreven wij zelf.", "open")
    take(world)
    write(world, "Elke maandag is er iets anders.", base=row_of(world.profile).revision)
    with pytest.raises(Refused, match="daarna veranderd"):
        actions.undo(passage(world.profile, 1), profile=world.profile, actor=world.head)
    assert row_of(world.profile).how == "Elke maandag is er iets anders."


def test_what_stands_there_already_is_not_doubled_and_what_is_too_long_is_refused(world: World) -> None:
    kept(world, PASSAGES)
    write(world, WORDS)
    take(world)
    assert row_of(world.profile).how == WORDS
    write(world, "woord " * 3330, base=1)
    with pytest.raises(Refused, match="Basisvoorzieningen, Een veilige school” past niet meer tekst"):
        take(world, 2)


def test_who_may_not_write_takes_nothing_and_nobody_does_after_the_seal(world: World) -> None:
    kept(world, PASSAGES)
    for person in (world.staff, world.sam):
        with pytest.raises(NotAllowed):
            actions.take(passage(world.profile, 1), profile=world.profile, actor=person)
    submitted(world.profile)
    with pytest.raises(Refused):
        take(world)
    assert not ProvisionText.objects.exists()


def test_a_provision_that_the_list_does_not_have_is_no_place(world: World) -> None:
    kept(world, PASSAGES)
    target = Target("basisvoorzieningen", "zwemmen")
    with pytest.raises(Refused, match="plekken uit de lijst"):
        actions.choose(passage(world.profile, 3), target, profile=world.profile, actor=world.head)
    world.round.catalogue.provisions.filter(key="veilig").delete()
    with pytest.raises(Refused, match="Kies eerst"):
        take(world)


def test_the_next_year_says_where_it_stood_and_other_words_have_their_own(world: World) -> None:
    kept(world, PASSAGES)
    write(world, "Dit schreven wij zelf.")
    adopt(fresh(take(world)))
    later = row_of(next_year(world, world.profile.round.first_year + 1))
    since = f"ongewijzigd sinds {world.round.schooljaar}"
    assert said(later) == [since, f"{since}; eerder {SAID}"]


@pytest.mark.one_database
def test_the_page_takes_all_of_it_and_gives_it_back_in_one_press(world: World, sign_in: SignIn) -> None:
    kept(world, PASSAGES)
    client, provisions = sign_in(world.head), at("provisions", world.profile)
    page = client.get(at("old_profile", world.profile)).content.decode()
    assert f'<a href="{provisions}">Basisvoorzieningen</a><br><span>Een veilige school</span>' in page
    pressed = {"all": "basisvoorzieningen"}
    assert client.post(at("old_pieces", world.profile), pressed).status_code == 302
    assert row_of(world.profile).how == f"{WORDS}\n\n{PASSAGES[1].text}"
    assert SAID in client.get(provisions).content.decode()
    shown = client.get(at("old_profile", world.profile), {"deel": "basisvoorzieningen"}).content.decode()
    assert WORDS in shown
    assert "Dit zegt niets." not in shown
    key = passage(world.profile, 1).made["press"]
    client.post(at("old_pieces", world.profile), {"undo_all": key})
    assert row_of(world.profile).how == ""


@pytest.mark.one_database
def test_of_a_place_that_went_the_page_says_so_and_it_can_still_be_taken_back(
    world: World, sign_in: SignIn
) -> None:
    kept(world, PASSAGES)
    take(world)
    world.round.catalogue.provisions.all().delete()
    client = sign_in(world.head)
    page = client.get(at("old_profile", world.profile)).content.decode()
    assert page.count("Deze plek is er niet meer") == 2
    assert page.count("Geen voorstel") == 1
    client.post(at("old_pieces", world.profile), {"undo": "1"})
    assert row_of(world.profile).how == ""


@pytest.mark.one_database
def test_the_page_has_no_such_part_without_provisions(world: World, sign_in: SignIn) -> None:
    world.round.catalogue.provisions.all().delete()
    kept(world, PASSAGES)
    client = sign_in(world.head)
    assert "Basisvoorzieningen" not in client.get(at("old_place", world.profile, 3)).content.decode()
    answer = client.post(at("old_pieces", world.profile), {"all": "basisvoorzieningen"})
    assert answer.status_code == 404


@pytest.mark.one_database
def test_a_provision_is_chosen_from_the_list_and_one_that_is_not_there_is_refused(
    world: World, sign_in: SignIn
) -> None:
    kept(world, [replace(PASSAGES[2], text=WORDS)])
    client, url = sign_in(world.head), at("old_place", world.profile, 1)
    assert client.post(url, {"target": "basisvoorzieningen.weg", "take": "yes"}).status_code == 422
    client.post(url, {"target": "basisvoorzieningen.veilig", "take": "yes"})
    assert row_of(world.profile).how == WORDS
