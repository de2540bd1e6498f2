"""Signs as people read them: of symbol fonts, that have no code of their own, and of letters that were set together."""

from __future__ import annotations

import re
import unicodedata

TICKED, OPEN, BULLET = "☒", "☐", "•"
SOFT = "\xad"  # a hyphen that stands at the end of a line only

# By font: place in it -> sign.
WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: OPEN, 0x70: OPEN, 0x71: OPEN, 0x72: OPEN, 0x76: "❖", 0x78: TICKED,
    0x9F: BULLET, 0xA7: "▪", 0xA8: OPEN, 0xD8: "➢", 0xE0: "→", 0xE8: "→", 0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: TICKED,
    0xFE: TICKED,
}  # fmt: skip
WINGDINGS_2 = {
    0x4F: "✗",
    0x50: "✓",
    0x51: TICKED,
    0x52: TICKED,
    0x53: TICKED,
    0x54: TICKED,
    0x97: BULLET,
    0xA3: OPEN,
}
WEBDINGS = {0x61: "✓", 0x63: OPEN, 0x67: "■", 0x72: "✗"}
SYMBOL = {0xA3: "≤", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: BULLET}
FONTS: tuple[tuple[str, dict[int, str]], ...] = (
    ("wingdings2", WINGDINGS_2),
    ("wingdings3", {}),
    ("wingdings", WINGDINGS),
    ("webdings", WEBDINGS),
    ("symbolmt", SYMBOL),
)
# Where no font is told: what people mean by it mostly.
MEANT = (
    WINGDINGS | {place: WINGDINGS_2[place] for place in (0x50, 0x51, 0x52, 0x53, 0x54, 0xA3)} | {0xB7: BULLET}
)
PRIVATE = range(0xE000, 0xF900)

SAME = str.maketrans({
    **dict.fromkeys("☑🗹🗷✅⮽", TICKED), **dict.fromkeys("□◻⬜❏❐❑❒▢", OPEN),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff"),
    "\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u2028": "\n", "\u2029": "\n",
})  # fmt: skip
TOGETHER = re.compile("[\ufb00-\ufb06]")  # ﬁ, ﬂ, …
UNTOLD = re.compile(r"[\ue000-\uf8ff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

BOX = re.compile(f"[{TICKED}{OPEN}]")
SHORT = 40  # letters of one answer to choose
NOTHING = "niets aangekruist"


def of_font(font: str) -> dict[int, str] | None:
    """None for a font of letters."""
    name = re.sub(r"[^a-z0-9]", "", font.lower().rpartition("+")[2])
    if name in ("symbol", "standardsymbolsps"):
        return SYMBOL
    return next((signs for known, signs in FONTS if name.startswith(known)), None)


def in_font(text: str, font: str) -> str:
    """A text that is set in this font. A sign of a symbol font that says nothing by itself is a bullet at most."""
    signs = of_font(font)
    if signs is None:
        return text
    return "".join(told(sign, signs) for sign in text)


def told(sign: str, signs: dict[int, str]) -> str:
    code = ord(sign)
    if code in PRIVATE:
        return signs.get(code & 0xFF, sign)
    if sign.isspace() or code > 0xFF:
        return sign
    return signs.get(code, sign if signs is SYMBOL else BULLET)


def cleaned(text: str) -> str:
    """However the file wrote it, the same letters and signs. Hyphens for the end of a line stay: see `plain`."""
    text = TOGETHER.sub(
        lambda hit: unicodedata.normalize("NFKC", hit.group()), unicodedata.normalize("NFC", text)
    )
    text = "".join(MEANT.get(ord(sign) & 0xFF, BULLET) if ord(sign) in PRIVATE else sign for sign in text)
    return UNTOLD.sub("", text.translate(SAME))


def plain(text: str) -> str:
    return cleaned(text).replace(SOFT, "")


def chosen(text: str) -> str:
    """Of a line with answers to choose from only what was chosen: "Lift: ☒ ja ☐ nee" is "Lift: ja"."""
    return "\n".join(map(choice, text.split("\n")))


def choice(line: str) -> str:
    if len(BOX.findall(line)) < 2:
        return line
    mark = re.match(r"\s*(?:-|\d{1,2}\.)\s+", line)
    begin = mark.group() if mark else ""
    before, rest = asked(line[len(begin) :].strip())
    parts = [part.strip(" \t,;/|") for part in BOX.split(rest)]
    boxes = BOX.findall(rest)
    if not parts[0]:
        answers = parts[1:]
    elif not parts[-1] and before:
        answers = parts[:-1]
    else:
        return line
    if any(not 0 < len(answer) <= SHORT for answer in answers):
        return line
    ticked = [answer for answer, box in zip(answers, boxes, strict=True) if box == TICKED]
    said = ", ".join(ticked) or f"{NOTHING} ({', '.join(answers)})"
    return f"{begin}{before} {said}" if before else f"{begin}{said}"


def asked(line: str) -> tuple[str, str]:
    """What is asked, and the answers. Without a sign between them the question ends at the first box."""
    if found := re.match(rf"([^{TICKED}{OPEN}]*[:?])\s*", line):
        return found.group(1).strip(), line[found.end() :]
    first = BOX.search(line)
    if first and first.start() and not BOX.match(line[-1:]):
        return f"{line[: first.start()].strip()}:", line[first.start() :]
    return "", line


def is_ticked(text: str) -> bool:
    """A cell with nothing but a tick."""
    return text.strip() in (TICKED, "x", "X", "✓", "✔", "√")


def is_open(text: str) -> bool:
    return text.strip() == OPEN
