"""Texts that are compared with a file: a change of rights shows in the diff."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]


def compare(path: Path, text: str) -> None:
    """`REWRITE_GOLDEN=1 pytest tests/process` writes the file anew, to be looked at and committed."""
    if os.environ.get("REWRITE_GOLDEN") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"{path} is not there: run REWRITE_GOLDEN=1 pytest tests/process"
    assert path.read_text(encoding="utf-8") == text
