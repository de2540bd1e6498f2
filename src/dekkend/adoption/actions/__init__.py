"""The verbs: hearing pupils, asking and giving advice, replying and deciding."""

from .board import adopt, return_profile
from .council import advise, ask_advice, record_no_advice, remind_council
from .pupils import tell_pupils
from .reply import record_talk, reply

__all__ = [
    "adopt",
    "advise",
    "ask_advice",
    "record_no_advice",
    "record_talk",
    "remind_council",
    "reply",
    "return_profile",
    "tell_pupils",
]
