import os
from pathlib import Path

import pytest

from dekkend.formats.reader import read
from dekkend.profile.reading.commands import lines
from dekkend.profile.reading.file import Passage
from dekkend.profile.reading.file.child import passages
from dekkend.profile.reading.proposing import propose
from dekkend.profile.reading.targets import Target, all_targets, is_whole, name_of, target_of
from dekkend.profile.reading.terms import known_in
from tests.profile.reading import oldprofiles as old

ROOT = Path(__file__).parents[3]
FMT = read(ROOT / "formats" / "almere-po" / "2026.1")
OTHER = read(ROOT / "tests" / "formats" / "anders" / "2030.1")
KNOWN, OTHER_KNOWN = known_in(FMT), known_in(OTHER)
GOLDEN = ROOT / "tests" / "golden" / "old_profile.txt"


def test_proposals_for_a_whole_profile_are_as_they_were() -> None:
    told = [(passage, propose(KNOWN, passage)) for passage in passages(old.as_docx(old.REAL))]
    now = "\n".join(lines(FMT, told)).strip() + "\n"
    if os.environ.get("REWRITE_GOLDEN"):
        GOLDEN.write_text(now, encoding="utf-8")
    assert now == GOLDEN.read_text(encoding="utf-8")


def para(text: str, *path: str) -> Passage:
    return Passage("paragraph", text, path=path)


@pytest.mark.parametrize(
    ("passage", "key", "reason"),
    [
        (para("Wij zoeken samen.", "Visie op passend onderwijs"), "vision.inclusive", "Staat onder de kop"),
        (para("Dit willen wij.", "Grenzen", "Gebouw"), "boundaries.building", "Staat onder de kop “Gebouw”"),
        (para("Een kind dat zichzelf in gevaar brengt.", "Grenzen"), "boundaries.safety", "Woorden: gevaar"),
        (para("Dit willen wij bereiken.", "Ambities"), "improvements", "Staat onder de kop “Ambities”"),
        (para("De school heeft een lift.", "Hoofdstuk 9"), None, "Geen kop"),
        (
            para("Het ondersteuningsteam komt elke maand; de zorgstructuur is helder."),
            "basis.structure",
            "Woorden:",
        ),
        (para("214 leerlingen", "Algemene gegevens"), None, "staan al in deel 1"),
        (para("Ja.", "Bijlage 4"), None, "Te kort"),
        (Passage("heading", "Visie"), None, ""),
    ],
)
def test_passage_is_proposed_with_its_reason(passage: Passage, key: str | None, reason: str) -> None:
    proposal = propose(KNOWN, passage)
    assert (proposal.target.key if proposal.target else None) == key
    assert reason in proposal.reason


def test_nearest_heading_wins_and_a_higher_one_breaks_a_tie() -> None:
    under_extra = para("Zij helpen ons elke week.", "Extra ondersteuning", "Deskundigheid")
    under_basis = para("Zij helpen ons elke week.", "Grenzen", "Deskundigheid")
    assert propose(KNOWN, under_extra).target != propose(KNOWN, under_basis).target
    assert propose(KNOWN, under_basis).target == Target("boundaries", "expertise")


def test_other_format_proposes_by_its_own_words() -> None:
    edge = propose(OTHER_KNOWN, para("Hier houdt het op, want wij hebben geen rust.", "Het einde"))
    assert edge.target == Target("randen", "rust")
    pack = propose(
        OTHER_KNOWN, Passage("cell", "De tuinman.", path=("Pakketten",), labels=("Leesproblemen", "Waarmee?"))
    )
    assert pack.target == Target("pakketten", "spullen", "letters")
    assert propose(OTHER_KNOWN, para("Alles stroomt.", "Onze koers")).target == Target("koers", "koers")


@pytest.mark.parametrize("fmt", [FMT, OTHER])
def test_key_of_a_target_leads_back_to_it(fmt) -> None:
    targets = list(all_targets(fmt))
    assert [target_of(each.key) for each in targets] == targets
    assert all(is_whole(fmt, each) and name_of(fmt, each) for each in targets)
    assert not is_whole(fmt, Target("bestaat", "niet"))


def test_arrangement_without_a_need_is_not_whole() -> None:
    proposal = propose(KNOWN, para("Dit doen wij extra.", "Arrangementen"))
    assert proposal.target
    assert not is_whole(FMT, proposal.target)


def test_more_cells_of_a_row_are_no_points_of_their_own() -> None:
    """What begins a row is the point; its day and its owner say more of it."""
    labels = ("Alle leerkrachten werken met hetzelfde groepsplan.", "Gereed")
    path = ("9 Ambities",)
    first = propose(KNOWN, Passage("cell", labels[0], path=path, labels=("Ambitie",)))
    more = propose(
        KNOWN, Passage("cell", "In december is het klaar voor alle groepen.", path=path, labels=labels)
    )
    assert first.target is not None
    assert more.target is None
    assert "Hoort bij “Alle leerkrachten werken" in more.reason
