"""Two colours, a logo and a Word file, as they come in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from dekkend.documents.to_docx import own
from dekkend.kit import contrast
from dekkend.kit.uploads import Unfit, title_of
from dekkend.kit.uploads.logo import LARGEST, Drawn, read

UNKNOWN = (
    "Schrijf de kleur als zes tekens, zoals #1d3f8f. Je vindt ze in de huisstijl van je school, als “hex”."
)


class ColourField(forms.CharField):
    """`least`: the contrast with the paper that it needs; `use`: what it is for. A pale one gets a nearest."""

    def __init__(self, *, least: float, use: str, **more: Any) -> None:
        attrs = {"autocomplete": "off", "spellcheck": "false", "class": "input input--colour"}
        super().__init__(max_length=9, widget=forms.TextInput(attrs=attrs), **more)
        self.error_messages |= {"required": UNKNOWN, "max_length": UNKNOWN}
        self.least, self.use = least, use

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        try:
            colour = contrast.colour(text)
        except ValueError as error:
            raise ValidationError(UNKNOWN) from error
        if not contrast.reads(colour, self.least):
            found, least = shown(contrast.weakest(colour)), shown(self.least)
            near = contrast.nearest(colour, self.least)
            raise ValidationError(
                f"Deze kleur is te licht: {self.use} lees je niet goed ({found} op 1, en minstens {least} op 1 is "
                f"nodig). Het dichtst erbij ligt {near}.",
                code="pale",
                params={"nearest": near},
            )
        return colour


class HouseStyleForm(forms.Form):
    logo = forms.FileField(
        label="Logo",
        required=False,
        help_text="Een PNG of JPEG, ten hoogste 5 MB. Neem het logo voor een witte achtergrond.",
        error_messages={"empty": "Dit bestand is leeg. Kies een PNG of een JPEG."},
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg"}),
    )
    accent = ColourField(
        label="Eerste kleur",
        least=contrast.TEXT,
        use="kleine tekst, of witte letters erop,",
        help_text="Voor de naam van de school, de weg, nummers, links en knoppen. De poster zet er witte letters op.",
    )
    second = ColourField(
        label="Tweede kleur",
        least=contrast.LARGE,
        use="een kop",
        help_text="Voor grote koppen en lijnen. Geen tweede kleur? Laat #171c28 staan, dat is bijna zwart.",
    )

    base = forms.FileField(
        label="Eigen Word-bestand",
        required=False,
        help_text="Een .docx of .dotx, ten hoogste 5 MB. Stijlen, marges, kop- en voettekst gaan mee; de tekst niet.",
        error_messages={"empty": f"Dit bestand is leeg. {own.WHAT}"},
        widget=forms.FileInput(attrs={"accept": ".docx,.dotx"}),
    )

    def clean_base(self) -> tuple[str, own.Own] | None:
        """Its name and what is made of it: only how it looks."""
        sent = self.cleaned_data["base"]
        if not sent:
            return None
        try:
            made = own.prepare(sent.read(own.LARGEST + 1))
        except Unfit as fault:
            raise ValidationError(str(fault)) from fault
        ending = "dotx" if str(sent.name).lower().endswith(".dotx") else "docx"
        return title_of(str(sent.name), ending), made

    def clean_logo(self) -> Drawn | None:
        """What the content is, whatever it is called; drawn anew."""
        sent = self.cleaned_data["logo"]
        if not sent:
            return None
        try:
            return read(sent.read(LARGEST + 1))
        except Unfit as fault:
            raise ValidationError(str(fault)) from fault

    @property
    def proposals(self) -> dict[str, str]:
        """For each colour that is too pale the nearest that can be read."""
        found = {}
        for name in ("accent", "second"):
            for fault in self.errors.as_data().get(name, []):
                if fault.code == "pale" and fault.params:
                    found[name] = fault.params["nearest"]
        return found

    @property
    def colours(self) -> dict[str, str]:
        """Those that are right."""
        return {name: self.cleaned_data[name] for name in ("accent", "second") if name in self.cleaned_data}


def shown(number: float) -> str:
    """Rounded down, so that what is too little never looks like enough."""
    return f"{int(number * 10) / 10:.1f}".replace(".", ",").removesuffix(",0")
