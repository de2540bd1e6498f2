"""The worker that keeps a copy on a device."""

from django.test import Client

from dekkend.web import device


def test_worker_is_served_from_the_root_and_names_its_version(client: Client):
    answer = client.get("/bewaarder.js")

    assert answer["Content-Type"].startswith("text/javascript")
    assert answer.content.decode().startswith(f'const VERSION = "{device.version()}";')
    assert "no-store" in answer["Cache-Control"] or "no-cache" in answer["Cache-Control"]


def test_policy_lets_a_page_have_workers_of_its_own_only(client: Client):
    assert "worker-src 'self'" in client.get("/privacy/")["Content-Security-Policy"]
