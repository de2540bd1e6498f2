"""A new year starts from the school's last adopted version: what came along, and from when its words are."""

from .actions import begin_from_last_year, carry_along_round
from .taking import take_text, untake_text

__all__ = ["begin_from_last_year", "carry_along_round", "take_text", "untake_text"]
