"""From checked data to frozen objects. Trusts its input: reader.py checked every word of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from . import model
from .yamlfile import YamlFile

Data = Mapping[str, Any]
T = TypeVar("T")


def build(files: Mapping[str, YamlFile], sha256: str) -> model.Format:
    head = files["format.yml"].data
    scale = model.Scale(
        values=all_of(model.Value, head["scale"]["values"]),
        standings=all_of(model.Standing, head["scale"]["standings"]),
    )
    return model.Format(
        slug=head["slug"],
        version=head["version"],
        name=head["name"],
        language=head["language"],
        provenance=head["provenance"],
        notice=head.get("notice", ""),
        validity_years=head["validity_years"],
        scale=scale,
        aspects=all_of(model.Aspect, head["aspects"]),
        questions=tuple(question(each, scale) for each in files["checklist.yml"].data["questions"]),
        sections=tuple(section(each) for each in files["profile.yml"].data["sections"]),
        guide=all_of(model.GuidePart, files["guide.yml"].data["parts"]),
        offer=offer(files["offer.yml"].data),
        audiences=all_of(model.Audience, head.get("audiences", [])),
        provisions=all_of(model.ProvisionSources, files["profile.yml"].data.get("provisions", [])),
        changes=head.get("changes", ""),
        sha256=sha256,
    )


def question(data: Data, scale: model.Scale) -> model.Question:
    items = tuple(item(each) for each in data["items"])
    told = data.get("example")
    return one_of(model.Question, data, items=items, example=example(told, items, scale) if told else None)


def example(data: Data, items: tuple[model.Item, ...], scale: model.Scale) -> model.Example:
    about = next(each for each in items if each.id == data["item"])
    return one_of(model.Example, data, item=about, answer=scale.get(data["answer"]))


def item(data: Data) -> model.Item:
    told = data.get("same_as", ())
    return one_of(
        model.Item,
        data,
        topics=all_of(model.Topic, data.get("topics", [])),
        sentences=tuple(data.get("sentences", {}).items()),
        same_as=(told,) if isinstance(told, str) else tuple(told),
    )


def section(data: Data) -> model.Section:
    return one_of(
        model.Section,
        data,
        fields=tuple(field(each) for each in data.get("fields", [])),
        columns=tuple(one_of(model.Column, each, draft=draft(each)) for each in data.get("columns", [])),
    )


def field(data: Data) -> model.Field:
    choices = tuple((choice["id"], choice["label"]) for choice in data.get("choices", []))
    subjects = all_of(model.Subject, data.get("subjects", []))
    return one_of(model.Field, data, choices=choices, subjects=subjects, draft=draft(data))


def draft(data: Data) -> tuple[model.DraftRule, ...]:
    return all_of(model.DraftRule, data.get("draft", []))


def offer(data: Data) -> model.Offer:
    return model.Offer(
        needs=all_of(model.SupportNeed, data["needs"]),
        elements=all_of(model.BoundaryElement, data["elements"]),
        picks=tuple((name, all_of(model.Pick, picks)) for name, picks in data["lists"].items()),
    )


def all_of(kind: type[T], rows: list[Data]) -> tuple[T, ...]:
    return tuple(one_of(kind, row) for row in rows)


def one_of(kind: type[T], data: Data, **ready: object) -> T:
    """The words in the file are the names of the fields; lists become tuples, texts lose their edges."""
    given = {key: _frozen(value) for key, value in data.items() if key not in ready}
    return kind(**given, **ready)


def _frozen(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    return value.strip() if isinstance(value, str) else value
