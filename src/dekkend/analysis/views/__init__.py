"""The samenwerkingsverband: where schools are, what they offer together, and the schools behind every figure."""

from .alliance import alliance
from .board import board_csv, progress_board
from .offers import offer
from .sheets import offer_csv, progress_csv, standard_csv, table_csv
from .standards import standard
from .stations import station

__all__ = [
    "alliance",
    "board_csv",
    "offer",
    "offer_csv",
    "progress_board",
    "progress_csv",
    "standard",
    "standard_csv",
    "station",
    "table_csv",
]
