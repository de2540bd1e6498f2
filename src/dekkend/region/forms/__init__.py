"""The only way in for what an administrator types."""

from .areas import AreaForm, AssignForm, AssignmentsForm, ShapesForm
from .duo import DuoForm, PupilsForm
from .people import InviteForm
from .rounds import RoundForm
from .school import SchoolForm

__all__ = [
    "AreaForm",
    "AssignForm",
    "AssignmentsForm",
    "DuoForm",
    "InviteForm",
    "PupilsForm",
    "RoundForm",
    "SchoolForm",
    "ShapesForm",
]
