"""What the pages of the three kinds of copies have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from dekkend.audit.revisions import Saved
from dekkend.audit.saving import base_of, respond, sending_of
from dekkend.formats.model import Format, Item, Question
from dekkend.formats.queries import format_or_none, known_refs
from dekkend.process.engine import RENEWED, Refused

from .. import actions
from ..doors import Door
from ..forms import AnswerForm
from ..page import live
from ..sheet import Sheet, value_of


def question_or_404(fmt: Format, question: str) -> Question:
    try:
        return fmt.question(question)
    except KeyError as error:
        raise Http404 from error


def item_or_404(fmt: Format, item: str) -> Item:
    if not fmt.has_item(item):
        raise Http404
    return fmt.item(item)


def asked_question(sheet: Sheet, question: str) -> Question:
    """The question with the items this copy is asked; 404 for one it is not."""
    found = next((each for each in sheet.questions if each.id == question), None)
    if found is None:
        raise Http404
    return found


def asked_item(sheet: Sheet, item: str) -> Item:
    if not sheet.asks(item):
        raise Http404
    return sheet.format.item(item)


def sent_item(fmt: Format, item: str) -> Item:
    """As `item_or_404`, of what somebody typed on a page that was open while the checklist got a new version."""
    refuse_renewed(fmt, lambda other: other.has_item(item))
    return item_or_404(fmt, item)


def sent_asked(sheet: Sheet, item: str) -> Item:
    """As `asked_item`, of what was typed."""
    refuse_renewed(sheet.format, lambda other: other.has_item(item))
    return asked_item(sheet, item)


def sent_question(fmt: Format, question: str) -> Question:
    """As `question_or_404`, of what was typed."""
    refuse_renewed(fmt, lambda other: any(each.id == question for each in other.questions))
    return question_or_404(fmt, question)


def refuse_renewed(fmt: Format, has: Callable[[Format], bool]) -> None:
    """Raise Refused when another version of this checklist has it: then the words are shown, and not just gone."""
    if has(fmt):
        return
    line = [ref for ref in known_refs() if ref.partition("/")[0] == fmt.slug]
    if any(other is not None and has(other) for other in map(format_or_none, line)):
        raise Refused(RENEWED)


def save_answer(request: HttpRequest, sheet: Sheet, door: Door, item: Item) -> HttpResponse:
    """One save from the page of a question, by script or by button."""
    form = AnswerForm(request.POST, item=item, choices=sheet.choices)
    kept: list[Saved] = []

    def save() -> Saved:
        actor = None if door.by_code else request.user
        base, sending = base_of(request), sending_of(request)
        saved = actions.answer(sheet, item, form.changes(), base=base, actor=actor, sending=sending)
        kept.append(saved)
        return saved

    return respond(
        request,
        save,
        labels=form.labels,
        state=lambda: live(sheet.with_answer(kept[0].row), item),
        back=f"{door.question(sheet.format.question_of(item.id))}#onderdeel-{item.id}",
        words=words_of(sheet.format),
    )


def words_of(fmt: Format) -> Any:
    """A stored value as people read it."""

    def words(field: str, value: Any) -> str:
        known = value_of(fmt, value) if isinstance(value, str) else None
        return known.label if known else "" if value is None else str(value)

    return words
