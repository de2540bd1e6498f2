"""What one file says about another: a name that is used must exist, and a name is given once."""

from __future__ import annotations

from .checklist import check_checklist
from .format import check_format
from .guide import check_guide
from .names import Check, Files
from .offer import check_offer
from .profile import check_profile

# (the files a check reads, the check)
CHECKS: tuple[tuple[tuple[str, ...], Check], ...] = (
    (("format.yml",), check_format),
    (("format.yml", "checklist.yml", "offer.yml"), check_checklist),
    (("format.yml", "checklist.yml", "profile.yml", "offer.yml"), check_profile),
    (("guide.yml", "profile.yml"), check_guide),
    (("offer.yml",), check_offer),
)

__all__ = ["CHECKS", "Files"]
