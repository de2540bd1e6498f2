"""The papers of a profile, as trees: pure functions of content, format, decisions and accent.

The same trees feed PDF, DOCX, HTML and text, the preview and the public page. Public are `sop` and
`guide`: never answers, evidence, owners or notes (rulings 5). `checklist_report` stays in the school
and with its council.
"""

from .checklist import checklist_report
from .guide import guide
from .sop import sop

__all__ = ["checklist_report", "guide", "sop"]
