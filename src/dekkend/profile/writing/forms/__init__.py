"""The only way in for what people write. A form checks; an action saves."""

from .rows import (
    OF_PROFILE,
    ArrangementForm,
    BoundaryForm,
    PointForm,
    SpecialisationForm,
    ThingForm,
    row_form,
)
from .texts import HowForm, TextForm, field_form
from .values import cleaned, labels_of, words_for

__all__ = [
    "OF_PROFILE",
    "ArrangementForm",
    "BoundaryForm",
    "HowForm",
    "PointForm",
    "SpecialisationForm",
    "TextForm",
    "ThingForm",
    "cleaned",
    "field_form",
    "labels_of",
    "row_form",
    "words_for",
]
