"""The small Markdown: what it reads, and that nothing typed is lost."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.documents import to_html, to_text
from dekkend.documents.markdown import to_blocks, to_plain
from dekkend.documents.tree import Block, Break, Bullets, Paragraph, Text


def inlines(text: str) -> tuple[object, ...]:
    (only,) = to_blocks(text)
    assert isinstance(only, Paragraph)
    return only.inlines


def test_bold_italic_and_links_are_read() -> None:
    assert inlines("Wij **doen** *veel*, zie [de site](https://a.nl).") == (
        Text("Wij "),
        Text("doen", bold=True),
        Text(" "),
        Text("veel", italic=True),
        Text(", zie "),
        Text("de site", href="https://a.nl"),
        Text("."),
    )


def test_text_is_the_schools_voice_unless_said_otherwise() -> None:
    assert to_blocks("a") == (Paragraph((Text("a"),), voice=True),)
    assert to_blocks("a", voice=False) == (Paragraph((Text("a"),)),)


def test_a_typed_line_end_stays() -> None:
    assert inlines("een\ntwee") == (Text("een"), Break(), Text("twee"))


def test_lists_nest() -> None:
    (outer,) = to_blocks("- a\n  1. b\n  2. c\n- d")
    assert isinstance(outer, Bullets)
    assert len(outer.items) == 2
    inner = outer.items[0][1]
    assert isinstance(inner, Bullets)
    assert inner.ordered


@pytest.mark.parametrize(
    "pasted", ["• een\n• twee", "\uf0b7 een\n\uf0b7\ttwee", "▪een\n▪ twee", "· een\n· twee"]
)
def test_bullets_from_word_become_a_list(pasted: str) -> None:
    (bullets,) = to_blocks(pasted)
    assert isinstance(bullets, Bullets)
    assert to_plain(pasted) == "een\ntwee"


def test_the_second_level_of_word_becomes_a_list_in_a_list() -> None:
    (bullets,) = to_blocks("•\teen\no\tdieper")
    assert isinstance(bullets, Bullets)
    assert isinstance(bullets.items[0][1], Bullets)


def test_a_date_at_the_start_of_a_line_keeps_its_number() -> None:
    assert to_plain("12. januari is er feest") == "12. januari is er feest"
    assert to_plain("1. a\n5. b") == "1. a\n5. b"


@pytest.mark.parametrize(
    "text",
    ["# Kop", "> citaat", "`code`", "| a | b |", "<b>x</b>", "---", "<https://a.nl>", "5 * 3 * 2", "a_b_c"],
)
def test_other_markdown_and_html_stay_as_typed(text: str) -> None:
    assert to_plain(text) == text


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "/admin/", "ftp://a.nl", "//a.nl"]
)
def test_a_link_elsewhere_is_no_link(href: str) -> None:
    assert not [part for part in inlines(f"[tekst]({href})") if isinstance(part, Text) and part.href]
    assert href in to_plain(f"[tekst]({href})")


@pytest.mark.parametrize("href", ["https://a.nl/b?c=d", "http://a.nl", "mailto:ib@school.nl"])
def test_a_link_to_web_or_mail_is_a_link(href: str) -> None:
    assert inlines(f"[tekst]({href})") == (Text("tekst", href=href),)


def letters(text: str) -> str:
    return "".join(sorted(char for char in text if char.isascii() and char.isalpha()))


def said(blocks: tuple[Block, ...]) -> str:
    """Words and the addresses behind links."""
    return to_text.blocks(blocks)


@given(st.text(st.sampled_from("ab1.)-*_[]()\n #<>`|\\•\t")))
def test_no_letter_is_lost(text: str) -> None:
    assert letters(said(to_blocks(text))) == letters(text)


@given(st.text())
def test_it_never_fails(text: str) -> None:
    to_html.fragment(to_blocks(text))
    to_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "*" * 40_000,
        "[" * 40_000,
        "[a](" * 9_000,
        "- " * 5_000 + "x",
        "1. " * 5_000,
        "**a " * 9_000,
        "> " * 9_000,
    ],
)
def test_extreme_text_takes_no_extreme_time(text: str) -> None:
    start = time.perf_counter()
    assert to_blocks(text)
    assert time.perf_counter() - start < 4
