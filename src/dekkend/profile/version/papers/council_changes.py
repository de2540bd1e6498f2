"""What is different since the earlier version, in words: per section, and within it per text."""

from __future__ import annotations

from dekkend.documents.tree import Block, Inline, Paragraph, Text
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Format
from dekkend.kit.diff import Passage
from dekkend.profile.version.changes import Change, changes
from dekkend.profile.version.changes import Part as Changed
from dekkend.profile.version.content.shape import Content
from dekkend.profile.version.former import Earlier, by_year, unchanged_since

from .pieces import Blocks, say
from .words import lower_first

# What somebody reads in one evening; the profile itself has the rest.
LETTERS, PASSAGES = 420, 6
LEGEND = (
    Text("Wat zo staat", bold=True, added=True),
    Text(" is nieuw. "),
    Text("Wat zo staat", struck=True),
    Text(" staat er niet meer in."),
)


def what_changed(content: Content, fmt: Format, earlier: Earlier | None) -> Part:
    if earlier is None:
        school = content["school"]["name"]
        told = f"Dit is het eerste profiel van {school} in Dekkend. Er is nog niets om mee te vergelijken."
        return Part("Wat er veranderde", (say(told),), id="veranderd")
    parts = changes(earlier.content, content, fmt, earlier.format)
    changed = [part for part in parts if part.changes]
    same = [(part.id, lower_first(part.title)) for part in parts if not part.changes]
    blocks: Blocks = (
        (Paragraph(LEGEND),) if changed else (say("De tekst is woord voor woord gelijk gebleven."),)
    )
    blocks += tuple(section(part) for part in changed)
    for year, names in by_year(same, unchanged_since(content, fmt, earlier.years)) if changed else ():
        blocks += (say(f"Ongewijzigd{f' sinds {year}' if year else ''}: {', '.join(names)}."),)
    return Part(f"Wat er veranderde sinds {earlier.name}", blocks, id="veranderd")


def section(part: Changed) -> Part:
    title = f"{part.title}: nieuw" if part.is_new else part.title
    blocks = tuple(block for change in part.changes for block in one(change, part.is_new))
    return Part(title, blocks, id=f"veranderd-{part.id}", number=part.number)


def one(change: Change, part_is_new: bool) -> Blocks:
    word = "" if change.state == "changed" or (part_is_new and change.state == "new") else f" ({change.word})"
    head = Paragraph((Text(change.label, bold=True), Text(word)), keep=True)
    if change.state == "gone":
        return (head,)
    blocks: list[Block] = [
        head,
        *(told(passage, change.state == "new") for passage in change.passages[:PASSAGES]),
    ]
    rest = len(change.passages) - PASSAGES
    if rest > 0:
        blocks.append(
            say(f"En nog op {rest} {'plek' if rest == 1 else 'plekken'}; lees daarvoor het profiel.")
        )
    return tuple(blocks)


def told(passage: Passage, is_new: bool) -> Paragraph:
    """In what is new as a whole, nothing needs to be bold."""
    parts: list[Inline] = []
    for piece in passage:
        text = shortened(piece.text) if piece.kind != "same" else middle(piece.text)
        blank = Text(" ") if parts else Text("")
        fresh = piece.kind == "in" and not is_new
        parts += [blank, Text(text, bold=fresh, added=fresh, struck=piece.kind == "out")]
    return Paragraph(tuple(parts), voice=True)


def shortened(text: str) -> str:
    return text if len(text) <= LETTERS else f"{text[:LETTERS].rsplit(' ', 1)[0]} …"


def middle(text: str) -> str:
    """Of what stayed, the words beside the change."""
    if len(text) <= LETTERS:
        return text
    half = LETTERS // 2
    return f"{text[:half].rsplit(' ', 1)[0]} … {text[-half:].split(' ', 1)[-1]}"
