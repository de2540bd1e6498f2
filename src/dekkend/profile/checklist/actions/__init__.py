"""What people do at station 1: fill in, and ask the team."""

from .answering import answer, finish, summarise
from .asking import ask, choose_naming, close_team, mail_codes, make_codes, withdraw_unused
from .being import be_here
from .finding import add_file, add_link, remove
from .restoring import put_back, put_back_summary, undo
from .taking import take_last_year

__all__ = [
    "add_file",
    "add_link",
    "answer",
    "ask",
    "be_here",
    "choose_naming",
    "close_team",
    "finish",
    "mail_codes",
    "make_codes",
    "put_back",
    "put_back_summary",
    "remove",
    "summarise",
    "take_last_year",
    "undo",
    "withdraw_unused",
]
