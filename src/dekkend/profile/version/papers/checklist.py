"""The checklist on paper: for the school and its council, never public (rulings 5)."""

from __future__ import annotations

from typing import Any

from dekkend.documents.tree import Block, Break, Column, Document, Inline, Mark, Note, Paragraph, Table, Text
from dekkend.documents.tree import Section as Part
from dekkend.formats.model import Format, Item, Question
from dekkend.profile.version.changes import Line, gone_from
from dekkend.profile.version.changes import picture as lines_of
from dekkend.profile.version.content.shape import Content, filled
from dekkend.profile.version.decisions import PREVIEW, Decisions
from dekkend.profile.version.former import Earlier

from .frame import warnings
from .pieces import Blocks, labelled, own, say
from .words import claim, fixed_date, lower_first, status

OPEN = "nog open"
Answers = dict[str, dict[str, Any]]


def checklist_report(content: Content, fmt: Format, decisions: Decisions = PREVIEW) -> Document:
    content = filled(content)
    school, answers = content["school"], content["checklist"]["answers"]
    questions = tuple(
        _question(each, answers, content["checklist"]["summaries"], fmt) for each in fmt.questions
    )
    return Document(
        title=f"Checklist basisondersteuning {content['schooljaar']}",
        subtitle=f"Wat het team van {school['name']} samen afsprak",
        author=school["name"],
        date=fixed_date(content, decisions),
        blocks=(*warnings(content, decisions), picture(content, fmt), *questions),
        status=status(content, decisions),
        facts=_counts(answers, fmt),
        notices=tuple(
            filter(None, [fmt.notice, "Dit verslag is voor de school en haar medezeggenschapsraad."])
        ),
        keywords=claim(content, decisions),
    )


def picture(content: Content, fmt: Format, earlier: Earlier | None = None) -> Part:
    """The checklist in one picture: a mark per item, and what the question comes to (rulings 11).

    With `earlier` each question also says which answers are new, and which cannot be compared with then.
    A sentence says the whole in words.
    """
    answers = filled(content)["checklist"]["answers"]
    lines = {line.question.id: line for line in lines_of(content, fmt, earlier)}
    columns = (Column("", 1), Column("Vraag", 7), Column("Onderdelen", 5), Column("Samen", 4))
    rows: list[tuple[Blocks, ...]] = []
    standings: list[str] = []
    for question in fmt.questions:
        values = [_value(answers, item) for item in question.items]
        marks: list[Inline] = []
        for item, value in zip(question.items, values, strict=True):
            marks += [mark(value, fmt, before=f"{item.number} "), Text(" ")]
        standing = fmt.scale.standing(values)
        standings.append(standing)
        told = since(lines[question.id])
        rows.append(
            (
                (say(question.number),),
                (Paragraph((Text(question.short, bold=True),)), *told),
                (Paragraph(tuple(marks[:-1])),),
                (Paragraph((mark(standing, fmt, show=True, empty="nog niet bekend"),)),),
            )
        )
    blocks: Blocks = (
        say(in_words(standings, fmt)),
        _legend(fmt),
        Table(
            "Per vraag: een vakje voor elk onderdeel, en wat de vraag samen is",
            columns,
            tuple(rows),
            keep=True,
        ),
        *no_longer_asked(earlier, fmt),
    )
    return Part("De checklist in één beeld", blocks, id="beeld")


def since(line: Line) -> Blocks:
    news = (say(f"Anders dan eerst: {line.news}."),) if line.news else ()
    return (*news, say(f"Niet te vergelijken met eerst: {line.apart}.")) if line.apart else news


def no_longer_asked(earlier: Earlier | None, fmt: Format) -> Blocks:
    gone = gone_from(earlier, fmt)
    return (say(f"Niet meer gevraagd: {', '.join(gone)} van de checklist van toen."),) if gone else ()


def in_words(standings: list[str], fmt: Format) -> str:
    """ "Van de 13 vragen: 9 ja, 3 in ontwikkeling, 1 nog niet bekend." """
    counted = [(lower_first(value.label), standings.count(value.id)) for value in fmt.scale.values]
    counted.append(("nog niet bekend", standings.count("")))
    told = ", ".join(f"{count} {label}" for label, count in counted if count)
    return f"Van de {len(standings)} vragen: {told}."


def mark(
    value: str, fmt: Format, *, show: bool = False, before: str = "", after: str = "", empty: str = OPEN
) -> Mark:
    if value not in fmt.scale:
        return Mark("blank", f"{before}{empty}{after}", show_label=show)
    return Mark(fmt.scale.get(value).mark, f"{before}{fmt.scale.get(value).label}{after}", show_label=show)


def _legend(fmt: Format) -> Paragraph:
    parts: list[Inline] = []
    for value in fmt.scale.values:
        parts += [Mark(value.mark, value.label), Text("   ")]
    return Paragraph((*parts, Mark("blank", OPEN)))


def _value(answers: Answers, item: Item) -> str:
    return str(answers.get(item.id, {}).get("value", ""))


def _counts(answers: Answers, fmt: Format) -> tuple[tuple[str, str], ...]:
    values = [_value(answers, item) for item in fmt.items]
    counted = [(value.label, values.count(value.id)) for value in fmt.scale.values]
    return tuple((label, str(count)) for label, count in [*counted, ("Nog open", values.count(""))] if count)


def _question(question: Question, answers: Answers, summaries: dict[str, str], fmt: Format) -> Part:
    standing = fmt.scale.standing([_value(answers, item) for item in question.items])
    head = Paragraph((Text("Samen: "), mark(standing, fmt, show=True, empty="nog niet bekend")))
    columns = (Column("", 2), Column("Onderdeel", 9), Column("Antwoord", 6), Column("Wat we afspraken", 11))
    rows = tuple(_item(item, answers.get(item.id, {}), fmt) for item in question.items)
    blocks: list[Block] = [head, *own(summaries.get(question.id, "")), Table(question.text, columns, rows)]
    return Part(question.short, tuple(blocks), id=f"vraag-{question.id}", number=question.number)


def _item(item: Item, answer: dict[str, Any], fmt: Format) -> tuple[Blocks, ...]:
    value = str(answer.get("value", ""))
    told: Blocks = own(answer.get("note", ""))
    told += labelled("Reden:", answer.get("reason", ""))
    if answer.get("gap", "").strip():
        told += (Note(own(answer["gap"]), title="Nog geen afgesproken antwoord"),)
    topics = answer.get("topics", {})
    if topics:
        lines = [
            (mark(topics.get(t.id, ""), fmt, after=":"), Text(f" {t.label}"), Break()) for t in item.topics
        ]
        told += (Paragraph(tuple(part for line in lines for part in line)),)
    return (say(item.number),), (say(item.text),), (Paragraph((mark(value, fmt, show=True),)),), told
