"""Who is who."""

from .alliance import Alliance, Board, Provision, ProvisionCatalogue
from .housestyle import HouseStyle
from .member import Membership
from .place import Area, District
from .round import Round
from .school import PupilCount, School

__all__ = [
    "Alliance",
    "Area",
    "Board",
    "District",
    "HouseStyle",
    "Membership",
    "Provision",
    "ProvisionCatalogue",
    "PupilCount",
    "Round",
    "School",
]
