"""What a council takes home on paper: what is asked, what changed, where to look, and room to write."""

from dekkend.documents import to_text
from dekkend.documents.tree import Box, Entry, Lines
from dekkend.documents.tree import Section as Part
from dekkend.formats.comparable import comparable
from dekkend.profile.version.decisions import Decisions
from dekkend.profile.version.former import Earlier
from dekkend.profile.version.papers import FROM_CONTENT, KINDS, PUBLIC, council_paper

from .files import almere, leesplank, other, other_content

ASKED = Decisions(
    version=2, status="concept", sha256="ab12" * 16, asked_on="2027-02-10", term_ends="2027-03-24"
)


def line(document):
    return " ".join(to_text.render(document).decode().replace("\n| ", "\n").split())


def part(document, name):
    return next(block for block in document.blocks if isinstance(block, Part) and block.id == name)


def test_it_says_what_is_asked_of_which_version_and_until_when():
    found = line(council_paper(leesplank(), almere(), ASKED))
    assert "vraagt u om advies over versie 2" in found
    assert "Advies uiterlijk: 24 maart 2027" in found
    assert "ab12 ab12 ab12 ab12" in found
    for law in ("artikel 11, lid 1, onder r", "artikel 17", "artikel 13, lid 1, onder g"):
        assert law in found


def test_before_it_is_asked_no_term_is_said():
    assert "Advies uiterlijk" not in line(council_paper(leesplank(), almere()))
    assert "Dit is een concept" in line(council_paper(leesplank(), almere()))


def test_without_an_earlier_version_it_says_there_is_nothing_to_compare():
    found = line(council_paper(leesplank(), almere(), ASKED))
    assert "Er is nog niets om mee te vergelijken." in found
    assert "Grenzen die de school noemt" in found


def test_what_changed_stands_there_in_words_per_section():
    before, now = leesplank(), leesplank()
    before["texts"]["vision"]["concept"] = "De Leesplank is een oude buurtschool."
    now["texts"]["vision"]["concept"] = "De Leesplank is een nieuwe buurtschool."
    now["checklist"]["answers"]["VIS-1"]["value"] = "no"
    before["boundaries"] = before["boundaries"][:-1]
    document = council_paper(now, almere(), ASKED, earlier=Earlier(before, "schooljaar 2026-2027"))
    found = line(document)
    assert "Wat er veranderde sinds schooljaar 2026-2027" in found
    assert "De Leesplank is een [weg: oude] [nieuw: nieuwe] buurtschool." in found
    assert f"Anders dan eerst: {almere().item('VIS-1').number} is nu nee." in found
    assert "Grenzen die nieuw zijn" in found
    assert "Ongewijzigd: gegevens" in found


def test_the_same_text_is_said_to_be_the_same():
    found = line(council_paper(leesplank(), almere(), ASKED, earlier=Earlier(leesplank(), "versie 1")))
    assert "De tekst is woord voor woord gelijk gebleven." in found
    assert "Grenzen die nieuw zijn" not in found


def test_the_points_name_gaps_refusals_shortages_and_pupils():
    content = leesplank()
    content["checklist"]["answers"]["VIS-1"] = {"gap": "Wij kwamen er niet uit."}
    content["checklist"]["answers"]["VIS-2"] = {"value": "no", "note": "Dat is er nog niet bij ons."}
    found = line(council_paper(content, almere(), ASKED))
    for words in (
        "Wij kwamen er niet uit.",
        "Dat is er nog niet bij ons.",
        "stille werkplek in de bovenbouw",
        "Zij zeiden:",
        "Dit deed de school ermee:",
    ):
        assert words in found


def test_the_form_has_lines_for_each_section_and_three_advices():
    entries = [
        block
        for block in part(council_paper(leesplank(), almere(), ASKED), "advies").blocks
        if isinstance(block, Entry)
    ]
    assert [entry.text for entry in entries[: len(almere().sections)]] == [s.title for s in almere().sections]
    assert all(any(isinstance(block, Lines) for block in entry.blocks) for entry in entries)
    boxes = [
        one.label
        for block in entries[-1].blocks
        if not isinstance(block, Lines)
        for one in block.inlines
        if isinstance(one, Box)
    ]
    assert boxes == ["Positief", "Positief, met opmerkingen", "Negatief"]


def test_owners_stay_in_the_school():
    content = leesplank()
    for point in content["improvements"]:
        point["owner"] = "EIGENAAR"
    before = leesplank()
    assert "EIGENAAR" not in line(council_paper(content, almere(), ASKED, earlier=Earlier(before, "x")))


def test_the_second_format_gives_its_own_sections_and_values():
    found = line(council_paper(other_content(), other(), ASKED, earlier=Earlier(other_content(), "x")))
    assert "I Wie wij zijn" in found


def test_only_sop_guide_and_poster_are_public():
    assert list(PUBLIC) == ["sop", "schoolgids", "poster"]
    assert [key for key in KINDS if key not in FROM_CONTENT] == ["verslag"]


def test_after_another_checklist_the_paper_says_what_cannot_be_compared():
    """The checklist of then is not known here, so nothing of it is said to be other."""
    before, now = leesplank(), leesplank()
    now["checklist"]["answers"]["VIS-1"]["value"] = "no"
    found = line(
        council_paper(
            now,
            almere(),
            ASKED,
            earlier=Earlier(before, "schooljaar 2026-2027", None, comparable(None, almere())),
        )
    )
    assert "Anders dan eerst" not in found
    assert "Niet te vergelijken met eerst: 1.1" in found
