"""Who belongs to a session: asked at every request, and so with a prepared question."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from dekkend.kit.prepared import by_key

from .models import User


class Backend(AuthenticationBackend):
    def get_user(self, user_id: Any) -> User | None:
        user: User | None = by_key(User)(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None
