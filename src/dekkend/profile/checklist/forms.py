from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dekkend.formats.model import Item

from .sheet import Choice

TOPIC = "topics."
CLEAR = "clear"  # the button that makes an answer open again


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


class BookForm(forms.Form):
    """A spreadsheet to be read back. What is in it is read by `workbook.read`."""

    file = forms.FileField(
        label=_("Ingevuld rekenblad"),
        help_text=_("Het bestand dat je hier ophaalde, bewaard als Excel-bestand (.xlsx)."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": _("Kies eerst het bestand op je computer."),
            "empty": _("Dit bestand is leeg. Kies het rekenblad dat je hebt ingevuld."),
        },
    )
