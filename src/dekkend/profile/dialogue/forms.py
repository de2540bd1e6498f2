from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from dekkend.formats.model import Format, Item
from dekkend.profile.checklist.forms import ItemForm, line


class AgreementForm(ItemForm):
    """What is agreed on one item: a value of the scale, never "weet ik niet"."""

    note = line(_("Tekst"), 10_000)
    minority = line(_("Wat een deel van het team wil laten vastleggen"), 2_000)
    gap = line(_("Waarom nog geen antwoord"), 2_000)

    def __init__(self, data: Any, *, fmt: Format, item: Item) -> None:
        super().__init__(data, item=item, choices=fmt.scale.values)
