"""What the rows of a profile are called in the log: by number or title, never by what is in them."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from dekkend.formats.model import Format
from dekkend.profile import models

from .log import Keys, describe

Named = dict[str, str]


def rows(queryset: QuerySet[Any], keys: Keys) -> list[Any]:
    return list(queryset.filter(pk__in=keys))


def answers(keys: Keys, fmt: Format) -> Named:
    return items(rows(models.Answer.objects.only("pk", "item"), keys), fmt)


def agreements(keys: Keys, fmt: Format) -> Named:
    return items(rows(models.Agreement.objects.only("pk", "item"), keys), fmt)


def items(found: list[Any], fmt: Format) -> Named:
    return {str(row.pk): fmt.item(row.item).number for row in found if fmt.has_item(row.item)}


def summaries(keys: Keys, fmt: Format) -> Named:
    numbers = {question.id: question.number for question in fmt.questions}
    found = rows(models.Summary.objects.all(), keys)
    return {
        str(row.pk): f"de samenvatting van vraag {numbers.get(row.question, row.question)}" for row in found
    }


def texts(keys: Keys, fmt: Format) -> Named:
    titles = {section.id: section.short for section in fmt.sections}
    found = rows(models.SectionText.objects.all(), keys)
    return {str(row.pk): titles.get(row.section, row.section) for row in found}


def arrangements(keys: Keys, fmt: Format) -> Named:
    found = rows(models.Arrangement.objects.all(), keys)
    return {str(row.pk): arrangement(row, fmt) for row in found}


def within_arrangements(model: Any) -> Any:
    """For rows that stand in one: they are called after it."""

    def names(keys: Keys, fmt: Format) -> Named:
        found = rows(model.objects.select_related("arrangement"), keys)
        return {str(row.pk): arrangement(row.arrangement, fmt) for row in found}

    return names


def arrangement(row: models.Arrangement, fmt: Format) -> str:
    needs = {need.id: need.label for need in fmt.offer.needs}
    return f"het arrangement “{row.title or needs.get(row.need, row.need)}”"


def boundaries(keys: Keys, fmt: Format) -> Named:
    labels = {element.id: element.label for element in fmt.offer.elements}
    found = rows(models.Boundary.objects.all(), keys)
    return {str(row.pk): f"de grens “{labels.get(row.element, row.element)}”" for row in found}


def titled(model: Any, what: str) -> Any:
    return lambda keys, fmt: {str(row.pk): f"{what} “{row.title}”" for row in rows(model.objects.all(), keys)}


def provisions(keys: Keys, fmt: Format) -> Named:
    return {
        str(row.pk): "de basisvoorzieningen" for row in rows(models.ProvisionText.objects.only("pk"), keys)
    }


describe("answer", answers, "heeft {} beantwoord")
describe("agreement", agreements, "heeft het antwoord op {} afgesproken")
describe("summary", summaries)
describe("sectiontext", texts)
describe("arrangement", arrangements)
describe("columntext", within_arrangements(models.ColumnText))
describe("thing", within_arrangements(models.Thing))
describe("boundary", boundaries)
describe("specialisation", titled(models.Specialisation, "de specialisatie"))
describe("improvementpoint", titled(models.ImprovementPoint, "het verbeterpunt"))
describe("provisiontext", provisions)
