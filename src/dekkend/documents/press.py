"""Many trees on paper, by several processes: fonts and Typst are read once in each, and none of them needs Django.

A process that dies, for want of memory or by a fault in a library, costs the job that killed it and no other.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from pathlib import Path

from .papers import render
from .tree import Document

DIED = "het proces dat dit maakte is gestopt; misschien was er te weinig geheugen"


@dataclass(frozen=True)
class Sheet:
    file: str  # in the folder of its job, such as "sop.pdf"
    form: str
    document: Document


@dataclass(frozen=True)
class Job:
    """All that goes into one folder, which is there. Without sheets there is nothing to wait for."""

    key: str
    folder: Path
    sheets: tuple[Sheet, ...]


def press(jobs: Iterable[Job], processes: int) -> Iterator[tuple[Job, str]]:
    """Each job when it is done, with what went wrong ("" for nothing). `processes` 0: in this one.

    Jobs are asked for as they are needed, so that not all trees are in memory at once. The processes start at the
    first job that has sheets.
    """
    if not processes:
        yield from ((job, print_job(job)) for job in jobs)
        return
    pool: ProcessPoolExecutor | None = None
    running: dict[Future[str], Job] = {}
    try:
        for job in jobs:
            if not job.sheets:
                yield job, ""
                continue
            pool = pool or started(processes)
            running[pool.submit(print_job, job)] = job
            # One more than there are processes, so that none has to wait for the next.
            if len(running) > processes:
                done, pool = finished(running, pool)
                yield from done
        while running:
            done, pool = finished(running, pool)
            yield from done
    finally:
        if pool:
            pool.shutdown(cancel_futures=True)


Done = list[tuple[Job, str]]


def finished(
    running: dict[Future[str], Job], pool: ProcessPoolExecutor | None
) -> tuple[Done, ProcessPoolExecutor | None]:
    """Those that are done; and the pool, or None when it broke: then whoever ran is tried again, alone."""
    ready, _ = wait(running, return_when=FIRST_COMPLETED)
    if any(isinstance(future.exception(), BrokenProcessPool) for future in ready):
        suspects = list(running.values())
        running.clear()
        if pool:
            pool.shutdown()
        return [(job, alone(job)) for job in suspects], None
    return [(running.pop(future), future.result()) for future in ready], pool


def alone(job: Job) -> str:
    with started(1) as pool:
        try:
            return pool.submit(print_job, job).result()
        except BrokenProcessPool:
            return DIED


def started(processes: int) -> ProcessPoolExecutor:
    # "spawn": a process that is forked would share the connections to the database.
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=begin)


def begin() -> None:
    """Ctrl+C is for the one that gives the work; without it there is nothing left to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=follow, daemon=True).start()


def follow() -> None:
    giver = parent_process()
    if giver is not None:
        giver.join()
        os._exit(1)


def print_job(job: Job) -> str:
    """Write every sheet; what went wrong at the first that could not be made."""
    for sheet in job.sheets:
        try:
            (job.folder / sheet.file).write_bytes(render(sheet.document, sheet.form))
        except Exception as fault:  # whatever it is, the others must go on
            return f"{sheet.file} kon niet worden gemaakt ({type(fault).__name__}: {fault})"[:300]
    return ""
