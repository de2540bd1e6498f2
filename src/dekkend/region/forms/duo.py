from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.region.duo.rows import LARGEST, BadFile, read_pupils, read_schools


class DuoForm(forms.Form):
    file = forms.FileField(
        label=_("Bestand met schoolvestigingen"),
        help_text=_("Zoals DUO het geeft: een csv-bestand, met ; ertussen."),
    )
    gemeente = forms.CharField(
        label=_("Gemeente"), required=False, help_text=_("Leeg: alle scholen in het bestand."), max_length=80
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("file"):
            try:
                told["rows"] = read_schools(told["file"].read(LARGEST + 1), told.get("gemeente", ""))
            except BadFile as fault:
                self.add_error("file", str(fault))
        return told


class PupilsForm(forms.Form):
    file = forms.FileField(
        label=_("Bestand met leerlingen per vestiging"),
        help_text=_("Zoals DUO het geeft. <5 blijft onbekend."),
    )

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("file"):
            try:
                told["counts"] = read_pupils(told["file"].read(LARGEST + 1))
            except BadFile as fault:
                self.add_error("file", str(fault))
        return told
