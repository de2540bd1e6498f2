"""An old profile as it comes in, and the choice of another place."""

from __future__ import annotations

from collections.abc import Iterator

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from dekkend.formats.model import Format
from dekkend.kit.uploads import title_of

from .file import LARGEST, Passage, Unreadable, read
from .targets import Target, heading_of, part_name, target_of, targets_in

NOTHING = _("In dit bestand staat geen tekst. Kies een ander bestand.")
FIRST = _("Kies eerst een bestand.")


class OldFileForm(forms.Form):
    file = forms.FileField(
        label=_("Jullie oude schoolondersteuningsprofiel"),
        help_text=_(
            "Een Word-bestand (.docx), een OpenDocument-tekst (.odt) of een pdf met tekst, tot 25 MB."
        ),
        error_messages={"required": FIRST, "missing": FIRST, "invalid": FIRST, "empty": NOTHING},
        widget=forms.FileInput(attrs={"accept": ".docx,.odt,.pdf"}),
    )

    def clean_file(self) -> list[Passage]:
        """What stands in it; of a file that is refused nothing is kept. Raise ValidationError."""
        sent: UploadedFile = self.cleaned_data["file"]
        self.title = title_of(str(sent.name), str(sent.name).rpartition(".")[2][:6] or "bestand")
        try:
            passages = read(sent.read(LARGEST + 1))
        except Unreadable as refused:
            raise ValidationError(str(refused)) from refused
        if not any(passage.kind not in ("heading", "gap") for passage in passages):
            raise ValidationError(NOTHING)
        return passages


def place_form(fmt: Format, data: object = None, *, chosen: str = "") -> forms.Form:
    """Every place of the format, grouped by its parts."""
    form = forms.Form(data, initial={"target": chosen})  # type: ignore[arg-type]
    form.fields["target"] = forms.ChoiceField(
        label="Waar hoort dit stuk?",
        choices=[("", "Kies een plek"), *groups(fmt)],
        error_messages={"required": "Kies een plek.", "invalid_choice": "Kies een plek uit de lijst."},
    )
    return form


def groups(fmt: Format) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    for section in fmt.sections:
        targets = list(targets_in(fmt, section))
        if targets:
            yield (
                heading_of(section),
                [(each.key, part_name(fmt, section, each)) for each in targets],
            )


def chosen_in(form: forms.Form) -> Target:
    return target_of(form.cleaned_data["target"])
