from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dekkend.adoption.models import PupilVoice

from .fields import day_field, text


class PupilsForm(forms.Form):
    """Every field may stay empty while one writes; `submit` asks for all four."""

    method = text(
        _("Hoe mochten leerlingen hun mening geven?"),
        hint=_(
            "Bijvoorbeeld: de leerlingenraad, een kringgesprek in elke groep of een vragenlijst. Wie koos dat?"
        ),
        rows=3,
        required=False,
        markdown=True,
    )
    said = text(
        _("Wat zeiden zij, in het algemeen?"),
        hint=_("Schrijf op wat vaak terugkwam, over de hulp in de klas en over de extra hulp."),
        rows=4,
        required=False,
        markdown=True,
    )
    changed = text(
        _("Wat is daardoor veranderd?"),
        hint=_("En wat niet, en waarom niet? Ook dat is een antwoord."),
        rows=4,
        required=False,
        markdown=True,
    )
    heard_on = day_field(_("Wanneer was dat?"), _("De laatste dag, als het er meer waren."), required=False)

    def __init__(self, data: Any = None, *, row: PupilVoice) -> None:
        super().__init__(data, initial=row.values())

    def clean_heard_on(self) -> Any:
        on = self.cleaned_data["heard_on"]
        if on and on > timezone.localdate():
            raise forms.ValidationError(_("Deze dag moet nog komen. Vul in wanneer leerlingen gehoord zijn."))
        return on
