from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from dekkend.profile.writing.advice.private import private

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
    # Said twice is meant: what looks like a name of a child is asked about once.
    sure = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, object]:
        told = super().clean() or {}
        found = private(str(told.get("text", "")))
        if found and not told.get("sure"):
            names = ", ".join(dict.fromkeys(f"“{each.words}”" for each in found))
            self.add_error(
                "text",
                f"{names} kan naar één kind of één mens leiden. Haal dat weg. "
                "Is het iets anders? Plaats dan nog eens.",
            )
            self.is_doubted = True
        return told

    is_doubted = False
