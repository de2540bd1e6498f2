"""The only code that reads an old profile in and takes from it."""

from .keeping import back, choose, finish, forget_old, keep, skip
from .taking import take, take_all
from .undoing import undo, undo_all

__all__ = ["back", "choose", "finish", "forget_old", "keep", "skip", "take", "take_all", "undo", "undo_all"]
