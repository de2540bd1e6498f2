"""The only way in for what people write. A form checks; an action saves."""

from .rows import ArrangementForm, BoundaryForm, PointForm, SpecialisationForm, ThingForm, row_form
from .texts import HowForm, TextForm, field_form
from .values import cleaned, labels_of, words_for

__all__ = [
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
