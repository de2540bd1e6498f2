"""A planted fault is named with file, line and remedy; a sound file passes."""

import pytest

from dekkend.formats.faults import FaultsFound
from dekkend.formats.reader import read
from tests.formats.texts import ALMERE, NEWER, OTHER, faults_of, planted

CASES = {
    # what is planted: (file, old, new, the words after "file, regel n: ")
    "double id": ("checklist.yml", "id: ZOI-2", "id: ZOI-1", "“ZOI-1” staat ook al op regel"),
    "double number": ("checklist.yml", 'number: "3.2"', 'number: "3.1"', "“3.1” staat ook al op regel"),
    "bare number": ("checklist.yml", 'number: "3.2"', "number: 3.2", 'Zet aanhalingstekens: "3.2".'),
    "unknown aspect": (
        "checklist.yml",
        "aspect: systematic",
        "aspect: systematics",
        "Het aspect “systematics” bestaat niet. Verander het in “systematic”.",
    ),
    "unknown word": ("checklist.yml", "short:", "shrt:", "“shrt” is hier onbekend. Verander het in “short”."),
    "unknown need": (
        "checklist.yml",
        "need: medisch",
        "need: medish",
        "De ondersteuningsbehoefte “medish” bestaat niet. Verander het in “medisch”.",
    ),
    "sentence off the scale": ("checklist.yml", '"yes": "We', '"ja": "We', "De waarde “ja” bestaat niet."),
    "wrong mark": (
        "checklist.yml",
        "mark: RC",
        "mark: XX",
        "“XX” is hier geen mogelijkheid. Kies uit: VB, RC, IN.",
    ),
    "carry-over to nothing": (
        "profile.yml",
        "draws: [VIS]",
        "draws: [VISI]",
        "De vraag of het onderdeel “VISI” bestaat niet. Verander het in “VIS”.",
    ),
    "provision that draws on nothing": (
        "profile.yml",
        "draws: [AAN-3]\n    known_as: [toegankelijk",
        "draws: [AAN-33]\n    known_as: [toegankelijk",
        "De vraag of het onderdeel “AAN-33” bestaat niet. Verander het in “AAN-3”.",
    ),
    "provision twice": (
        "profile.yml",
        "- id: toegankelijk",
        "- id: lezen-rekenen",
        "“lezen-rekenen” staat ook al op regel",
    ),
    "what is still possible, where there is no boundary": (
        "offer.yml",
        "kind: opening",
        "still: Dit kan nog wel.\n    kind: opening",
        "Alleen een grens heeft “still”. Haal “still” hier weg.",
    ),
    "pick-list that is not there": (
        "profile.yml",
        "picks: [facilities]",
        "picks: [facility]",
        "De keuzelijst “facility” bestaat niet. Verander het in “facilities”.",
    ),
    "detail that is not known": (
        "profile.yml",
        "details: [basis, ",
        "details: [base, ",
        "“base” is hier geen mogelijkheid. Verander het in “basis”.",
    ),
    "details where no arrangements are": (
        "profile.yml",
        "statement: >-",
        "details: [places]\n    statement: >-",
        "Een deel van de soort “boundaries” heeft geen “details”.",
    ),
    "fact that is not there": ("profile.yml", "source: board", "source: bord", "Verander het in “board”."),
    "choice without choices": ("profile.yml", "kind: date", "kind: choice", "Zet ze er allebei neer"),
    "kind twice": (
        "profile.yml",
        "kind: improvements",
        "kind: boundaries",
        "“boundaries” staat ook al op regel",
    ),
    "nothing in order": (
        "format.yml",
        "mark: full",
        "mark: half",
        "Geen enkele waarde zegt dat iets op orde is. Geef ten minste één waarde “mark: full”.",
    ),
    "a section named as a part of the road": (
        "profile.yml",
        "id: improvements",
        "id: pupils",
        "“pupils” gebruikt Dekkend zelf al. Kies een ander id.",
    ),
    "an item named as an address": (
        "checklist.yml",
        "id: ZOI-4",
        "id: overname",
        "“overname” gebruikt Dekkend zelf al. Kies een ander id.",
    ),
    "field that is not there": (
        "guide.yml",
        "draws: [basis.structure]",
        "draws: [basis.structuur]",
        "Het veld “basis.structuur” bestaat niet. Verander het in “basis.structure”.",
    ),
    "draft of nothing": (
        "profile.yml",
        "{of: [VIS-3], values",
        "{of: [VIS-33], values",
        "De vraag of het onderdeel “VIS-33” bestaat niet. Verander het in “VIS-3”.",
    ),
    "draft off the scale": (
        "profile.yml",
        "{of: [VIS-4], values: [in_development]",
        "{of: [VIS-4], values: [in_developmnt]",
        "De waarde “in_developmnt” bestaat niet. Verander het in “in_development”.",
    ),
    "draft of an item without values": (
        "profile.yml",
        '{of: [VIS-4], values: ["yes"], take',
        "{of: [VIS-4], take",
        "Voeg een regel “values:” toe.",
    ),
    "draft that says nothing": (
        "profile.yml",
        "{of: [VIS], take: words}",
        "{of: [VIS]}",
        "Deze regel zegt niets. Voeg “say:” of “take:” toe.",
    ),
    "draft with a note of a question": (
        "profile.yml",
        "{of: [VIS], take: words}",
        "{of: [VIS], take: note}",
        "“VIS” is een vraag. Daarvan is er alleen een samenvatting. Verander het in “words”.",
    ),
    "draft with a sentence that is not there": (
        "profile.yml",
        '{of: [VIS-4], values: ["yes"], take: words',
        '{of: [VIS-4], values: ["no"], take: sentence',
        "Onderdeel “VIS-4” heeft geen zin voor “no”. Geef het die zin in checklist.yml, of schrijf “say:”.",
    ),
    "draft with a need outside an arrangement": (
        "profile.yml",
        "{of: [VIS], take: words}",
        "{of: [VIS], take: words, need: true}",
        "Alleen een kolom van een arrangement kent een behoefte. Haal “need” weg.",
    ),
    "standing off the scale": (
        "format.yml",
        'value: "no", share',
        'value: "nope", share',
        "De waarde “nope” bestaat niet.",
    ),
    "share of nothing": (
        "format.yml",
        ", at_least: 0.5",
        "",
        "Deze woorden horen bij elkaar: share, at_least.",
    ),
    "day that is not one": (
        "format.yml",
        "2026-11-24",
        "2026-13-24",
        "“2026-13-24” heeft niet de goede vorm.",
    ),
    "years as text": (
        "format.yml",
        "validity_years: 4",
        "validity_years: vier",
        "Hier hoort een heel getal te staan.",
    ),
    "expertise that is not there": (
        "offer.yml",
        "expertise: [rekenen]",
        "expertise: [rekene]",
        "De deskundigheid “rekene” bestaat niet. Verander het in “rekenen”.",
    ),
    "audience that is not there": (
        "checklist.yml",
        "audience: [teacher, ",
        "audience: [techer, ",
        "De functie “techer” bestaat niet. Verander het in “teacher”.",
    ),
    "audience twice": (
        "checklist.yml",
        "audience: [teacher, specialist,",
        "audience: [teacher, teacher,",
        "“teacher” staat al in deze lijst. Haal er een weg.",
    ),
    "role of two audiences": (
        "format.yml",
        "roles: [head]",
        "roles: [coordinator]",
        "“coordinator” staat ook al op regel",
    ),
    "role that is not there": (
        "format.yml",
        "roles: [head]",
        "roles: [hed]",
        "“hed” is hier geen mogelijkheid. Verander het in “head”.",
    ),
    "word of two audiences": (
        "format.yml",
        "words: [directeur,",
        "words: [leraar,",
        "“leraar” staat ook al op regel",
    ),
    "example of another question": (
        "checklist.yml",
        "item: ZOI-2",
        "item: OPP-2",
        "Het onderdeel “OPP-2” bestaat niet.",
    ),
    "example off the scale": (
        "checklist.yml",
        "answer: in_development",
        "answer: in_developmnt",
        "De waarde “in_developmnt” bestaat niet. Verander het in “in_development”.",
    ),
    "example without a reason": ("checklist.yml", "      why: >-", "      whi: >-", "“why” ontbreekt."),
    "reach of its own": ("offer.yml", "{id: city,", "{id: land,", "“land” is hier geen mogelijkheid."),
}


@pytest.mark.parametrize("case", CASES)
def test_a_planted_fault_names_file_line_and_remedy(case):
    file, old, new, words = CASES[case]
    texts, line = planted(file, old, new)
    found = faults_of(texts)
    assert any(fault.startswith(f"{file}, regel ") and words.lower() in fault.lower() for fault in found), (
        found
    )
    # A fault of a whole row stands on its first line, a few lines above the word that is wrong.
    assert any(0 <= line - int(fault.split("regel ")[1].split(":")[0]) <= 3 for fault in found), (line, found)


SAME_AS = {
    "itself": (
        "anders/2030.1#klas_tempo",
        "anders/2031.1#klas_hulp",
        "is geen eerdere versie: dit is anders/2031.1",
    ),
    "a later version": ("anders/2030.1#klas_tempo", "anders/2031.10#klas_tempo", "is geen eerdere versie"),
}


@pytest.mark.parametrize("name", SAME_AS)
def test_an_item_comes_from_earlier_versions(name):
    old, new, words = SAME_AS[name]
    texts, line = planted("checklist.yml", old, new, folder=NEWER)

    (fault,) = faults_of(texts)

    assert fault.startswith(f"checklist.yml, regel {line}: ")
    assert words in fault


def test_a_detail_without_its_pick_list_is_a_fault():
    texts, _ = planted("offer.yml", "  basis:\n", "  bases:\n")
    told = "Wie naar “basis” vraagt, geeft in offer.yml een keuzelijst met die naam."
    assert any(fault.startswith("profile.yml, regel ") and told in fault for fault in faults_of(texts))


def test_all_faults_come_at_once_in_order_of_file_and_line():
    texts, late = planted("checklist.yml", "id: VEI-2", "id: VEI-1")
    texts["checklist.yml"] = texts["checklist.yml"].replace("need: medisch", "need: medish", 1)
    texts["format.yml"] = texts["format.yml"].replace("short: Structuur", "shrt: Structuur", 1)
    texts["guide.yml"] = texts["guide.yml"].replace("kind: dates", "kind: data", 1)
    found = faults_of(texts)
    # Not the aspects of the checklist: those can be compared only once format.yml is in order.
    assert [fault.split(",")[0] for fault in found] == ["format.yml", "format.yml", "guide.yml"]
    texts["format.yml"] = texts["format.yml"].replace("shrt:", "short:", 1)
    found = faults_of(texts)
    assert [fault.split(",")[0] for fault in found] == ["checklist.yml", "checklist.yml", "guide.yml"]
    assert found[0].startswith(f"checklist.yml, regel {late}: ")


def test_an_audience_that_is_asked_nothing_is_a_fault():
    """Every item of this format names its audience."""
    texts, _ = planted("checklist.yml", "audience: [makers]", "audience: [makers]", folder=OTHER)
    texts["checklist.yml"] = "\n".join(
        line.replace("mark: IN", "mark: IN, audience: [makers]")
        if line.lstrip().startswith("- {id: sfeer") or "buren_ouders" in line
        else line.replace("audience: [hoeders]", "audience: [makers]").replace("makers, hoeders", "makers")
        for line in texts["checklist.yml"].splitlines()
    )
    (found,) = faults_of(texts)
    assert found.startswith("format.yml, regel ")
    assert "Voor “hoeders” is geen enkel onderdeel bedoeld. Noem deze functie bij “audience”" in found


def test_an_opening_too_many_is_a_fault():
    texts, _ = planted("offer.yml", "kind: boundary", "kind: opening")
    said = "Er zijn 2 elementen van de soort “opening”. Zorg dat er precies één is."
    assert any(said in found for found in faults_of(texts))


def test_a_missing_word_says_what_to_add():
    texts, line = planted("checklist.yml", "    short: Visie en beleid\n", "")
    (found,) = faults_of(texts)
    assert found.startswith("checklist.yml, regel ")
    assert "“short” ontbreekt. Voeg een regel “short:” toe." in found
    assert abs(int(found.split("regel ")[1].split(":")[0]) - line) <= 4


def test_a_missing_file_is_one_fault():
    texts, _ = planted("offer.yml", "needs:", "needs:")
    del texts["offer.yml"]
    assert faults_of(texts) == [
        "offer.yml: Dit bestand ontbreekt. Maak het; docs/naslag/formaat.md zegt wat erin staat."
    ]


def test_a_file_too_many_is_a_fault():
    texts, _ = planted("offer.yml", "needs:", "needs:")
    texts["ofer.yml"] = "a: 1"
    assert faults_of(texts) == [
        "ofer.yml: Dit bestand hoort niet bij een formaat. Verander het in “offer.yml”."
    ]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(FaultsFound, match="Deze map is er niet"):
        read(tmp_path / "weg")


def test_an_empty_folder_is_said_once(tmp_path):
    with pytest.raises(FaultsFound, match="Hier staat geen formaat") as caught:
        read(tmp_path)
    assert len(caught.value.faults) == 1


def test_a_file_that_is_not_utf8_names_the_line(tmp_path):
    for path in OTHER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "guide.yml").write_bytes("parts:\n  - {id: één}\n".encode("cp1252"))
    with pytest.raises(FaultsFound) as caught:
        read(tmp_path)
    (fault,) = caught.value.faults
    assert str(fault) == "guide.yml, regel 2: Deze regel is geen UTF-8. Sla het bestand op als UTF-8."


@pytest.mark.parametrize("folder", [ALMERE, OTHER, NEWER])
def test_a_sound_format_has_no_fault(folder):
    assert read(folder).items
