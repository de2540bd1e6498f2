"""What the server writes about itself holds no code that opens something: such a code is kept nowhere else either."""

from __future__ import annotations

import logging
import re
from typing import Any

from django.conf import settings


class WithoutCodes(logging.Filter):
    """In addresses, what stands behind one of settings.CODE_BEHIND becomes three dots."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(map(without_code, record.args))
        return True


def without_code(told: Any) -> Any:
    return re.sub(settings.CODE_BEHIND, r"\1...", told) if isinstance(told, str) else told
