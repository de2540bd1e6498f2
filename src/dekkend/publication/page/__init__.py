"""The page of one school as a parent reads it: pure values, made of a sealed version and its decisions."""

from .school import SchoolPage, school_page

__all__ = ["SchoolPage", "school_page"]
