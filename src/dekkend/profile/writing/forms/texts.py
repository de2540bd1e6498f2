"""One text, and one field of a section as the format asks for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from dekkend.formats.model import Field
from dekkend.web.forms import DayInput

from .values import Prose


class TextForm(forms.Form):
    text = Prose(label=_("Tekst"))


class HowForm(forms.Form):
    how = Prose(label=_("Zo doen wij dat"))


class FigureField(forms.CharField):
    """A number as a person writes it: "29,4"."""

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        if text and not re.fullmatch(r"\d+([.,]\d+)?", text):
            raise ValidationError(_("Schrijf alleen cijfers, met hoogstens één komma."))
        return text


class SourcedLine(forms.CharField):
    """What parents use to find, call up or write to the school: a slip of the pen there costs them the way."""

    def __init__(self, source: str, **told: Any) -> None:
        super().__init__(**told)
        self.source = source

    def clean(self, value: Any) -> str:
        text = str(super().clean(value))
        fits, wrong = SOURCED[self.source]
        if text and not fits(text):
            raise ValidationError(wrong)
        return text


def is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


# Facts of the region (`Field.source`) of which one can see that they are mistyped.
SOURCED: dict[str, tuple[Callable[[str], object], Any]] = {
    "email": (is_email, _("Dit is geen e-mailadres. Schrijf het als info@school.nl.")),
    "website": (
        re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(:\d+)?(/\S*)?", re.IGNORECASE).fullmatch,
        _("Dit is geen webadres. Schrijf het als www.school.nl."),
    ),
    "postcode": (
        re.compile(r"[1-9]\d{3} ?[A-Z]{2}", re.IGNORECASE).fullmatch,
        _("Dit is geen postcode. Schrijf vier cijfers en twee letters, zoals 1315 AB."),
    ),
}


class DayField(forms.DateField):
    """A date, kept as ISO text."""

    widget = DayInput

    def clean(self, value: Any) -> str:
        day = super().clean(value)
        return day.isoformat() if day else ""


def field_form(field: Field, data: Mapping[str, Any] | None = None, *, text: str = "") -> forms.Form:
    """A form with the one field `text`, of the kind that the format says."""
    form = forms.Form(data, initial={"text": text}, auto_id=f"id-{field.id}-%s")
    form.fields["text"] = input_for(field)
    return form


def input_for(field: Field) -> forms.Field:
    told: dict[str, Any] = {"label": field.label, "help_text": field.hint, "required": False}
    if field.kind == "choice":
        return forms.ChoiceField(choices=[("", "Nog niet gekozen"), *field.choices], **told)
    if field.kind == "date":
        wrong = _("Schrijf een datum als 20-01-2027.")
        return DayField(error_messages={"invalid": wrong}, **told)
    if field.kind == "number":
        return FigureField(max_length=20, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **told)
    if field.kind == "line" and field.source in SOURCED:
        return SourcedLine(field.source, max_length=400, **told)
    if field.kind == "line":
        return forms.CharField(max_length=400, **told)
    return Prose(**told)
