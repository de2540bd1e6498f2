"""What people do at station 1: fill in, and ask the team."""

from .answering import answer, finish, summarise
from .asking import Invited, add_colleague, ask, choose_questions, send_anew, withdraw
from .being import be_here, has_left
from .choosing import choose_asking, choose_naming
from .finding import add_file, add_link, remove
from .restoring import put_back, put_back_summary, undo
from .slips import TooFew, close_team, mail_codes, make_codes, withdraw_unused
from .taking import take_last_year

__all__ = [
    "Invited",
    "TooFew",
    "add_colleague",
    "add_file",
    "add_link",
    "answer",
    "ask",
    "be_here",
    "choose_asking",
    "choose_naming",
    "choose_questions",
    "close_team",
    "finish",
    "has_left",
    "mail_codes",
    "make_codes",
    "put_back",
    "put_back_summary",
    "remove",
    "send_anew",
    "summarise",
    "take_last_year",
    "undo",
    "withdraw",
    "withdraw_unused",
]
