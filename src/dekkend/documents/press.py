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

# After so many jobs a process makes room for a fresh one: Typst keeps what it has set, some 25 MB for each job.
JOBS = 4
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


Done = list[tuple[Job, str]]


def press(jobs: Iterable[Job], processes: int) -> Iterator[tuple[Job, str]]:
    """Each job when it is done, with what went wrong ("" for nothing). `processes` 0: in this one.

    Jobs are asked for as they are needed, so that not all trees are in memory at once.
    """
    if not processes:
        yield from ((job, print_job(job)) for job in jobs)
        return
    pool = Pool(processes)
    try:
        for job in jobs:
            if not job.sheets:
                yield job, ""
                continue
            if pool.is_worn:
                yield from pool.rest()
                pool.close()
            yield from pool.give(job)
        yield from pool.rest()
    finally:
        pool.close()


class Pool:
    """The processes, started at the first job, and the jobs that they have in hand."""

    def __init__(self, processes: int) -> None:
        self.processes = processes
        self.executor: ProcessPoolExecutor | None = None
        self.running: dict[Future[str], Job] = {}
        self.given = 0  # since the start

    @property
    def is_worn(self) -> bool:
        return self.given >= JOBS * self.processes

    def give(self, job: Job) -> Done:
        """Take this one on. Those that are done meanwhile, when the processes have all that they can do."""
        done: Done = []
        self.executor = self.executor or started(self.processes)
        try:
            future = self.executor.submit(print_job, job)
        except BrokenProcessPool:  # since the last time that we looked
            done += self.mended()
            self.executor = started(self.processes)
            future = self.executor.submit(print_job, job)
        self.running[future] = job
        self.given += 1
        # One more than there are processes, so that none has to wait for the next.
        return done + (self.some() if len(self.running) > self.processes else [])

    def rest(self) -> Iterator[tuple[Job, str]]:
        while self.running:
            yield from self.some()

    def some(self) -> Done:
        """Wait for the first; whoever is done by then."""
        ready, _ = wait(self.running, return_when=FIRST_COMPLETED)
        if any(isinstance(future.exception(), BrokenProcessPool) for future in ready):
            return self.mended()
        return [(self.running.pop(future), future.result()) for future in ready]

    def mended(self) -> Done:
        """A process died, and with it the pool: whoever was in hand is tried again, alone."""
        suspects = list(self.running.values())
        self.close()
        return [(job, alone(job)) for job in suspects]

    def close(self) -> None:
        if self.executor:
            self.executor.shutdown(cancel_futures=True)
        self.executor, self.given = None, 0
        self.running.clear()


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
