"""Style sheets and modules as they go down the line: without the comments, which are for whoever reads the source."""

from __future__ import annotations

import re
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

OWN = re.compile(r"web/(css|js)/[a-z]+(\.[0-9a-f]{12})?\.(css|js)")
IN_SHEET = re.compile(rb"/\*.*?\*/\n*|^[ \t]+", re.DOTALL | re.MULTILINE)
IN_MODULE = re.compile(rb"^[ \t]*//.*\n", re.MULTILINE)


def lean(name: str, content: bytes) -> bytes:
    """The same file, shorter. Of a module only lines that are nothing but a comment go."""
    if not OWN.fullmatch(name.replace("\\", "/")):
        return content
    return (IN_SHEET if name.endswith(".css") else IN_MODULE).sub(b"", content)


class Storage(CompressedManifestStaticFilesStorage):
    def _save(self, name: str, content: Any) -> str:
        saved: str = super()._save(name, ContentFile(lean(name, b"".join(content.chunks()))))
        return saved
