from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import settings as trials

from dekkend.accounts.models import User
from tests.world import World, build

# A slow moment of the machine is no fault of the code.
trials.register_profile("dekkend", deadline=None)
trials.load_profile("dekkend")


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
