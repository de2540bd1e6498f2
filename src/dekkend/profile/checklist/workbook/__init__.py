"""A copy of the checklist as a spreadsheet: written by `write`, read back by `read`, brought in by `take_in`."""

from .read import BadBook, Sent, read
from .take import Change, Refusal, preview, take_in
from .write import write

__all__ = ["BadBook", "Change", "Refusal", "Sent", "preview", "read", "take_in", "write"]
