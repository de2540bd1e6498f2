"""One text, and one field of a section as the format asks for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
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
    if field.kind == "line":
        return forms.CharField(max_length=400, **told)
    return Prose(**told)
