from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dekkend.formats.model import Item, Value
from dekkend.profile.base.models import Profile

from .queries import Member
from .sheet import Unsure

TOPIC = "topics."
CLEAR = "clear"  # the button that makes an answer open again

Choice = Value | Unsure


def line(label: Any, length: int) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=length)


def due() -> forms.DateField:
    return forms.DateField(
        label=_("Klaar op"),
        required=False,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": _("Schrijf de datum als 1-6-2027.")},
    )


class ItemForm(forms.Form):
    """The answer to one item. Only what was sent is changed; an item with topics gets its value from them."""

    reason = line(_("Reden"), 2_000)
    owner = line(_("Wie pakt het op"), 120)
    due = due()

    def __init__(self, data: Any, *, item: Item, choices: Iterable[Choice]) -> None:
        super().__init__(data)
        self.item = item
        pairs = [("", ""), *((value.id, value.label) for value in choices)]
        asked = {TOPIC + topic.id: topic.label for topic in item.topics} or {"value": str(_("Antwoord"))}
        wrong = {"invalid_choice": _("Kies een van de antwoorden op de bladzijde.")}
        for name, label in asked.items():
            self.fields[name] = forms.ChoiceField(
                label=label, required=False, choices=pairs, error_messages=wrong
            )

    @property
    def labels(self) -> dict[str, str]:
        return {name: str(field.label) for name, field in self.fields.items()}

    def changes(self) -> dict[str, Any]:
        """Fields of the row. Raise ValidationError by field."""
        if not self.is_valid():
            raise ValidationError(dict(self.errors.as_data()))
        if CLEAR in self.data:
            return (
                {"topics": {topic.id: "" for topic in self.item.topics}}
                if self.item.topics
                else {"value": ""}
            )
        sent = {name: value for name, value in self.cleaned_data.items() if name in self.data}
        topics = {name.removeprefix(TOPIC): sent.pop(name) for name in list(sent) if name.startswith(TOPIC)}
        return {**sent, **({"topics": topics} if topics else {})}


class AnswerForm(ItemForm):
    note = line(_("Toelichting"), 10_000)
    evidence = line(_("Vindplaats"), 300)


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
        error_messages={
            "required": _("Kies op naam of anoniem."),
            "invalid_choice": _("Kies op naam of anoniem."),
        },
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
