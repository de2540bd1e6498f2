"""Who is who."""

from .alliance import Alliance, Board, Provision, ProvisionCatalogue
from .member import Membership
from .place import Area, District
from .round import Round
from .school import PupilCount, School

__all__ = [
    "Alliance",
    "Area",
    "Board",
    "District",
    "Membership",
    "Provision",
    "ProvisionCatalogue",
    "PupilCount",
    "Round",
    "School",
]
