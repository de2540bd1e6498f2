"""The running foot fits on its line and never shortens the standing of a paper."""

from __future__ import annotations

from dekkend.documents.foot import foot
from tests.documents.samples import make


def test_the_foot_names_school_paper_and_standing() -> None:
    paper = make(title="Profiel", author="De Kroontjespen", status="Concept, versie 2")
    assert foot(paper) == "De Kroontjespen  ·  Profiel  ·  Concept, versie 2"
    assert foot(make(title="Profiel")) == "Profiel"


def test_the_year_of_a_paper_is_said() -> None:
    assert foot(make(title="Schoolondersteuningsprofiel 2027-2028")).endswith("2027-2028")


def test_a_long_name_is_shortened_and_the_standing_is_not() -> None:
    standing = "Concept, verzonnen voorbeeld, niet van deze school"
    line = foot(make(title="t" * 200, status=standing))
    assert line.endswith(standing)
    assert len(line) < 100
