"""A link or a file, as it comes in."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from dekkend.kit.uploads import LARGEST, Fit, Unfit, inspect

WRONG = _("Dit is geen link. Kopieer hem uit de adresbalk van je browser; hij begint met https://.")
INSECURE = _(
    "Een link begint met https://. Staat het alleen op een onbeveiligde plek? Noem dan het document."
)
SECRET = _("In deze link staat een naam of wachtwoord. Haal dat deel eruit.")
WEB = URLValidator(schemes=["https"], message=WRONG)


class LinkForm(forms.Form):
    url = forms.CharField(
        label=_("Link"),
        max_length=500,
        help_text=_("Begint met https://. Wie het profiel ziet, ziet ook deze link."),
        error_messages={"required": _("Plak hier een link."), "max_length": _("Deze link is te lang.")},
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
    )
    title = forms.CharField(
        label=_("Wat staat daar?"),
        required=False,
        max_length=160,
        error_messages={"max_length": _("Schrijf het korter: ten hoogste 160 tekens.")},
    )

    def clean_url(self) -> str:
        """Raise ValidationError. It is never fetched from here; people follow it."""
        url: str = self.cleaned_data["url"].strip()
        if "://" not in url:
            url = f"https://{url}"
        try:
            parts = urlsplit(url)
            host = parts.hostname or ""
        except ValueError as error:
            raise ValidationError(WRONG) from error
        if parts.scheme != "https":
            raise ValidationError(INSECURE if parts.scheme == "http" else WRONG)
        if parts.username is not None or parts.password is not None:
            raise ValidationError(SECRET)
        WEB(url)
        if "." not in host or is_number(host):
            raise ValidationError(WRONG)
        return url


def is_number(host: str) -> bool:
    """An address of a machine and not of a place on the web."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return host.replace(".", "").isdigit()
    return True


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("Bestand"),
        help_text=_(
            "Een pdf, Word-bestand (docx) of afbeelding, ten hoogste 10 MB. Zonder namen van leerlingen."
        ),
        error_messages={
            "required": _("Kies eerst een bestand."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
            "missing": _("Kies eerst een bestand."),
            "invalid": _("Kies eerst een bestand."),
        },
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.png,.jpg,.jpeg,.webp"}),
    )

    def clean_file(self) -> Fit:
        """What the content is, whatever it is called."""
        sent: UploadedFile = self.cleaned_data["file"]
        self.sent_name = str(sent.name)
        try:
            return inspect(sent.read(LARGEST + 1))
        except Unfit as fault:
            raise ValidationError(str(fault)) from fault
