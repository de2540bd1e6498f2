from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import normalize_newlines
from django.utils.translation import gettext_lazy as _

from dekkend.formats.model import Offer
from dekkend.web.forms import DayInput, MarkdownInput

from .models import AreaAgreement


class AgreementForm(forms.Form):
    what = forms.CharField(
        label=_("Wat spreken we af?"), required=False, max_length=4000, widget=MarkdownInput({"rows": 2})
    )
    need = forms.ChoiceField(label=_("Behoefte"), required=False)
    who = forms.CharField(
        label=_("Wie doet het?"),
        required=False,
        max_length=200,
        help_text=_("Een of meer scholen, of een functie."),
    )
    for_whom = forms.CharField(
        label=_("Voor wie?"), required=False, max_length=200, help_text=_("Geen namen van leerlingen.")
    )
    until = forms.DateField(
        label=_("Tot wanneer?"),
        required=False,
        widget=DayInput,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": _("Schrijf de datum als 1-6-2027.")},
    )

    def __init__(self, data: Any = None, *, offer: Offer, agreement: AreaAgreement | None = None) -> None:
        key = agreement.pk if agreement else 0
        super().__init__(
            data, auto_id=f"afspraak-{key}-%s", initial=agreement.values() if agreement else None
        )
        choices = [("", _("Algemeen")), *((need.id, need.label) for need in offer.needs)]
        self.fields["need"].choices = choices  # type: ignore[attr-defined]

    @property
    def labels(self) -> dict[str, str]:
        return {name: str(field.label) for name, field in self.fields.items()}

    def clean_what(self) -> str:
        return str(normalize_newlines(self.cleaned_data["what"]))

    def changes(self) -> dict[str, Any]:
        """Only what was sent. Raise ValidationError by field."""
        if not self.is_valid():
            raise ValidationError(dict(self.errors.as_data()))
        return {name: value for name, value in self.cleaned_data.items() if name in self.data}
