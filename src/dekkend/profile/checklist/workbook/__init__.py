"""A copy of the checklist as a spreadsheet: written by `write.write`, read back by `read`, brought in by `take_in`.

The library for spreadsheets takes a tenth of the start of the server, and is read when the first one is made.
"""

from .read import BadBook, Sent, read
from .take import Change, Refusal, preview, take_in

__all__ = ["BadBook", "Change", "Refusal", "Sent", "preview", "read", "take_in"]
