from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.profile.writing.advice.private import private
from dekkend.profile.writing.forms.values import TOO_LONG, Prose

MOST = 2_000


class SayForm(forms.Form):
    """A comment or an answer to one."""

    text = forms.CharField(
        label=_("Je opmerking"),
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Schrijf eerst op wat je wilt zeggen."),
            "max_length": _(
                "Dit is te lang: er passen %(limit_value)d tekens, en dit zijn er %(show_value)d. Maak het korter."
            ),
        },
    )
    private_in: tuple[str, ...] = ("text",)
    # Said twice is meant: what looks like a name of a child is asked about once.
    is_doubted = False
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, object]:
        told = super().clean() or {}
        for name in self.private_in:
            self.doubt(name, str(told.get(name, "")), sure=bool(told.get("sure")))
        return told

    def doubt(self, field: str, text: str, *, sure: bool) -> None:
        if (found := private(text)) and not sure:
            names = ", ".join(dict.fromkeys(f"“{each.words}”" for each in found))
            self.add_error(
                field,
                f"{names} kan naar één kind of één mens leiden. Haal dat weg. "
                "Is het iets anders? Plaats dan nog eens.",
            )
            self.is_doubted = True


class SuggestForm(SayForm):
    """Another text for one paragraph, and why."""

    proposal = Prose(
        label=_("Jouw tekst voor deze alinea"),
        required=True,
        error_messages={
            "required": _("Schrijf de tekst die er volgens jou moet staan."),
            "max_length": TOO_LONG,
        },
    )
    private_in = ("text", "proposal")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["text"].label = _("Waarom?")
        self.fields["text"].required = False


class WhyForm(SayForm):
    """Why a suggestion is not taken over."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["text"].label = _("Waarom niet?")
        self.fields["text"].error_messages["required"] = _("Schrijf in een paar woorden waarom niet.")
