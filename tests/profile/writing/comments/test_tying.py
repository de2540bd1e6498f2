"""A comment stays with its paragraph, whatever people do with the text. No database."""

from dekkend.profile.writing.comments.tying import carry, mark_of, place_of

LIST = "Twee keer per jaar gaan we na wie iets extra's nodig heeft."
GROUP = "De leraar geeft die hulp in de groep, vier keer per week, in een klein groepje."
OWN = "Op onze school kennen we elk kind bij de naam."
START = [OWN, LIST, GROUP]


def after(*parts: str, about: str = LIST, start: list[str] = START) -> tuple[str, int] | None:
    return carry(about, start.index(about), "\n\n".join(start), "\n\n".join(parts))


def test_it_moves_along() -> None:
    assert after("Nieuw.", OWN, GROUP, LIST) == (LIST, 3)


def test_it_stays_with_an_edited_paragraph() -> None:
    edited = LIST.replace("Twee keer per jaar", "Elk half jaar")
    assert after(OWN, edited, GROUP) == (edited, 1)


def test_it_stays_with_the_longest_part_of_a_split_paragraph() -> None:
    one, other = GROUP.split(" in ", 1)
    assert after(OWN, LIST, one, other, about=GROUP) == (other, 3)


def test_it_goes_along_into_a_joined_paragraph() -> None:
    assert after(f"{OWN} {LIST}", GROUP) == (f"{OWN} {LIST}", 0)
    assert after(f"{OWN} {LIST}", GROUP, about=OWN) == (f"{OWN} {LIST}", 0)


def test_it_is_gone_with_its_paragraph() -> None:
    assert after(OWN, GROUP) is None
    assert after(OWN, "Iets heel anders.", GROUP) is None


def test_it_takes_no_paragraph_that_stood_there_already() -> None:
    like = LIST.replace("Twee", "Drie")
    assert after(OWN, like, start=[OWN, LIST, like]) is None


def test_of_equal_paragraphs_it_takes_the_nearest() -> None:
    assert place_of(OWN, 2, [OWN, LIST, OWN]) == 2
    assert place_of(OWN, 0, [OWN, LIST, OWN]) == 0
    assert place_of("Niets.", 0, [OWN]) is None


def test_line_breaks_make_no_other_paragraph() -> None:
    broken = OWN.replace(" kennen", "\nkennen")
    assert mark_of(broken) == mark_of(OWN)
    assert after(broken, LIST, about=OWN) == (broken, 0)
