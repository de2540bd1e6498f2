"""A real server of our own, with its own database, for tests and measurements that need processes."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

HOME = Path(__file__).parents[1]
HOST = "127.0.0.1"


@dataclass
class Server:
    port: int
    process: subprocess.Popen[bytes]
    env: dict[str, str]
    workers: int

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    def worker_pids(self) -> list[int]:
        """The processes that answer."""
        found = subprocess.run(
            ["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=False
        )
        return [int(pid) for pid in found.stdout.split()]

    def kill_a_worker(self) -> int:
        """As the kernel does when memory is short: no time to finish anything."""
        pid = self.worker_pids()[0]
        os.kill(pid, signal.SIGKILL)
        return pid


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def environment(var: Path, port: int, database: str = "") -> dict[str, str]:
    """As on a real server: no debug, no test settings."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTEST", "DEKKEND", "DJANGO"))
    }
    return {
        **kept,
        "PYTHONPATH": f"{HOME / 'src'}{os.pathsep}{HOME}",
        "DEKKEND_VAR": str(var),
        "DEKKEND_SECRET_KEY": "s" * 50,
        "DEKKEND_HOSTS": HOST,
        "DEKKEND_ADDRESS": f"http://{HOST}:{port}",
        "DEKKEND_MAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend",
        **({"DEKKEND_DATABASE": database} if database else {}),
    }


def run(code: str, env: dict[str, str]) -> str:
    """Run Python with Django set up beside the server; what it prints last."""
    told = subprocess.run(
        [sys.executable, "-c", f"import django, os\nos.environ['DJANGO_SETTINGS_MODULE']='dekkend.settings'\n"
         f"django.setup()\n{code}"],
        env=env, capture_output=True, text=True, check=False, cwd=HOME,
    )  # fmt: skip
    if told.returncode:
        raise RuntimeError(told.stderr)
    return told.stdout.strip()


@contextmanager
def serve(
    var: Path, *, workers: int = 2, threads: int = 1, database: str = "", prepare: str = ""
) -> Iterator[Server]:
    """Start granian on an empty, migrated database; `prepare` is Python that fills it first."""
    port = free_port()
    env = environment(var, port, database)
    for words in (["migrate", "--verbosity", "0"], ["collectstatic", "--noinput", "--verbosity", "0"]):
        subprocess.run([sys.executable, "-m", "dekkend", *words], env=env, check=True, cwd=HOME)
    if prepare:
        run(prepare, env)
    granian = Path(sys.executable).with_name("granian")
    command = [
        str(granian), "--interface", "wsgi", "--host", HOST, "--port", str(port), "--workers", str(workers),
        "--blocking-threads", str(threads), "--backlog", "1024", "--respawn-failed-workers", "--log-level", "warning",
        "dekkend.wsgi:application",
    ]  # fmt: skip
    with (var / "server.log").open("wb") as log:
        process = subprocess.Popen(command, env=env, stdout=log, stderr=log, cwd=HOME, start_new_session=True)
        try:
            wait_for(port, process)
            yield Server(port, process, env, workers)
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def wait_for(port: int, process: subprocess.Popen[bytes], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            with socket.create_connection((HOST, port), 1):
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the server did not start; see server.log beside its database")


class Browser:
    """One person with cookies and one kept connection; enough of a browser to sign in and save."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self.connection = http.client.HTTPConnection(HOST, port, timeout=30)

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Referer": f"http://{HOST}:{self.port}{path}",
        }
        if form is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        self.connection.request(method, path, urlencode(form or {}), headers)
        answer = self.connection.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer.status, answer.read().decode()

    def sign_in(self, email: str, password: str) -> None:
        _, page = self.ask("GET", "/account/login/")
        self.ask("POST", "/account/login/", {"login": email, "password": password, **self.token(page)})
        assert "sessionid" in self.cookies, "could not sign in"

    def token(self, page: str) -> dict[str, str]:
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert found, "the page has no form"
        return {"csrfmiddlewaretoken": found[1]}

    def save(self, path: str, form: dict[str, str]) -> tuple[int, dict[str, object]]:
        status, body = self.ask("POST", path, form)
        return status, json.loads(body) if body.startswith("{") else {}
