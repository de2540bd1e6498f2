from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dekkend.accounts.models import User
from dekkend.web.forms import DayInput


def day(label: Any, *, required: bool = False, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=required,
        help_text=help_text,
        widget=DayInput(),
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={
            "required": _("Kies ten minste één datum waarop het jullie past."),
            "invalid": _("Schrijf de datum als 1-6-2027."),
        },
    )


class AskSupportForm(forms.Form):
    question = forms.CharField(
        label=_("Waar willen jullie hulp bij?"),
        help_text=_("In een paar zinnen. Schrijf geen namen van leerlingen."),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "voice"}),
        error_messages={"required": _("Schrijf op waar jullie hulp bij willen.")},
    )
    first = day(_("Eerste datum"), required=True, help_text=_("Wanneer past het? Noem één tot drie dagen."))
    second = day(_("Tweede datum"))
    third = day(_("Derde datum"))

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        for name in ("first", "second", "third"):
            chosen = told.get(name)
            if isinstance(chosen, date) and chosen < timezone.localdate():
                self.add_error(name, ValidationError(_("Deze dag is al voorbij. Kies een dag die nog komt.")))
        return told

    @property
    def wished(self) -> list[date]:
        days = (self.cleaned_data[name] for name in ("first", "second", "third"))
        return sorted({each for each in days if each})


class GiveForm(forms.Form):
    adviser = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Begeleider"),
        empty_label=_("Kies een begeleider"),
        error_messages={
            "required": _("Kies wie deze school helpt."),
            "invalid_choice": _("Kies iemand die begeleider is van dit samenwerkingsverband."),
        },
    )

    def __init__(self, *args: Any, advisers: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["adviser"].queryset = advisers  # type: ignore[attr-defined]
