import pytest

from dekkend.audit.models import Event
from dekkend.formats.actions import load_format
from dekkend.formats.faults import FaultsFound
from dekkend.formats.models import FormatVersion
from dekkend.formats.queries import UnknownFormat, get_format, known_refs
from dekkend.formats.reader import read
from tests.formats.texts import ALMERE, OTHER, planted


@pytest.fixture(autouse=True)
def nothing_remembered():
    get_format.cache_clear()
    yield
    get_format.cache_clear()


def test_a_loaded_format_can_be_used(db):
    row = load_format(OTHER)
    assert get_format("anders/2030.1") == read(OTHER)
    assert row.sha256 == read(OTHER).sha256
    assert str(row.released_on) == "2030-01-15"
    assert known_refs() == ["almere-po/2026.1", "anders/2030.1"]


def test_a_format_that_is_not_loaded_cannot(db):
    with pytest.raises(UnknownFormat, match="dekkend formats load MAP"):
        get_format("anders/2030.1")


def test_loading_twice_changes_nothing(db):
    assert load_format(OTHER) == load_format(OTHER)
    assert Event.objects.filter(act="load_format").count() == 1


def test_a_released_version_with_another_text_is_refused(db):
    before = load_format(OTHER).sha256
    texts, _ = planted("guide.yml", "Gewone hulp", "Andere hulp", folder=OTHER)
    with pytest.raises(FaultsFound, match="Versie 2030.1 van “anders” is al uitgegeven"):
        load_format(texts)
    assert FormatVersion.objects.get().sha256 == before


def test_a_new_number_with_another_text_is_accepted(db):
    load_format(OTHER)
    texts, _ = planted("format.yml", '"2030.1"', '"2030.2"', folder=OTHER)
    load_format(texts)
    assert FormatVersion.objects.count() == 2


def test_a_version_of_the_project_cannot_be_replaced(db):
    texts, _ = planted("guide.yml", "Wat elk kind bij ons krijgt", "Iets anders")
    with pytest.raises(FaultsFound, match="al uitgegeven"):
        load_format(texts)
    assert not FormatVersion.objects.exists()


def test_a_faulty_format_leaves_nothing_behind(db):
    texts, _ = planted("guide.yml", "kind: pupils", "kind: pupil", folder=OTHER)
    with pytest.raises(FaultsFound, match=r"guide.yml, regel 5: "):
        load_format(texts)
    assert not FormatVersion.objects.exists()
    assert not Event.objects.exists()


def test_a_format_of_the_project_needs_no_database():
    assert get_format("almere-po/2026.1") == read(ALMERE)


@pytest.mark.parametrize(
    "ref", ["", "almere-po", "../schema/x", "almere-po/../2026.1", "almere-po/2026.1\n", "x" * 90]
)
def test_a_strange_reference_is_unknown(ref):
    with pytest.raises(UnknownFormat):
        get_format(ref)
