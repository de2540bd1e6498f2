from __future__ import annotations

from typing import Any

from django import forms

from dekkend.formats.model import Format

STEPS = ("begin", "item", "word", "open", "shut", "pause", "go")
MOST = 200  # hands


class SteerForm(forms.Form):
    """One press of a button of the board or of the one who leads."""

    do = forms.ChoiceField(choices=[(step, step) for step in STEPS])
    item = forms.CharField(required=False, max_length=40)
    word = forms.IntegerField(required=False, min_value=0, max_value=999)


class HandsForm(forms.Form):
    """How many hands per value of the scale; nothing filled in is none."""

    def __init__(self, data: Any, *, fmt: Format) -> None:
        super().__init__(data)
        for value in fmt.scale.values:
            self.fields[value.id] = forms.IntegerField(
                label=value.label, required=False, min_value=0, max_value=MOST
            )

    @property
    def fault(self) -> str:
        wrong = ", ".join(str(self.fields[name].label).lower() for name in self.errors if name in self.fields)
        return f"Schrijf het aantal handen als een getal van 0 tot en met {MOST} bij: {wrong}."

    def clean(self) -> dict[str, int]:
        return {name: number or 0 for name, number in (super().clean() or {}).items()}
