"""Numbers as people write them: time per week, a size, places."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dekkend.profile.writing.amounts import HOUR, ROUND, time

MOST = 100 * HOUR  # minutes in a week; four colleagues in every group stay under it
WORDS = {words: minutes for minutes, words in ROUND.items()}
TIME = re.compile(
    r"(?:(?P<hours>\d+(?:[.,]\d+)?)\s*(?:uur|uren|u)?)?"
    r"\s*(?:en\s*)?(?:(?P<minutes>\d+)\s*(?:minuten|minuut|min|m))?"
)
ONLY_MINUTES = re.compile(r"(?P<minutes>\d+)\s*(?:minuten|minuut|min|m)")
WRONG_TIME = _("Schrijf de tijd per week als 1,5 uur of als 20 minuten.")


class TimeField(forms.CharField):
    """ "1,5 uur" -> 90, None for nothing; a bare number is hours."""

    def clean(self, value: Any) -> int | None:
        text = str(super().clean(value)).lower().removesuffix("per week").strip()
        if not text:
            return None
        minutes = minutes_in(text)
        if minutes is None:
            raise ValidationError(WRONG_TIME)
        if not 0 < minutes <= MOST:
            raise ValidationError(_("Dit is geen tijd in een week. Schrijf hoogstens 100 uur."))
        return minutes

    def prepare_value(self, value: Any) -> Any:
        return typed(value) if isinstance(value, int) else value


def minutes_in(text: str) -> int | None:
    if text in WORDS:
        return WORDS[text]
    told = ONLY_MINUTES.fullmatch(text) or TIME.fullmatch(halves(text))
    if told is None:
        return None
    hours = float((told.groupdict().get("hours") or "0").replace(",", "."))
    return round(hours * HOUR) + int(told["minutes"] or 0)


def halves(text: str) -> str:
    """ "1½" -> "1,5", "½" -> "0,5" """
    return re.sub(r"(\d*)½", lambda found: f"{found[1] or 0},5", text)


def typed(minutes: int) -> str:
    """As it stands in the field: hours where they come out in quarters."""
    hours, rest = divmod(minutes, HOUR)
    if hours and rest in (15, 30, 45):
        return f"{hours + rest / HOUR:g}".replace(".", ",") + " uur"
    return f"{hours} uur" if hours and not rest else time(minutes)


class WholeField(forms.IntegerField):
    """A number of pupils."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        wrong = _("Schrijf alleen een getal, van 1 tot en met %(most)d.") % {"most": most}
        told = {"invalid": wrong, "min_value": wrong, "max_value": wrong}
        super().__init__(
            min_value=1,
            max_value=most,
            required=False,
            error_messages=told,
            widget=forms.TextInput({"inputmode": "numeric", "maxlength": 5}),
            **kwargs,
        )
