"""The rules of a first draft: what they say, and what they leave out."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from dekkend.formats.model import DraftRule, Format
from dekkend.formats.reader import read
from dekkend.profile.writing.advice.whole import advise
from dekkend.profile.writing.blocks import Block
from dekkend.profile.writing.drafting import Draft, Recipe, draft_of
from tests.adoption.roads import example
from tests.formats.texts import OTHER
from tests.profile.writing.shared import FMT, HALF, NO, NOT, YES

GOLDEN = Path(__file__).parents[2] / "golden" / "de-leesplank-draft.txt"
ONE, TWO, THREE = FMT.question("ZOI").items[:3]


def known(fmt: Format = FMT, **told: tuple[str, str]) -> dict[str, Block]:
    """Item or question -> (value, note); of a question only the words."""
    return {key.replace("__", "-"): block(fmt, key.replace("__", "-"), *each) for key, each in told.items()}


def block(fmt: Format, key: str, value: str, note: str, topics: dict[str, str] | None = None) -> Block:
    if not fmt.has_item(key):
        return Block(key, fmt.question(key).number, "", "samenvatting", note, "", "", is_offered=True)
    item, label = fmt.item(key), fmt.scale.get(value).label
    text = note or item.sentence(value)
    told = tuple((topics or {}).items())
    return Block(key, item.number, "", label, text, "", "", True, value=value, note=note, topics=told)


def made(*rules: DraftRule, measure: int = 0, need: str = "", **told: tuple[str, str]) -> Draft:
    return draft_of(FMT, Recipe(rules, measure, need), known(**told))


def rule(*of: str, values: tuple[str, ...] = (YES,), say: str = "", **more: object) -> DraftRule:
    return DraftRule(of, values, say, **more)  # type: ignore[arg-type]


def test_sentences_of_rules_that_speak_stand_behind_each_other() -> None:
    rules = rule(ONE.id, say="Een."), rule(TWO.id, say="Twee."), rule(THREE.id, say="Drie.", paragraph=True)
    draft = made(*rules, ZOI__1=(YES, ""), ZOI__2=(YES, ""), ZOI__3=(YES, ""))
    assert draft.text == "Een. Twee.\n\nDrie."
    first, second = (origin for _, origin in draft.parts)
    assert (first.kind, first.source, first.also, first.value) == ("draft", ONE.id, TWO.id, YES)
    assert (first.words, second.source, second.also) == ("Een. Twee.", THREE.id, "")


def test_a_new_paragraph_begins_also_when_the_rule_that_begins_it_is_silent() -> None:
    rules = rule(ONE.id, say="Een."), rule(TWO.id, say="Twee.", paragraph=True), rule(THREE.id, say="Drie.")
    assert made(*rules, ZOI__1=(YES, ""), ZOI__3=(YES, "")).text == "Een.\n\nDrie."


def test_nothing_is_guessed() -> None:
    rules = rule(ONE.id, say="Een."), rule(TWO.id, say="Twee."), rule(THREE.id, say="Drie.")
    draft = made(*rules, ZOI__1=(NO, "Dat doen we niet."), ZOI__2=(NOT, ""))
    assert draft.text == ""
    assert [(each.number, each.why) for each in draft.left_out] == [
        (ONE.number, "nee"), (TWO.number, "n.v.t."), (THREE.number, "geen antwoord"),
    ]  # fmt: skip


def test_no_speaks_when_a_rule_says_so() -> None:
    assert made(rule(ONE.id, values=(NO,), say="Nog niet."), ZOI__1=(NO, "")).text == "Nog niet."


@pytest.mark.parametrize(
    ("take", "note", "words"),
    [
        ("note", "Zo doen wij het.", "Begin. Zo doen wij het."),
        ("note", "", "Begin."),
        ("sentence", "Zo doen wij het.", f"Begin. {ONE.sentence(YES)}"),
        ("words", "Zo doen wij het", "Begin. Zo doen wij het"),
        ("words", "", f"Begin. {ONE.sentence(YES)}"),
    ],
)
def test_a_rule_says_which_words_it_takes(take: str, note: str, words: str) -> None:
    assert made(rule(ONE.id, say="Begin.", take=take), ZOI__1=(YES, note)).text == words


def test_a_rule_that_takes_a_note_that_is_not_there_is_silent() -> None:
    draft = made(rule(ONE.id, take="note"), ZOI__1=(YES, ""))
    assert (draft.text, draft.left_out[0].why) == ("", "ja")


def test_a_note_without_a_full_stop_gets_one_before_the_next_sentence() -> None:
    rules = rule(ONE.id, take="note"), rule(TWO.id, say="Twee.")
    assert (
        made(*rules, ZOI__1=(YES, "Twee keer per jaar"), ZOI__2=(YES, "")).text == "Twee keer per jaar. Twee."
    )


def test_a_list_in_a_note_stands_by_itself_and_each_paragraph_is_unread() -> None:
    rules = rule(ONE.id, say="Dit doen we:", take="note"), rule(TWO.id, say="Twee.")
    draft = made(*rules, ZOI__1=(YES, "- lezen\n- rekenen"), ZOI__2=(YES, ""))
    assert draft.text == "Dit doen we:\n\n- lezen\n- rekenen\n\nTwee."
    assert [origin.words for _, origin in draft.parts] == ["Dit doen we:", "- lezen\n- rekenen", "Twee."]


def test_several_items_must_all_fit() -> None:
    rules = rule(ONE.id, TWO.id, say="Samen."), rule(ONE.id, say="Een."), rule(TWO.id, say="Twee.")
    assert made(*rules, ZOI__1=(YES, ""), ZOI__2=(YES, "")).text == "Samen."
    assert made(*rules, ZOI__1=(YES, ""), ZOI__2=(HALF, "")).text == "Een."


def test_a_question_speaks_by_its_standing_and_then_its_items_are_said() -> None:
    question = FMT.question("ZOI")
    rules = rule("ZOI", say="Alles is op orde."), rule(ONE.id, say="Een.")
    all_yes = {item.id.replace("-", "__"): (YES, "") for item in question.items}
    whole = made(*rules, **all_yes)
    assert (whole.text, whole.left_out) == ("Alles is op orde.", ())
    assert whole.parts[0][1].source == "ZOI"
    assert made(*rules, **{**all_yes, "ZOI__2": (HALF, "")}).text == "Een."
    assert made(*rules, ZOI__1=(YES, "")).text == "Een."


def test_a_question_without_values_gives_its_summary() -> None:
    draft = made(rule("ZOI", values=(), take="words"), ZOI=("", "Wij kennen elk kind."))
    assert (draft.text, draft.numbers) == ("Wij kennen elk kind.", (FMT.question("ZOI").number,))
    assert made(rule("ZOI", values=(), take="words")).left_out[0].why == "geen samenvatting"


def test_what_does_not_fit_the_measure_is_left_out_and_said() -> None:
    rules = rule(ONE.id, take="note"), rule(TWO.id, take="note"), rule(THREE.id, take="note")
    told = {"ZOI__1": (YES, "een twee drie"), "ZOI__2": (YES, "een " * 9), "ZOI__3": (YES, "vier")}
    draft = made(*rules, measure=10, **told)
    assert draft.text == "een twee drie. vier"
    assert [(each.number, each.why) for each in draft.left_out] == [(TWO.number, "te lang")]


def test_a_need_looks_at_its_own_topics() -> None:
    item = next(item for item in FMT.items if item.topics)
    topic, other = item.topics[:2]
    rules = (rule(item.id, say="Sterk.", need=True),)
    answered = {item.id: block(FMT, item.id, HALF, "", {topic.id: YES, other.id: HALF})}
    assert draft_of(FMT, Recipe(rules, need=topic.need), answered).text == "Sterk."
    assert draft_of(FMT, Recipe(rules, need=other.need), answered).text == ""
    foreign = draft_of(FMT, Recipe(rules, need="elders"), answered)
    assert (foreign.text, foreign.left_out) == ("", ())


def test_the_order_of_what_is_left_out_is_that_of_the_checklist() -> None:
    draft = made(rule(THREE.id, say="Drie."), rule(ONE.id, say="Een."))
    assert [each.number for each in draft.left_out] == [ONE.number, THREE.number]


def agreed_in_the_example() -> dict[str, Block]:
    checklist = example()["checklist"]
    blocks = {
        key: block(FMT, key, told["value"], told.get("note", ""), told.get("topics"))
        for key, told in checklist["answers"].items()
        if told.get("value")
    }
    return blocks | {key: block(FMT, key, "", words) for key, words in checklist["summaries"].items()}


def every_draft(fmt: Format, answers: dict[str, Block]) -> str:
    lines = []
    for section in fmt.sections:
        recipes = [(field.label, Recipe.of_field(section, field)) for field in section.fields]
        for need in fmt.offer.needs if section.columns else ():
            for column in section.columns:
                recipes.append((f"{column.title} ({need.label})", Recipe.of_column(section, column, need.id)))
        for name, recipe in recipes:
            if recipe.rules:
                draft = draft_of(fmt, recipe, answers)
                left = ", ".join(f"{each.number} ({each.why})" for each in draft.left_out)
                lines.append(
                    f"## {name}\n\n{draft.text}\n\nGebruikt: {', '.join(draft.numbers)}\nNiet: {left}\n"
                )
    return "\n".join(lines)


def test_the_draft_of_the_full_example_is_known() -> None:
    """Write anew with DEKKEND_GOLDEN=1 and read the difference."""
    text = every_draft(FMT, agreed_in_the_example())
    if os.environ.get("DEKKEND_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def said_by(fmt: Format) -> list[str]:
    """Every sentence that a draft can take from the format itself."""
    items = [item.sentence(value.id) for item in fmt.items for value in fmt.scale.values]
    texts = [each for section in fmt.sections for each in (*section.fields, *section.columns)]
    return list(filter(None, [*items, *(rule.say for text in texts for rule in text.draft)]))


@pytest.mark.parametrize("fmt", [FMT, read(OTHER)], ids=lambda fmt: fmt.ref)
def test_the_margin_has_nothing_to_advise_on_the_sentences_of_a_format(fmt: Format) -> None:
    assert [(text, advice.words) for text in said_by(fmt) for advice in advise(text)] == []


def test_the_margin_would_advise_on_a_sentence_that_leaves_things_open() -> None:
    assert advise("Waar nodig wordt er gekeken wat een kind helpt.")


def test_a_draft_speaks_of_parents_and_children_and_to_nobody() -> None:
    """Of what the format says for each value: "uw kind" in one sentence and "de ouders" in the next reads badly."""
    assert [text for text in said_by(FMT) if re.search(r"\b(?:u|uw|je kind)\b", text, re.IGNORECASE)] == []


@pytest.mark.parametrize("value", [YES, HALF])
def test_every_draft_of_the_format_keeps_to_its_measure(value: str) -> None:
    topics = {item.id: {topic.id: value for topic in item.topics} for item in FMT.items}
    answers = {item.id: block(FMT, item.id, value, "", topics[item.id]) for item in FMT.items}
    for section in FMT.sections:
        recipes = [Recipe.of_field(section, field) for field in section.fields]
        for need in FMT.offer.needs:
            recipes += [Recipe.of_column(section, column, need.id) for column in section.columns]
        for draft in (draft_of(FMT, recipe, answers) for recipe in recipes):
            assert "te lang" not in {each.why for each in draft.left_out}


def test_every_draft_keeps_to_its_measure() -> None:
    for section in FMT.sections:
        for field in section.fields:
            recipe = Recipe.of_field(section, field)
            draft = draft_of(FMT, recipe, agreed_in_the_example())
            assert len(draft.text.split()) <= recipe.measure or not recipe.rules
            assert len(draft.parts) <= 5


def test_another_format_brings_its_own_rules() -> None:
    other = read(OTHER)
    field = other.section("koers").fields[0]
    answers = known(
        other,
        klas_doel=("started", "Ons eigen woord."),
        klas_tempo=("missing", ""),
        sfeer_plein=("usual", ""),
        sfeer_rust=("strong", ""),
        buren_zorg=("strong", ""),
    )
    draft = draft_of(other, Recipe.of_field(other.section("koers"), field), answers)
    said = other.item("klas_doel").sentence("started")
    assert draft.text == f"{said} Tijd geven wij nog niet genoeg.\n\nOp het plein en in huis is er rust."
    assert [(each.number, each.why) for each in draft.left_out] == [
        ("A", "geen samenvatting"), ("Ac", "geen antwoord"), ("Ca", "sterk"),
    ]  # fmt: skip


def test_a_rule_is_not_moved_by_an_answer_it_does_not_name() -> None:
    draft = made(rule(ONE.id, say="Een."), ZOI__1=(YES, ""), ZOI__2=(NO, ""))
    assert replace(draft, left_out=()) == made(rule(ONE.id, say="Een."), ZOI__1=(YES, ""))
