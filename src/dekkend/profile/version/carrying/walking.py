"""What the new checklist changed: answers that are other than last year, and the texts that rest on them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from dekkend.formats.model import Format, Value
from dekkend.profile.base.models import Profile
from dekkend.profile.base.resting import Rest
from dekkend.profile.checklist.earlier import told_of
from dekkend.profile.writing.blocks import Block, dug, named
from dekkend.profile.writing.margin import change_of
from dekkend.profile.writing.models import Carried
from dekkend.profile.writing.origins import Traced, same, sealed
from dekkend.profile.writing.resting import rest_in_column, rest_of


@dataclass(frozen=True)
class Step:
    """One item that is agreed otherwise than last year, or asked otherwise."""

    item: str
    number: str
    text: str
    was: Value
    now: Value
    seal: str  # of what is agreed now: another answer is another step
    places: tuple[Rest, ...]
    why: str  # "gesplitst": then the answer of last year was one to something else
    is_ticked: bool
    is_settled: bool  # the texts that rested on it were all answered to, in their margin

    @property
    def is_walked(self) -> bool:
        return self.is_ticked or self.is_settled

    @property
    def is_other_answer(self) -> bool:
        return self.was.id != self.now.id


def steps(profile: Profile, carried: Carried) -> list[Step]:
    """In the order of the checklist. Five queries beside the rows (`with_rows`)."""
    fmt, told = profile.format, told_of(profile)
    blocks = dug(profile, named(fmt, told))
    texts: dict[str, list[tuple[Rest, Traced]]] = defaultdict(list)
    for rest, known in rested(profile):
        for source in known.sources:
            texts[source].append((rest, known))
    found = []
    for item in fmt.items:
        block, then = blocks.get(item.id), told.get(item.id)
        if block is None or then is None:
            continue
        here = texts[item.id]
        was_text = then.note.strip() or item.sentence(then.value.id)
        if not then.why and block.value == then.value.id and (same(block.text, was_text) or not here):
            continue
        seal = sealed(block.value, block.text)
        found.append(
            Step(
                item.id, item.number, item.text, then.value, fmt.scale.get(block.value), seal,
                tuple(rest for rest, _ in here), then.why,
                is_ticked=carried.walked.get(item.id) == seal,
                is_settled=bool(here) and not any(is_behind(fmt, known, block) for _, known in here),
            )
        )  # fmt: skip
    return found


def is_behind(fmt: Format, known: Traced, block: Block) -> bool:
    """A paragraph still says what its source said before."""
    origins = (origin for origin in known.origins if origin.source == block.source)
    return any(change_of(fmt, known, origin, block) for origin in origins)


def rested(profile: Profile) -> Iterator[tuple[Rest, Traced]]:
    """Every text with paragraphs and where it stands, in the order of the format. No query beside the rows."""
    for section in profile.format.sections:
        for row in profile.texts.all():
            if row.section == section.id:
                yield rest_of(profile, section, row.field), row.traced
        if section.kind == "arrangements":
            for arrangement in profile.arrangements.all():
                for column in arrangement.column_texts.all():
                    column.arrangement = arrangement
                    yield rest_in_column(profile, section, column), column.traced
