from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dekkend.formats.model import Offer


class AgreementForm(forms.Form):
    need = forms.ChoiceField(label=_("Behoefte"), required=False)
    what = forms.CharField(label=_("Wat spreken we af?"), required=False, max_length=4000)
    who = forms.CharField(label=_("Wie doet het?"), required=False, max_length=200)
    for_whom = forms.CharField(label=_("Voor wie?"), required=False, max_length=200)
    until = forms.DateField(
        label=_("Tot wanneer?"),
        required=False,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": _("Schrijf de datum als 1-6-2027.")},
    )

    def __init__(self, data: Any, *, offer: Offer) -> None:
        super().__init__(data)
        choices = [("", ""), *((need.id, need.label) for need in offer.needs)]
        self.fields["need"].choices = choices  # type: ignore[attr-defined]

    @property
    def labels(self) -> dict[str, str]:
        return {name: str(field.label) for name, field in self.fields.items()}

    def changes(self) -> dict[str, Any]:
        """Only what was sent. Raise ValidationError by field."""
        if not self.is_valid():
            raise ValidationError(dict(self.errors.as_data()))
        return {name: value for name, value in self.cleaned_data.items() if name in self.data}
