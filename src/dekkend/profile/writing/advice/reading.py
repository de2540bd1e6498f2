"""Sentences that parents stumble over, by the measure of Flesch-Douma (docs/naslag/advies.md)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .lists import any_of, listed
from .model import Advice
from .prose import Sentence
from .syllables import syllables

LONG_SENTENCE = 28  # words
LONG_WORD = 5  # syllables
HARD_TEXT = 45.0  # the norm of Douma: below it "moeilijk"
HARD_SENTENCE = 10.0
ENOUGH = 8  # words: a shorter sentence is a heading or a line of a list

STIFF = any_of(listed("reading")["stiff"])
FAMILIAR = any_of(listed("reading")["familiar"])
# Without it no sentence is passive, and it is found sooner.
HELPING = re.compile("w[oe]rd", re.IGNORECASE)
PASSIVE = re.compile(
    r"\b(?:word(?:en|t)|werd(?:en)?)\b[^.!?;:]{0,80}?\b(?:ge|be|ver|ont|her)\w{2,}(?:d|t|en)\b"
    r"|\b(?:ge|be|ver|ont|her)\w{2,}(?:d|t|en)\s+(?:word(?:en|t)|werd(?:en)?)\b",
    re.IGNORECASE,
)


def douma(words: list[str] | tuple[str, ...], number_of_sentences: int) -> float:
    """206.84 - 0.77 × syllables in a hundred words - 0.93 × words in a sentence (Douma, 1960)."""
    per_hundred = 100 * sum(map(syllables, words)) / len(words)
    return 206.84 - 0.77 * per_hundred - 0.93 * len(words) / number_of_sentences


def reading(parts: Sequence[Sentence]) -> list[Advice]:
    """One advice for each hard sentence, with the words that make it so."""
    scored = [each for each in parts if len(each.words) >= ENOUGH]
    if not scored:
        return []
    whole = douma([word for each in scored for word in each.words], len(scored))
    return [found for each in scored if (found := _judge(each, is_hard_text=whole < HARD_TEXT))]


def _judge(each: Sentence, *, is_hard_text: bool) -> Advice | None:
    stiff = [found.group() for found in STIFF.finditer(each.text)]
    passive = HELPING.search(each.text) and PASSIVE.search(each.text)
    too_long = len(each.words) > LONG_SENTENCE
    long_words = [
        word for word in each.words if syllables(word) >= LONG_WORD and not FAMILIAR.fullmatch(word)
    ]
    score = douma(each.words, 1)
    heavy = score < HARD_SENTENCE and len(long_words) >= 2
    weighs = len(stiff) + bool(passive) + min(len(long_words), 1)
    if not (too_long or heavy or (stiff and weighs >= 2) or (is_hard_text and weighs >= 2)):
        return None
    hard = list(dict.fromkeys([*stiff, *long_words]))[:4]
    reason = "Ouders struikelen hier."
    if too_long:
        reason = f"Deze zin heeft {len(each.words)} woorden. Ouders raken dan de draad kwijt."
    if hard:
        reason += f" Moeilijk zijn: {', '.join(f'“{word}”' for word in hard)}."
    todo = (
        "Maak er twee of drie zinnen van."
        if too_long and not hard
        else "Zeg wie iets doet, en wat een kind ervan merkt."
    )
    return Advice("reading", (each.start, each.end), each.text, reason, todo)
