from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest

from dekkend.kit.post import post


class Adapter(DefaultAccountAdapter):
    """Nobody signs up alone: people come in by invitation of their school, board or samenwerkingsverband."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """A forgotten password: through the queue as well, so that nobody waits to see whether an address is known."""
        asked = {"request": self.request, "email": email, "current_site": get_current_site(self.request)}
        letter = self.render_mail(template_prefix, email, asked | context)
        post(letter.subject, str(letter.body), email)

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names; the e-mail address is enough."""
