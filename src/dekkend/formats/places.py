"""Where the formats of the project lie. Needs no settings: `dekkend make` runs without a server."""

from __future__ import annotations

import os
from pathlib import Path


def formats_folder() -> Path:
    """`formats/` below DEKKEND_HOME, or below the root of the checkout that holds this package."""
    home = os.environ.get("DEKKEND_HOME")
    root = Path(home) if home else Path(__file__).resolve().parents[3]
    return root / "formats"


def schema_folder() -> Path:
    return formats_folder() / "schema"
