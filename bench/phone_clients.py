"""The clients of bench/phones.py: phones that follow and answer, and a board. Prints ready, done, and what it saw."""

from __future__ import annotations

import json
import os
import random
import sys
import threading
import time
from collections import Counter

from tests.server import Browser

EVERY = 1.0
THINK = (8.0, 20.0)  # seconds between two answers of one phone: a lively talk
VALUES = ("yes", "in_development", "no", "unsure")


class Seen:
    """What phones were told, and when the board showed it."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.votes: dict[int, str] = {}
        self.late: list[float] = []
        self.waiting: list[float] = []
        self.failed = 0
        self.count = 0


def ask(browser: Browser, path: str, tag: str) -> tuple[int, str, str]:
    cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    browser.connection.request("GET", path, headers={"If-None-Match": tag, "Cookie": cookies})
    answer = browser.connection.getresponse()
    return answer.status, answer.read().decode(), answer.getheader("ETag") or tag


def phone(
    port: int, code: str, item: str, number: int, seen: Seen, start: threading.Barrier, seconds: float
) -> None:
    browser, chance = Browser(port), random.Random(number)
    _, page = browser.ask("GET", f"/gesprek/{code}/")
    token = browser.token(page)
    browser.ask("POST", f"/gesprek/{code}/mee/", token)
    start.wait()
    tag, end = "", time.monotonic() + seconds
    next_vote = time.monotonic() + chance.uniform(0, THINK[1])
    time.sleep(chance.random() * EVERY)
    while time.monotonic() < end:
        begin = time.monotonic()
        status, _, tag = ask(browser, f"/gesprek/{code}/stand/", tag)
        seen.failed += status not in (200, 304)
        if begin > next_vote and begin < end - 3:
            value = chance.choice(VALUES)
            status, _ = browser.save(f"/gesprek/{code}/antwoord/", {**token, "item": item, "value": value})
            with seen.lock:
                seen.failed += status != 200
                if status == 200:
                    seen.votes[number] = value
                    seen.count += 1
                    seen.waiting.append(time.monotonic())
            next_vote = begin + chance.uniform(*THINK)
        time.sleep(max(0, EVERY - (time.monotonic() - begin)))


def board(port: int, password: str, seen: Seen, start: threading.Barrier, seconds: float) -> None:
    """An answer is on the board when the board asked after it was kept, and what it got is on the screen."""
    browser = Browser(port)
    browser.sign_in("head@voorbeeld.example", password)
    start.wait()
    tag, end = "", time.monotonic() + seconds
    while time.monotonic() < end:
        begin = time.monotonic()
        status, _, new = ask(browser, "/profielen/1/gesprek/bord/stand/", tag)
        now = time.monotonic()
        seen.failed += status not in (200, 304)
        with seen.lock:
            kept = [at for at in seen.waiting if at < begin]
            seen.waiting = [at for at in seen.waiting if at >= begin]
            seen.late += [now - at for at in kept]
        tag = new
        time.sleep(max(0, EVERY - (now - begin)))


def main(port: int, code: str, item: str, phones: int, seconds: float) -> None:
    seen, start = Seen(), threading.Barrier(phones + 2)
    threads = [
        threading.Thread(target=phone, args=(port, code, item, n, seen, start, seconds))
        for n in range(phones)
    ] + [threading.Thread(target=board, args=(port, os.environ["BENCH_PASSWORD"], seen, start, seconds))]
    for thread in threads:
        thread.start()
    start.wait()
    begin = time.process_time()
    print("ready", flush=True)
    for thread in threads:
        thread.join()
    print("done", flush=True)
    late = sorted(seen.late)
    told = {
        "p95": late[int(len(late) * 0.95)] if late else 99.0,
        "votes": seen.count,
        "failed": seen.failed,
        "answers": Counter(seen.votes.values()),
        "driver": time.process_time() - begin,
    }
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), float(sys.argv[5]))
