"""What was bound together for paper is read as people type it."""

from dekkend.documents.unbroken import hyphened
from dekkend.profile.reading.file.signs import cleaned


def test_what_a_paper_binds_is_read_back_as_it_was_typed() -> None:
    said = "Bel 036-123 45 67 op 1 juni 2027, in schooljaar 2027-2028."
    assert hyphened(said) != said
    assert cleaned(hyphened(said)) == said
