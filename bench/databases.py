"""An empty database of each kind, thrown away afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.server import free_port


@contextmanager
def sqlite() -> Iterator[tuple[Path, str]]:
    """(folder for the server, "" for its database: SQLite in that folder)."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder), ""


@contextmanager
def postgres() -> Iterator[tuple[Path, str]]:
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
    with tempfile.TemporaryDirectory() as folder:
        cluster, port = Path(folder) / "cluster", free_port()
        cluster.mkdir()
        Path(folder).chmod(0o755)
        prefix = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if prefix:
            shutil.chown(cluster, "postgres")
        data = str(cluster / "data")
        quiet = {"check": True, "stdout": subprocess.DEVNULL}
        subprocess.run(
            [*prefix, programs / "initdb", "-D", data, "-U", "dekkend", "-A", "trust", "-E", "UTF8"], **quiet
        )
        options = f"-p {port} -k {cluster} -c listen_addresses=127.0.0.1"
        subprocess.run(
            [*prefix, programs / "pg_ctl", "-D", data, "-w", "-l", f"{cluster}/log", "-o", options, "start"],
            **quiet,
        )
        try:
            yield Path(folder), f"postgres://dekkend@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run([*prefix, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **quiet)


def kinds() -> dict[str, object]:
    """SQLite always; PostgreSQL when it is installed."""
    found: dict[str, object] = {"SQLite": sqlite}
    if list(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        found["PostgreSQL"] = postgres
    return found
