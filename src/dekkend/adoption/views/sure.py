"""A step that cannot be undone is shown once more before it is taken. Nothing typed is lost on the way."""

from __future__ import annotations

from dataclasses import dataclass

from django.forms import BoundField, Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dekkend.profile.base.road import road_of
from dekkend.profile.models import Version

SURE, AGAIN = "zeker", "aanpassen"


@dataclass(frozen=True)
class Question:
    title: str
    means: str  # what happens after the button
    button: str


def is_sure(request: HttpRequest) -> bool:
    return SURE in request.POST


def wants_again(request: HttpRequest) -> bool:
    """Back to the form, with what was filled in."""
    return AGAIN in request.POST


def ask(request: HttpRequest, version: Version, form: Form, question: Question) -> HttpResponse:
    rows = [(field.label, in_words(form, field)) for field in form.visible_fields() if in_words(form, field)]
    context = {
        "profile": version.profile,
        "road": road_of(version.profile, request.user),
        "version": version,
        "question": question,
        "rows": rows,
        "kept": [(field.html_name, field.value()) for field in form],
    }
    return render(request, "adoption/sure.html", context)


def in_words(form: Form, field: BoundField) -> object:
    """The label of a choice, else the value itself."""
    value = form.cleaned_data.get(field.name, "")
    return dict(getattr(field.field, "choices", [])).get(value, value)
