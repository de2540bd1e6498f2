"""The samenwerkingsverband: where schools are, what they offer together, and the schools behind every figure."""

from .alliance import alliance
from .offers import offer
from .sheets import offer_csv, progress_csv, standard_csv, table_csv
from .standards import standard
from .stations import station

__all__ = [
    "alliance",
    "offer",
    "offer_csv",
    "progress_csv",
    "standard",
    "standard_csv",
    "station",
    "table_csv",
]
