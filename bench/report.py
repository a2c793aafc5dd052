"""The table for people, on standard error, and the doubts that a reader of the figures should have."""

from __future__ import annotations

import sys
from typing import Any

from bench.load import Rung

BUSY = 0.05
"""Share of a core used by others from which a figure is doubtful."""
HEAD = "  rooms  acts   p50 ms   p99 ms  answer p99  cpu ms/act  database  server core  generator  others"


def title(words: str, facts: dict[str, Any]) -> None:
    told = ", ".join(f"{name} {value}" for name, value in facts.items())
    print(f"{words}{': ' if told else ''}{told}\n{HEAD}", file=sys.stderr)


def rung(one: Rung) -> None:
    figures = one.figures()
    others, answer = figures["to_the_others_ms"], figures["to_the_answer_ms"]
    cells = (
        f"{figures['rooms']:7}{figures['acts']:6}{_ms(others['p50'])}{_ms(others['p99'])}{_ms(answer['p99']):>12}"
        f"{figures['cpu_ms_per_act']:12.2f}{figures['database_cpu_ms_per_act']:10.2f}{figures['server_core_share']:13.0%}"
        f"{figures['generator_core_share']:11.0%}{figures['others_core_share']:8.0%}"
    )
    print(cells, file=sys.stderr)
    if figures["failed"] or figures["missing"]:
        print(
            f"  failed {figures['failed']}, missing {figures['missing']}: {figures['first_failure']}", file=sys.stderr
        )


def doubts(told: dict[str, Any]) -> list[str]:
    """Why these figures may be wrong, one sentence each."""
    rungs = [rung for part in ("product", "limit") for rung in told.get(part, {}).get("rungs", [])]
    found = []
    most = max((rung["others_core_share"] for rung in rungs), default=0)
    if most > BUSY:
        found.append(
            f"the machine was not quiet: others used up to {most:.0%} of a core; these figures are worth little"
        )
    if any(rung["generator_core_share"] > 0.9 for rung in rungs):
        found.append("the generator was at the end of its core: what it measured then is its own slowness")
    return found


def end(told: dict[str, Any]) -> None:
    product = told["product"]
    print(
        f"rooms held at p99 ≤ {told['limit_ms']:.0f} ms: {product['rooms_held']}"
        f" (limit: {told.get('limit', {}).get('rooms_held', 'not tried')})"
        f" · {product['bytes_of_memory_per_client'] / 1000:.0f} kB a client"
        f" · {product['joining_at_once']['people']} people joined in {product['joining_at_once']['seconds']} s"
        f" · restart {product['restart_s']} s",
        file=sys.stderr,
    )
    for note in told["notes"]:
        print(f"NOTE: {note}", file=sys.stderr)


def _ms(value: float | None) -> str:
    return f"{value:9.1f}" if value is not None else "        -"
