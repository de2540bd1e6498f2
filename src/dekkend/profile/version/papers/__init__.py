"""The papers of a profile, as trees: pure functions of content, format and decisions.

The same trees feed PDF, DOCX, HTML and text, the preview and the public page. `kinds` lists them and says which
are public: never answers, evidence, owners or notes (rulings 5).
"""

from .checklist import checklist_report
from .council import council_paper
from .guide import guide
from .kinds import FROM_CONTENT, FROM_TALK, KINDS, PUBLIC, Kind
from .poster import poster
from .sop import sop

__all__ = [
    "FROM_CONTENT",
    "FROM_TALK",
    "KINDS",
    "PUBLIC",
    "Kind",
    "checklist_report",
    "council_paper",
    "guide",
    "poster",
    "sop",
]
