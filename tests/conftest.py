from collections.abc import Callable

import pytest
from django.test import Client

from dekkend.accounts.models import User
from tests.world import World, build


@pytest.fixture
def world(db: None) -> World:
    return build()


@pytest.fixture
def sign_in(db: None) -> Callable[[User], Client]:
    """A browser in which this person has signed in: `sign_in(world.head).get(…)`."""

    def enter(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return enter
