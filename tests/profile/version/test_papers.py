"""What must and must not stand in the papers, whatever the form."""

import os
from pathlib import Path

import pytest

from dekkend.documents import to_text
from dekkend.documents.papers import FORMS, render
from dekkend.profile.version.decisions import Decisions
from dekkend.profile.version.papers import FROM_CONTENT, PUBLIC, checklist_report, guide, sop
from dekkend.profile.version.sample import sample_content

from .files import almere, leesplank, other, other_content

GOLDEN = Path(__file__).parents[2] / "golden"
ADOPTED = Decisions(
    version=2,
    status="adopted",
    sha256="ab12" * 16,
    submitted_on="2027-02-08",
    advice_kind="remarks",
    advice_on="2027-03-15",
    advice_text="Zet het telefoonnummer van de geheime kluis erbij.",
    reply_on="2027-03-29",
    adopted_on="2027-04-16",
    adopted_by="het bestuur van Stichting Voorbeeldonderwijs",
    valid_until="2031-07-31",
)

BUILDS = [kind.build for kind in FROM_CONTENT.values()]


def text(document):
    return to_text.render(document).decode()


def line(document):
    """Without line ends and the bar beside a note, so that a sentence can be found wherever it broke."""
    return " ".join(text(document).replace("\n| ", "\n").split())


@pytest.mark.parametrize("kind", FROM_CONTENT.values(), ids=FROM_CONTENT)
def test_the_example_reads_as_before(kind):
    """Write anew with DEKKEND_GOLDEN=1 and read the difference."""
    file = GOLDEN / f"de-leesplank-{kind.kept}.txt"
    now = text(kind.tree(leesplank(), almere(), ADOPTED))
    if os.environ.get("DEKKEND_GOLDEN"):
        file.write_text(now, encoding="utf-8")
    assert now == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("build", [kind.build for kind in PUBLIC.values()], ids=PUBLIC)
def test_public_papers_hold_no_answers_owners_notes_or_advice(build):
    content = leesplank()
    for point in content["improvements"]:
        point["owner"] = "EIGENAAR"
    for answer in content["checklist"]["answers"].values():
        answer.update(note="NOTITIE", reason="REDEN", gap="GAT")
    content["checklist"]["summaries"] = {"VIS": "SAMENVATTING"}
    found = text(build(content, almere(), ADOPTED))
    for secret in ("EIGENAAR", "NOTITIE", "REDEN", "GAT", "SAMENVATTING", "geheime kluis"):
        assert secret not in found
    assert "In ontwikkeling" not in found


def test_the_checklist_shows_the_agreed_notes():
    found = line(checklist_report(leesplank(), almere()))
    assert "Twee keer per jaar gaan we na wie iets extra’s nodig heeft." in found
    assert "Reden: In de afgelopen drie jaar vroegen we geen verklaring" in found


@pytest.mark.parametrize("build", BUILDS, ids=FROM_CONTENT)
def test_an_example_on_a_real_school_says_so_on_every_page(build):
    content = leesplank()
    assert "erzonnen voorbeeld, niet van deze school" not in text(build(content, almere()))
    content["example"] = True
    document = build(content, almere())
    assert "verzonnen voorbeeld, niet van deze school" in document.status  # in the foot of each page
    assert "Verzonnen voorbeeld, niet van deze school" in text(document)


@pytest.mark.parametrize("build", BUILDS, ids=FROM_CONTENT)
def test_the_reconstruction_is_said_once(build):
    assert line(build(leesplank(), almere())).count(almere().notice) == 1


@pytest.mark.parametrize(
    ("decisions", "status"),
    [
        (Decisions(), "Concept"),
        (Decisions(version=3, status="concept"), "Concept, versie 3"),
        (ADOPTED, "Vastgesteld op 16 april 2027"),
        (Decisions(version=1, status="withdrawn", adopted_on="2027-04-16"), "Ingetrokken"),
    ],
)
def test_the_status_follows_the_decisions(decisions, status):
    for build in (sop, guide):
        assert build(leesplank(), almere(), decisions).status == status
    if status != "Ingetrokken":
        assert "geldt niet meer" not in text(sop(leesplank(), almere(), decisions))


def test_an_adopted_sop_says_who_decided_and_until_when():
    found = line(sop(leesplank(), almere(), ADOPTED))
    assert "Positief, met opmerkingen, op 15 maart 2027" in found
    assert "uiterlijk tot en met 31 juli 2031" in found
    assert "ab12 ab12 ab12 ab12" in found
    assert "Dit is een concept" not in found
    assert "Dit is een concept" in line(sop(leesplank(), almere()))


def test_opening_closing_and_the_law_stand_there_without_any_boundary():
    content = leesplank()
    content["boundaries"] = []
    section = almere().section_of_kind("boundaries")
    for build in (sop, guide):
        found = line(build(content, almere()))
        assert section.statement in found
        assert "Wij gaan uit van wat een kind kan." in found
        assert "Rust en veiligheid" not in found


def test_a_shortage_is_said_in_words_to_school_and_parent():
    assert "tekort: Stille werkplek in de bovenbouw" in line(sop(leesplank(), almere()))
    assert "Dit is er nog niet: stille werkplek in de bovenbouw." in line(guide(leesplank(), almere()))


def test_no_specialisations_is_said():
    content = leesplank()
    content["specialisations"] = {"none": True, "rows": []}
    assert "Onze school heeft geen specialisaties." in text(sop(content, almere()))
    assert "Waar wij bijzonder goed in zijn" not in text(guide(content, almere()))


def test_what_is_not_filled_in_is_said():
    content = leesplank()
    content["texts"]["vision"]["inclusive"] = ""
    assert "Nog niet ingevuld Onze visie op passend onderwijs." in line(sop(content, almere()))


def test_a_field_that_is_not_public_stays_out():
    from dataclasses import replace

    fmt = almere()
    hidden = tuple(replace(field, public=False) for field in fmt.section("basis").fields)
    sections = tuple(replace(s, fields=hidden) if s.id == "basis" else s for s in fmt.sections)
    closed = replace(fmt, sections=sections)
    for build in (sop, guide):
        assert "Helpt dat niet genoeg, dan komt het ondersteuningsteam" not in line(
            build(leesplank(), closed)
        )
        assert "Helpt dat niet genoeg, dan komt het ondersteuningsteam" in line(build(leesplank(), fmt))


def test_the_second_format_gives_its_own_sections_and_parts():
    found = line(sop(other_content(), other()))
    for words in ("I Wie wij zijn", "II Onze koers", "Wat doen we?", "Waarmee?", "Een rand is geen hek."):
        assert words in found
    assert "Grenzen van de ondersteuning" not in found
    parts = [block.title for block in guide(other_content(), other()).blocks if hasattr(block, "title")]
    assert [title for title in parts if "erzonnen" not in title] == [part.title for part in other().guide]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("build", BUILDS, ids=FROM_CONTENT)
def test_every_paper_of_an_invented_school_comes_in_every_form(build, form):
    school = {"name": "De Proef", "brin6": "99XX03", "alliance": "Samen"}
    document = build(sample_content(almere(), seed=1, school=school), almere(), ADOPTED)
    assert render(document, form) == render(document, form)


def test_building_a_tree_does_not_change_the_content():
    content = leesplank()
    for build in BUILDS:
        build(content, almere(), ADOPTED)
    assert content == leesplank()


def test_a_preview_shows_an_arrangement_that_has_only_just_begun():
    content = leesplank()
    content["arrangements"] = [{"id": "a1", "need": ""}]
    assert "Nog zonder naam" in text(sop(content, almere()))
    assert "Onze school biedt nu geen hulp" in text(guide(content, almere()))
