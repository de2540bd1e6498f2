from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dekkend.formats.model import Item
from dekkend.profile.base.models import Profile

from .queries import Member
from .sheet import Sheet

TOPIC = "topics."
FIELDS = {
    "note": forms.CharField(label=_("Toelichting"), required=False, max_length=10_000),
    "reason": forms.CharField(label=_("Reden"), required=False, max_length=2_000),
    "evidence": forms.CharField(label=_("Vindplaats"), required=False, max_length=300),
    "owner": forms.CharField(label=_("Wie"), required=False, max_length=120),
    "due": forms.DateField(
        label=_("Klaar op"),
        required=False,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": _("Schrijf de datum als 1-6-2027.")},
    ),
}


def choice(sheet: Sheet, label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=[("", ""), *((value.id, value.label) for value in sheet.choices)],
        error_messages={"invalid_choice": _("Kies een van de antwoorden op de bladzijde.")},
    )


class AnswerForm(forms.Form):
    """One item. Only what was sent is changed; an item with topics gets its value from them."""

    def __init__(self, data: Any, *, sheet: Sheet, item: Item) -> None:
        super().__init__(data)
        if item.topics:
            self.fields |= {TOPIC + topic.id: choice(sheet, topic.label) for topic in item.topics}
        else:
            self.fields["value"] = choice(sheet, str(_("Antwoord")))
        self.fields |= FIELDS

    @property
    def labels(self) -> dict[str, str]:
        return {name: str(field.label) for name, field in self.fields.items()}

    def changes(self) -> dict[str, Any]:
        """Fields of Answer. Raise ValidationError by field."""
        if not self.is_valid():
            raise ValidationError(dict(self.errors.as_data()))
        sent = {name: value for name, value in self.cleaned_data.items() if name in self.data}
        topics = {name.removeprefix(TOPIC): sent.pop(name) for name in list(sent) if name.startswith(TOPIC)}
        return {**sent, **({"topics": {key: value for key, value in topics.items() if value}} if topics else {})}


class SummaryForm(forms.Form):
    text = forms.CharField(label=_("Samenvatting"), required=False, max_length=10_000)

    def changes(self) -> dict[str, Any]:
        if not self.is_valid():
            raise ValidationError(dict(self.errors.as_data()))
        return self.cleaned_data


class NamingForm(forms.Form):
    """Chosen before the first personal copy, never changed afterwards."""

    naming = forms.ChoiceField(
        label=_("Hoe antwoordt het team?"),
        choices=[choice for choice in Profile.Naming.choices if choice[0]],
        error_messages={"required": _("Kies op naam of anoniem."), "invalid_choice": _("Kies op naam of anoniem.")},
    )


class AskForm(forms.Form):
    """Which colleagues get an own copy."""

    people = forms.TypedMultipleChoiceField(
        label=_("Wie vraag je?"),
        coerce=int,
        error_messages={
            "required": _("Kruis ten minste één collega aan."),
            "invalid_choice": _("Kies alleen collega’s die op de lijst staan."),
        },
    )

    def __init__(self, data: Any, *, team: list[Member]) -> None:
        super().__init__(data)
        self.fields["people"].choices = [(member.user_id, member.name) for member in team]  # type: ignore[attr-defined]


class SlipsForm(forms.Form):
    """How many printed slips, one for each colleague."""

    number = forms.IntegerField(
        label=_("Aantal briefjes"),
        min_value=1,
        max_value=100,
        error_messages={
            "required": _("Schrijf hoeveel briefjes je nodig hebt."),
            "invalid": _("Schrijf een getal, zoals 18."),
            "min_value": _("Maak ten minste één briefje."),
            "max_value": _("Maak ten hoogste 100 briefjes tegelijk."),
        },
    )


