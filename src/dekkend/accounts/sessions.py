"""Sessions in the database, asked for at every request and so with a prepared question."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends import db
from django.utils import timezone

from dekkend.kit.prepared import by_key


class SessionStore(db.SessionStore):
    def load(self) -> dict[str, Any]:
        kept = by_key(self.model)(self.session_key)
        if kept is None or kept.expire_date <= timezone.now():
            self._session_key = None
            return {}
        told: dict[str, Any] = self.decode(kept.session_data)
        return told
