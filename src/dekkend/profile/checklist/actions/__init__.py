"""What people do at station 1: fill in, and ask the team."""

from .answering import answer, finish, summarise, take_last_year
from .asking import ask, choose_naming, close_team, mail_codes, make_codes, withdraw_unused

__all__ = [
    "answer",
    "ask",
    "choose_naming",
    "close_team",
    "finish",
    "mail_codes",
    "make_codes",
    "summarise",
    "take_last_year",
    "withdraw_unused",
]
