"""The only code that writes comments: may? -> change -> event. An event says who did what, never what was said:
whoever takes words back really takes them back."""

from .commenting import comment, reopen, reply, resolve, take_back

__all__ = ["comment", "reopen", "reply", "resolve", "take_back"]
