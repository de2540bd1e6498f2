"""A first draft of one text, made of what the school agreed by the rules of the format, and never by guessing.

What has no agreed answer says nothing, and so does a value that no rule names. No database here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

from dekkend.documents.markdown import to_plain
from dekkend.formats.model import Column, DraftRule, Field, Format, Item, Question, Section

from .blocks import Block
from .origins import DRAFT, Origin, Traced, paragraphs, plainly, together

TOO_LONG, NO_ANSWER, NO_SUMMARY = "te lang", "geen antwoord", "geen samenvatting"
# A sentence ends with one of these; a note that somebody wrote without gets a full stop before the next one.
ENDS = tuple(".!?:;…”\"'*_")

Known = Mapping[str, Block]


@dataclass(frozen=True)
class Recipe:
    """The rules for one text, and how long it may become."""

    rules: tuple[DraftRule, ...] = ()
    measure: int = 0  # words; 0: no measure
    need: str = ""  # of the arrangement in which the text stands

    @classmethod
    def of_field(cls, section: Section, field: Field) -> Recipe:
        return cls(field.draft, field.words or section.words)

    @classmethod
    def of_column(cls, section: Section, column: Column, need: str) -> Recipe:
        return cls(column.draft, section.words, need)


@dataclass(frozen=True)
class LeftOut:
    number: str  # "3.5"
    why: str  # "nee", "geen antwoord", "te lang"


@dataclass(frozen=True)
class Draft:
    parts: tuple[tuple[str, Origin], ...] = ()
    numbers: tuple[str, ...] = ()  # of what it is made of
    left_out: tuple[LeftOut, ...] = ()

    @property
    def text(self) -> str:
        return together([part for part, _ in self.parts])

    @property
    def given(self) -> dict[str, Origin]:
        return dict(self.parts)


@dataclass
class Passage:
    """One paragraph while it is made."""

    pieces: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    value: str = ""  # of the first source

    def parts(self) -> Iterator[tuple[str, Origin]]:
        """A note of several paragraphs makes several; each carries its own words."""
        first, *others = self.sources
        for part in paragraphs(reduce(joined, self.pieces)):
            yield part, Origin(DRAFT, first, words=part, value=self.value, also=" ".join(others))


def renewed(known: Traced, draft: Draft) -> tuple[tuple[str, Origin], ...]:
    """What would stand here if the draft were made now; () when that is what stands, or when somebody touched it.

    A paragraph that somebody took out stays out.
    """
    if not known.pairs or not known.is_untouched:
        return ()
    out = {plainly(part) for part, _ in known.gone}
    parts = tuple((part, origin) for part, origin in draft.parts if plainly(part) not in out)
    is_same = {plainly(part) for part, _ in parts} == {plainly(part) for part, _ in known.pairs}
    return () if is_same else parts


def looked_at(fmt: Format, rules: Iterable[DraftRule]) -> list[Question | Item]:
    """Everything these rules ask the answer of, once."""
    found: dict[str, Question | Item] = {}
    for rule in rules:
        for name in rule.of:
            if fmt.has_item(name):
                found.setdefault(name, fmt.item(name))
                continue
            question = fmt.question(name)
            found.setdefault(name, question)
            if rule.values:
                found |= {item.id: item for item in question.items if item.id not in found}
    return list(found.values())


def draft_of(fmt: Format, recipe: Recipe, known: Known) -> Draft:
    """`known`: what was agreed about everything that is `looked_at`."""
    made: list[Passage] = []
    used: dict[str, None] = {}
    too_long: set[str] = set()
    length, begins = 0, True
    for rule in recipe.rules:
        begins = begins or rule.paragraph
        covered = [name for source in rule.of for name in covers(fmt, source, rule)]
        value = value_of(fmt, rule, known, recipe.need)
        if value is None or used.keys() & set(covered) or not (words := words_of(fmt, rule, known)):
            continue
        more = len(to_plain(words).split())
        if recipe.measure and length + more > recipe.measure:
            too_long.update(covered)
            continue
        if begins:
            made.append(Passage(value=value))
        made[-1].pieces.append(words)
        made[-1].sources += [name for name in rule.of if name not in made[-1].sources]
        used |= dict.fromkeys(covered)
        length, begins = length + more, False
    asked = looked_at(fmt, recipe.rules)
    return Draft(
        tuple(part for passage in made for part in passage.parts()),
        tuple(each.number for each in asked if any(each.id in passage.sources for passage in made)),
        tuple(left_out(fmt, asked, recipe, known, used.keys(), too_long)),
    )


def covers(fmt: Format, source: str, rule: DraftRule) -> Iterator[str]:
    """What is said when this rule speaks of it: a question by its standing says all its items."""
    yield source
    if not fmt.has_item(source) and rule.values:
        yield from (item.id for item in fmt.question(source).items)


def value_of(fmt: Format, rule: DraftRule, known: Known, need: str) -> str | None:
    """The value of the first thing the rule looks at, "" for a summary; None when the rule is silent."""
    found = [values_of(fmt, source, rule, known, need) for source in rule.of]
    if not all(found) or any(value not in (rule.values or ("",)) for each in found for value in each):
        return None
    return found[0][0]


def values_of(fmt: Format, source: str, rule: DraftRule, known: Known, need: str) -> list[str]:
    """Empty when nothing was agreed."""
    block = known.get(source)
    if not fmt.has_item(source):
        if not rule.values:
            return [""] if block else []
        answers = [known[item.id].value if item.id in known else "" for item in fmt.question(source).items]
        return list(filter(None, [fmt.scale.standing(answers)]))
    if block is None:
        return []
    return topics_of(fmt.item(source), block, need) if rule.need else [block.value]


def topics_of(item: Item, block: Block, need: str) -> list[str]:
    """What was agreed about the topics that belong to this need; "" for an open one."""
    told = dict(block.topics)
    return [told.get(topic.id, "") for topic in item.topics if topic.need and topic.need == need]


def words_of(fmt: Format, rule: DraftRule, known: Known) -> str:
    pieces = filter(None, [rule.say, taken(fmt, rule, known)])
    return reduce(joined, pieces, "")


def taken(fmt: Format, rule: DraftRule, known: Known) -> str:
    block = known.get(rule.of[0])
    if block is None or not rule.take:
        return ""
    if rule.take == "words":
        return block.text
    return block.note if rule.take == "note" else fmt.item(rule.of[0]).sentence(block.value)


def joined(before: str, after: str) -> str:
    """Sentences behind each other; a list or a note of several paragraphs stands by itself."""
    if not before:
        return after.strip()
    apart = "\n" in before.strip() or "\n" in after.strip()
    return f"{ended(before)}{chr(10) * 2 if apart else ' '}{after.strip()}"


def ended(words: str) -> str:
    words = words.strip()
    return words if "\n" in words or words.endswith(ENDS) else f"{words}."


def left_out(
    fmt: Format,
    asked: Sequence[Question | Item],
    recipe: Recipe,
    known: Known,
    used: Iterable[str],
    too_long: set[str],
) -> Iterator[LeftOut]:
    """In the order of the checklist; of a question that is only asked by its standing nothing but its items."""
    said = set(used)
    summaries = {name for rule in recipe.rules if not rule.values for name in rule.of}
    foreign = {
        name for rule in recipe.rules if rule.need for name in rule.of if is_foreign(fmt, name, recipe)
    }
    place = {name: at for at, name in enumerate(order(fmt))}
    for each in sorted(asked, key=lambda each: place[each.id]):
        if each.id in said or each.id in foreign or (isinstance(each, Question) and each.id not in summaries):
            continue
        yield LeftOut(each.number, why(each, known.get(each.id), each.id in too_long))


def order(fmt: Format) -> Iterator[str]:
    for question in fmt.questions:
        yield question.id
        yield from (item.id for item in question.items)


def is_foreign(fmt: Format, name: str, recipe: Recipe) -> bool:
    """This item has no topic for the need of the arrangement, so it has nothing to say there."""
    return fmt.has_item(name) and all(topic.need != recipe.need for topic in fmt.item(name).topics)


def why(each: Question | Item, block: Block | None, is_too_long: bool) -> str:
    if is_too_long:
        return TOO_LONG
    if block is None:
        return NO_SUMMARY if isinstance(each, Question) else NO_ANSWER
    return block.label[:1].lower() + block.label[1:]
