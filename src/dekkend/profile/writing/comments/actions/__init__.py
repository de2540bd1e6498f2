"""The only code that writes comments: may? -> change -> event. An event says who did what, never what was said:
whoever takes words back really takes them back."""

from .commenting import comment, paragraph_of, reopen, reply, resolve, take_back
from .suggesting import GONE, accept, decline, suggest

__all__ = [
    "GONE",
    "accept",
    "comment",
    "decline",
    "paragraph_of",
    "reopen",
    "reply",
    "resolve",
    "suggest",
    "take_back",
]
