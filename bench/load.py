"""One act a second in each room, and how long it takes until the other eight see it."""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.circle import Circle, Refused
from bench.machine import Spent

SETTLE_S = 3.0
"""How long after the last act the last arrivals are waited for."""


@dataclass(frozen=True)
class Done:
    """An act of the load: when it was due and acknowledged (loop seconds), by whom, and its number."""

    circle: int
    actor: int
    seq: int
    due: float
    acknowledged: float


@dataclass
class Rung:
    """The figures of one number of rooms; times in milliseconds."""

    rooms: int
    acts: int = 0
    failed: list[str] = field(default_factory=list)
    missing: int = 0
    """Arrivals that never came within the time; each counts as too late."""
    arrivals_ms: list[float] = field(default_factory=list)
    acknowledged_ms: list[float] = field(default_factory=list)
    late_ms: list[float] = field(default_factory=list)
    """How late the generator itself was."""
    spent: Spent = field(default_factory=lambda: Spent(0, 0, 0, 0))
    seconds: float = 0
    bytes: int = 0
    batches: int = 0
    messages: int = 0

    def within(self, limit_ms: float) -> bool:
        """Whether p99 from the act to the other eight is at most `limit_ms`, with nothing lost."""
        return not self.failed and not self.missing and percentile(self.arrivals_ms, 99) <= limit_ms

    def figures(self) -> dict[str, Any]:
        acts = max(1, self.acts)
        return {
            "rooms": self.rooms,
            "acts": self.acts,
            "failed": len(self.failed),
            "missing": self.missing,
            "first_failure": self.failed[0] if self.failed else None,
            "to_the_others_ms": summary(self.arrivals_ms),
            "to_the_answer_ms": summary(self.acknowledged_ms),
            "generator_late_ms": summary(self.late_ms),
            "cpu_ms_per_act": round(self.spent.server * 1000 / acts, 2),
            "database_cpu_ms_per_act": round(self.spent.database * 1000 / acts, 2),
            "server_core_share": round((self.spent.server + self.spent.database) / self.seconds, 2),
            "generator_core_share": round(self.spent.generator / self.seconds, 2),
            "others_core_share": round(self.spent.others / self.seconds, 2),
            "bytes_per_batch": round(self.bytes / max(1, self.batches)),
            "messages_per_batch": round(self.messages / max(1, self.batches), 1),
        }


def percentile(values: Sequence[float], per_cent: float) -> float:
    """The value that `per_cent` of them do not pass; infinite when there is none."""
    if not values:
        return float("inf")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * per_cent / 100))]


def summary(values: Sequence[float]) -> dict[str, float | None]:
    if not values:
        return {"p50": None, "p99": None, "max": None}
    return {name: round(percentile(values, share), 1) for name, share in (("p50", 50), ("p99", 99), ("max", 100))}


async def climb(circles: Sequence[Circle], seconds: float, measure: Callable[[], Spent]) -> Rung:
    """One act a second in each of these rooms for `seconds`, spread evenly over each second.

    The next act does not wait for the last one's answer: a slow server meets a queue, as it would with
    people.
    """
    loop = asyncio.get_running_loop()
    rung = Rung(len(circles))
    done: list[Done] = []
    tasks: list[asyncio.Task[None]] = []
    start = loop.time() + 0.1

    async def one(place: int, due: float) -> None:
        try:
            actor, seq = await circles[place].act()
            done.append(Done(place, actor, seq, due, loop.time()))
        except (Refused, TimeoutError) as error:
            rung.failed.append(str(error) or "no answer in 30 s")

    before, totals, began = measure(), _totals(circles), loop.time()
    for second in range(int(seconds)):
        for place in range(len(circles)):
            due = start + second + place / len(circles)
            if (wait := due - loop.time()) > 0:
                await asyncio.sleep(wait)
            rung.late_ms.append(max(0.0, (loop.time() - due) * 1000))
            tasks.append(asyncio.create_task(one(place, due)))
    await asyncio.wait(tasks, timeout=SETTLE_S)
    rung.spent, rung.seconds = measure().since(before), loop.time() - began
    await _settled(circles, done)
    for task in tasks:
        if not task.done():
            task.cancel()
            rung.failed.append("no answer")
    await asyncio.gather(*tasks, return_exceptions=True)
    _count(rung, circles, done)
    rung.bytes, rung.batches, rung.messages = (
        after - earlier for after, earlier in zip(_totals(circles), totals, strict=True)
    )
    return rung


async def _settled(circles: Sequence[Circle], done: list[Done]) -> None:
    """Waits until every screen shows the last act of its room, a few seconds at most."""
    last = {one.circle: one.seq for one in sorted(done, key=lambda one: one.seq)}
    deadline = asyncio.get_running_loop().time() + SETTLE_S
    while asyncio.get_running_loop().time() < deadline:
        if all(seen.seqs and seen.seqs[-1] >= seq for place, seq in last.items() for seen in circles[place].seen):
            return
        await asyncio.sleep(0.05)


def _count(rung: Rung, circles: Sequence[Circle], done: list[Done]) -> None:
    rung.acts = len(done)
    for one in done:
        rung.acknowledged_ms.append((one.acknowledged - one.due) * 1000)
        for place, seen in enumerate(circles[one.circle].seen):
            if place == one.actor:
                continue
            at = bisect_left(seen.seqs, one.seq)
            if at == len(seen.seqs):
                rung.missing += 1
            else:
                rung.arrivals_ms.append((seen.times[at] - one.due) * 1000)


def _totals(circles: Sequence[Circle]) -> tuple[int, int, int]:
    every = [seen for circle in circles for seen in circle.seen]
    return sum(one.bytes for one in every), sum(len(one.seqs) for one in every), sum(one.messages for one in every)
