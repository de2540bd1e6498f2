"""Text that a person pasted, made fit for a paper.

`clean` suits every paper that has the reader's own fonts (HTML, DOCX, text). `carried` is for PDF,
where a glyph that none of our fonts has makes the whole export fail (PDF/UA 7.21.4.1).
"""

from __future__ import annotations

import re
import unicodedata

from dekkend.documents import faces
from dekkend.documents.unbroken import spaced

# Word writes its bullets and boxes as private-use characters of Symbol and Wingdings.
WORD_SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "•",
    "\uf06c": "•",
    "\uf06e": "•",
    "\uf076": "•",
    "\uf0d8": "•",
    "\uf02d": "–",
    "\uf0e0": "→",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf0a8": "☐",
    "\uf06f": "☐",
    "\uf04a": "☺",
}
LINE_ENDS = {"\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}
JOINERS = {"\u200c", "\u200d"}  # Arabic letters and composed emoji need them
UNKNOWN = "?"


def clean(text: str) -> str:
    """The text without what no paper carries: control, private-use and direction characters.

    Line ends become "\\n", a tab a space. Letters are composed (NFC), so that "e" + accent is one letter.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    text = text.replace("\r\n", "\n")
    return unicodedata.normalize("NFC", "".join(map(_kept, text)))


def _kept(char: str) -> str:
    if char == "\n" or char in JOINERS:
        return char
    if char in LINE_ENDS:
        return "\n"
    if char == "\t":
        return " "
    if char in WORD_SYMBOLS:
        return WORD_SYMBOLS[char]
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co") or _is_noncharacter(ord(char)):
        return ""
    return char


def _is_noncharacter(code: int) -> bool:
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


def one_line(text: str) -> str:
    """For titles and labels: no line ends, no spaces at the sides."""
    return " ".join(text.split())


def carried(text: str) -> str:
    """`clean`, and every cluster in glyphs that one of our fonts has; long runs can be broken."""
    text = clean(text)
    if not faces.common().issuperset(text):
        text = "".join(_in_fonts(cluster) for cluster in CLUSTER.findall(text))
    return LONG_RUN.sub(_with_breaks, spaced(text))


def plainest(text: str) -> str:
    """Only what both text faces have: the last resort when a font still surprises us."""
    common = faces.common()
    composed = unicodedata.normalize("NFKC", clean(text))
    return LONG_RUN.sub(_with_breaks, "".join(char if char in common else UNKNOWN for char in composed))


# A base with what combines with it: marks, joiners, variation selectors, keycap.
CLUSTER = re.compile(
    r"[\s\S][\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f]*"
)


def _in_fonts(cluster: str) -> str:
    base = cluster[0]
    if base == "\n" and len(cluster) == 1:
        return base
    fitting = [face for face in faces.families() if base in face]
    if not fitting:
        return _rewritten(base)
    # The face that carries most of the cluster; marks that it lacks are dropped.
    best = max(fitting, key=lambda face: sum(char in face for char in cluster))
    return "".join(char for char in cluster if char in best)


def _rewritten(base: str) -> str:
    """A ligature, a circled digit or a "bold" letter from social media becomes its plain letters."""
    if unicodedata.combining(base) or base in JOINERS or "\ufe00" <= base <= "\ufe0f":
        return ""
    plain = unicodedata.normalize("NFKC", base)
    return plain if faces.common().issuperset(plain) else UNKNOWN


LONG_RUN = re.compile(r"[^\s\u200b]{32,}")
BREAK_AFTER = re.compile(r"([/?&=.,;:_@+-]{1,16}|[^/?&=.,;:_@+-]{16})(?=.)")


def _with_breaks(run: re.Match[str]) -> str:
    """A web address or a row of characters may break, so that it stays on the page."""
    return BREAK_AFTER.sub("\\1\u200b", run.group())


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is Hebrew, Arabic or the like."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
