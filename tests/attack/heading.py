"""What stands above every answer, whoever asks and whatever is answered."""

from __future__ import annotations

from typing import Any


def lacks(answer: Any) -> list[str]:
    """The headers that are not as they must be."""
    policy = answer.headers.get("Content-Security-Policy", "")
    right = {
        "no script, frame or form from elsewhere": "default-src 'none'" in policy and "unsafe" not in policy,
        "in no frame": "frame-ancestors 'none'" in policy,
        "no guess what it is": answer.headers.get("X-Content-Type-Options") == "nosniff",
        "no address to others": answer.headers.get("Referrer-Policy") == "same-origin",
    }
    return [what for what, holds in right.items() if not holds]


def may_be_kept_for_another(answer: Any) -> bool:
    """By a cache between the server and the browser: of a page that is for one person."""
    told = answer.headers.get("Cache-Control", "")
    return "private" not in told and "no-store" not in told
