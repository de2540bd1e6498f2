"""What a profile is as data: one plain dict, the same in a file with answers and in a sealed version.

Its shape stands in `formats/schema/content.schema.json`; what hangs on the format (items, values,
sections, fields) is checked against that format. Reading is strict, and names file, line and remedy.
"""

from dekkend.formats.faults import Fault, FaultsFound

from .check import check
from .gaps import Gap, gaps
from .reading import read
from .sealing import seal
from .shape import Content, filled

__all__ = ["Content", "Fault", "FaultsFound", "Gap", "check", "filled", "gaps", "read", "seal"]
