"""The few kinds of fields of these forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.web.forms import DayInput, MarkdownInput, Option

NEEDED = {"required": _("Vul dit in.")}
NO_DATE = {"required": _("Kies een datum."), "invalid": _("Dit is geen datum. Schrijf hem als 31-12-2027.")}


def text(
    label: Any, *, rows: int = 5, hint: Any = "", required: bool = True, markdown: bool = False
) -> forms.CharField:
    widget = MarkdownInput({"rows": rows}) if markdown else forms.Textarea({"rows": rows, "class": "voice"})
    return forms.CharField(
        label=label, help_text=hint, widget=widget, required=required, error_messages=NEEDED, max_length=20000
    )


def day_field(label: Any, hint: Any = "", *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label, help_text=hint, widget=DayInput, required=required, error_messages=NO_DATE
    )


def option(name: Any, hint: Any) -> Option:
    return Option(str(name), str(hint))
