"""A wijk: its schools side by side, and its plan."""

from .area import area, area_csv, area_need, areas_of
from .papers import plan_paper
from .plan import agreement, agreement_removal, agreement_return, agreements, sealing

__all__ = [
    "agreement",
    "agreement_removal",
    "agreement_return",
    "agreements",
    "area",
    "area_csv",
    "area_need",
    "areas_of",
    "plan_paper",
    "sealing",
]
