"""Invented content for many schools: for the demonstration and the bench, never for a real profile.

The sentences stand in `examples/demo/bank.yml`; what an unknown format asks is filled in plain words.
"""

from .whole import sample_content

__all__ = ["sample_content"]
