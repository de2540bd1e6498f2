"""From what was sent to what is saved, and back to what people read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.text import normalize_newlines
from django.utils.translation import gettext_lazy as _

from dekkend.profile.writing.models.text import MOST
from dekkend.web.forms import MarkdownInput

TOO_LONG = _(
    "Deze tekst is te lang: er passen %(limit_value)d tekens, en dit zijn er %(show_value)d. Maak de tekst korter."
)


class Prose(forms.CharField):
    """The school's own words in small Markdown; line ends as everywhere else, "\\n"."""

    widget = MarkdownInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{"max_length": MOST, "required": False, "error_messages": {"max_length": TOO_LONG}, **kwargs}
        )

    def to_python(self, value: Any) -> str:
        return normalize_newlines(super().to_python(value) or "")


def cleaned(form: forms.BaseForm) -> dict[str, Any]:
    """What the form holds, or ValidationError with every field that is wrong."""
    if form.is_valid():
        return dict(form.cleaned_data)
    raise ValidationError(dict(form.errors.as_data()))


def labels_of(form: forms.BaseForm) -> dict[str, str]:
    return {name: str(field.label or name) for name, field in form.fields.items()}


def words_for(form: forms.BaseForm) -> Callable[[str, Any], str]:
    """A stored value as people read it, for when two people chose differently."""

    def words(name: str, value: Any) -> str:
        field = form.fields.get(name)
        if isinstance(field, forms.BooleanField):
            return "ja" if value else "nee"
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]
        if isinstance(field, forms.DateField) and value:
            day = parse_date(value) if isinstance(value, str) else value
            return str(date_format(day, "j F Y")) if day else str(value)
        return str(value or "")

    return words
