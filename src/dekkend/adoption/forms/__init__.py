"""Input of stations 4, 5 and 6. A form says what is wrong with its fields; the action says whether it may be."""

from .board import AdoptForm, ReasonForm, ReplyForm, TalkForm
from .council import AdviceForm, AskForm
from .pupils import PupilsForm

__all__ = ["AdoptForm", "AdviceForm", "AskForm", "PupilsForm", "ReasonForm", "ReplyForm", "TalkForm"]
