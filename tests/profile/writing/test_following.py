"""A paragraph keeps its origin, whatever people do with the text. No database."""

from dekkend.profile.writing.following import follow
from dekkend.profile.writing.origins import MOST_GONE, Origin, Traced, paragraphs, traced

LIST = "Twee keer per jaar gaan we na wie iets extra's nodig heeft."
GROUP = "De leraar geeft die hulp in de groep, vier keer per week, in een klein groepje."
OWN = "Op onze school kennen we elk kind bij de naam."
ITEM = Origin("item", "Z-2", LIST, "ja", "2026-11-05")
OTHER = Origin("item", "Z-3", GROUP, "half", "2026-11-05")
HAND = Origin("hand", on="2026-11-25", who="Ina", role="intern begeleider")
LATER = Origin("hand", on="2026-12-01", who="Hanna", role="directeur")


def known(*pairs: tuple[str, Origin]) -> Traced:
    return Traced("\n\n".join(part for part, _ in pairs), tuple(origin for _, origin in pairs))


START = known((OWN, HAND), (LIST, ITEM), (GROUP, OTHER))


def after(text: str, start: Traced = START, **told: object) -> tuple[Origin, ...]:
    return follow(start, text, hand=LATER, **told).origins  # type: ignore[arg-type]


def test_a_paragraph_stands_between_blank_lines() -> None:
    assert paragraphs("Een\ntwee.\n\n  \n- drie\n- vier\r\n\r\nvijf\n") == [
        "Een\ntwee.",
        "- drie\n- vier",
        "vijf",
    ]
    assert paragraphs(" \n\n ") == []


def test_nothing_changed_nothing_changes() -> None:
    assert after(START.text) == (HAND, ITEM, OTHER)


def test_an_edited_paragraph_keeps_its_origin() -> None:
    edited = LIST.replace("Twee keer per jaar", "Elk half jaar").replace("iets extra's", "extra hulp")
    assert after(f"{OWN}\n\n{edited}\n\n{GROUP}") == (HAND, ITEM, OTHER)


def test_other_line_ends_are_no_change() -> None:
    assert after(f"{OWN}\n\n{LIST.replace(' ', chr(10))}") == (HAND, ITEM)


def test_a_new_paragraph_is_of_who_wrote_it() -> None:
    assert after(f"{OWN}\n\nOuders lezen mee wat wij doorgeven.\n\n{LIST}\n\n{GROUP}") == (
        HAND,
        LATER,
        ITEM,
        OTHER,
    )


def test_a_paragraph_replaced_by_another_is_of_who_wrote_it() -> None:
    assert after(f"{OWN}\n\nOuders lezen mee wat wij doorgeven.\n\n{GROUP}") == (HAND, LATER, OTHER)


def test_both_halves_of_a_split_paragraph_keep_its_origin() -> None:
    one, two = GROUP.split(", vier keer")
    assert after(f"{OWN}\n\n{LIST}\n\n{one}.\n\nVier keer{two}") == (HAND, ITEM, OTHER, OTHER)


def test_joined_paragraphs_keep_that_of_the_longest() -> None:
    assert after(f"{OWN}\n\n{LIST} {GROUP}") == (HAND, OTHER)


def test_joined_and_split_again_is_as_it_was() -> None:
    joined = follow(START, f"{OWN}\n\n{LIST} {GROUP}", hand=LATER)
    assert after(START.text, joined) == (HAND, ITEM, OTHER)


def test_moved_paragraphs_take_their_origin_along() -> None:
    assert after(f"{GROUP}\n\n{OWN}\n\n{LIST}") == (OTHER, HAND, ITEM)


def test_moved_and_edited_at_once() -> None:
    edited = GROUP.replace("vier", "drie")
    assert after(f"{edited}\n\n{LIST}\n\n{OWN}") == (OTHER, ITEM, HAND)


def test_a_copy_has_the_same_origin() -> None:
    assert after(f"{START.text}\n\n{LIST}") == (HAND, ITEM, OTHER, ITEM)


def test_cut_saved_and_pasted_is_remembered() -> None:
    cut = follow(START, f"{OWN}\n\n{GROUP}", hand=LATER)
    assert cut.gone == ((LIST, ITEM),)
    pasted = follow(cut, f"{OWN}\n\n{GROUP}\n\n{LIST}", hand=LATER)
    assert (pasted.origins, pasted.gone) == ((HAND, OTHER, ITEM), ())


def test_emptied_and_put_back() -> None:
    empty = follow(START, "", hand=LATER)
    assert empty.origins == ()
    assert after(START.text, empty) == (HAND, ITEM, OTHER)


def test_a_save_that_was_merged_keeps_the_ties_of_both() -> None:
    """One wrote a paragraph on top, the other changed the last one: the merged text follows from the saved one."""
    first = follow(START, f"Welkom op onze school, fijn dat je er bent.\n\n{START.text}", hand=HAND)
    merged = first.text.replace("vier keer", "drie keer")
    assert follow(first, merged, hand=LATER).origins == (HAND, HAND, ITEM, OTHER)


def test_letter_by_letter_stays_of_one_hand() -> None:
    whole, state = "Wij kijken goed naar elk kind en praten met de ouders.", Traced()
    for end in range(1, len(whole) + 1):
        state = follow(state, whole[:end], hand=HAND)
        assert state.origins == (HAND,)
    assert state.gone == ()


def test_what_is_put_in_has_the_origin_that_is_given() -> None:
    assert after(f"{OWN}\n\n{LIST}", known((OWN, HAND)), given={LIST: ITEM}) == (HAND, ITEM)


def test_a_paragraph_of_another_text_takes_its_origin_along() -> None:
    asked: list[str] = []

    def elsewhere(parts: list[str]) -> dict[str, Origin]:
        asked.extend(parts)
        return {LIST: ITEM}

    assert after(f"{OWN}\n\n{LIST}", known((OWN, HAND)), elsewhere=elsewhere) == (HAND, ITEM)
    assert asked == [LIST]


def test_nobody_is_asked_when_all_is_known() -> None:
    def elsewhere(parts: list[str]) -> dict[str, Origin]:
        raise AssertionError(parts)

    after(f"{GROUP}\n\n{OWN}", elsewhere=elsewhere)
    after("Ja.", known((OWN, HAND)), elsewhere=elsewhere)


def test_a_few_common_words_are_no_tie() -> None:
    assert after(f"{OWN}\n\nDe school is in de stad, elk jaar meer.\n\n{GROUP}") == (HAND, LATER, OTHER)


def test_where_the_entries_do_not_fit_nothing_is_known() -> None:
    assert traced("Een.\n\nTwee.", [ITEM.stored()]).origins == (Origin(), Origin())


def test_stored_and_read_is_the_same() -> None:
    cut = follow(START, f"{OWN}\n\n{GROUP}", hand=LATER)
    told = cut.stored()
    assert traced(cut.text, told["origins"], told["gone"]) == cut
    assert "who" not in ITEM.stored()


def test_an_entry_of_a_later_release_is_read() -> None:
    assert traced("Een.", [{"kind": "item", "mood": "blij"}]).origins == (Origin("item"),)


def test_what_went_away_is_not_remembered_for_ever() -> None:
    state = Traced()
    for number in range(MOST_GONE + 20):
        state = follow(state, f"Paragraaf{number} heeft{number} eigen{number} woorden{number}.", hand=HAND)
    assert len(state.gone) == MOST_GONE


def test_a_text_made_to_be_slow_is_bounded() -> None:
    """Too much to find out counts as written anew; it costs no minutes."""
    one = "\n\n".join(["a b " * 40] * 60 + [f"a b {n} " * 9 for n in range(60)])
    two = "\n\n".join(["b a " * 40] * 60 + [f"b a {n} " * 9 for n in range(60)])
    state = follow(Traced(), one, hand=HAND)
    assert len(follow(state, two, hand=LATER).origins) == 120
