"""All nouns of the profile; each lives in its room."""

from .base.models import Extension, Profile, Reminder
from .checklist.models import Answer, Copy, Evidence, Presence, Summary
from .dialogue.models import Agreement
from .dialogue.support.models import Support
from .reading.models import OldPassage, Reading
from .talk.models import AgendaItem, Phone, Showing, Talk, Vote
from .version.models import Paper, Version
from .version.moving.models import Move
from .writing.comments.models import Comment, CommentReply
from .writing.models import (
    Arrangement,
    Boundary,
    Carried,
    ColumnText,
    ImprovementPoint,
    ProvisionText,
    SectionText,
    Specialisation,
    Thing,
    Waved,
)

__all__ = [
    "AgendaItem",
    "Agreement",
    "Answer",
    "Arrangement",
    "Boundary",
    "Carried",
    "ColumnText",
    "Comment",
    "CommentReply",
    "Copy",
    "Evidence",
    "Extension",
    "ImprovementPoint",
    "Move",
    "OldPassage",
    "Paper",
    "Phone",
    "Presence",
    "Profile",
    "ProvisionText",
    "Reading",
    "Reminder",
    "SectionText",
    "Showing",
    "Specialisation",
    "Summary",
    "Support",
    "Talk",
    "Thing",
    "Version",
    "Vote",
    "Waved",
]
