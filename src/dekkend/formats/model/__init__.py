"""A format as frozen objects: what is asked, and how the document is built.

Nothing here knows a number of a question, the name of a scale value, or a region.
All texts are plain Dutch unless a field says Markdown.
"""

from .checklist import Aspect, Audience, Example, Item, Provenance, Question, Topic
from .drafting import DraftRule, Taken
from .guide import GuideKind, GuidePart
from .offer import BoundaryElement, Offer, Pick, SupportNeed
from .scale import MarkKind, Scale, Standing, Value
from .sections import Column, Field, ProvisionSources, Section, SectionKind, Subject
from .whole import Format

__all__ = [
    "Aspect",
    "Audience",
    "BoundaryElement",
    "Column",
    "DraftRule",
    "Example",
    "Field",
    "Format",
    "GuideKind",
    "GuidePart",
    "Item",
    "MarkKind",
    "Offer",
    "Pick",
    "Provenance",
    "ProvisionSources",
    "Question",
    "Scale",
    "Section",
    "SectionKind",
    "Standing",
    "Subject",
    "SupportNeed",
    "Taken",
    "Topic",
    "Value",
]
