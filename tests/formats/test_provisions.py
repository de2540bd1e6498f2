import pytest

from dekkend.formats.faults import FaultsFound
from dekkend.formats.places import formats_folder
from dekkend.formats.provisions import read_provisions

EXAMPLE = formats_folder() / "almere-po" / "voorbeeld-basisvoorzieningen.yml"


def test_the_example_holds_the_six_agreements_and_says_it_is_one():
    found = read_provisions(EXAMPLE)
    assert found.example
    assert len(found.provisions) == 6
    assert found.consent_on.year == 2026


def test_a_double_provision_is_refused(tmp_path):
    path = tmp_path / "lijst.yml"
    path.write_text(
        EXAMPLE.read_text(encoding="utf-8").replace("id: medisch", "id: toegankelijk"), encoding="utf-8"
    )
    with pytest.raises(FaultsFound, match=r"lijst.yml, regel \d+: “toegankelijk” staat ook al op regel"):
        read_provisions(path)


def test_a_day_that_does_not_exist_is_refused(tmp_path):
    path = tmp_path / "lijst.yml"
    path.write_text(EXAMPLE.read_text(encoding="utf-8").replace("2026-05-12", "2026-02-31"), encoding="utf-8")
    with pytest.raises(FaultsFound, match="2026-02-31"):
        read_provisions(path)
