"""Words that people write in random sessions: sentences of the situations, each with a canary of its own."""

from __future__ import annotations

import re
from random import Random

from sizain.situations import Situation, situations

CANARY = re.compile(r"canari\d{5}")
TOO_LONG = 2000


class Canaries:
    """`kept` says of each canary what it was written for. Numbers go on from `after`."""

    def __init__(self, draw: Random, language: str = "fr", after: int = 0) -> None:
        self.draw = draw
        self.situation: Situation = draw.choice(situations(language))
        self.kept: dict[str, str] = {}
        self._after = after

    def write(self, what: str, most: int = 120) -> str:
        """A sentence for `what`, with a canary, of at most so many characters; now and then one that is too long,
        or nothing at all."""
        chance = self.draw.random()
        if chance < 0.03:
            return ""
        canary = self.canary(what)
        said = self._sentence(what)
        if chance < 0.06:
            said = (said * TOO_LONG)[:TOO_LONG]
        return f"{said[: max(0, most - len(canary) - 1)] if chance >= 0.06 else said} {canary}".strip()

    def canary(self, what: str) -> str:
        canary = f"canari{self._after + len(self.kept):05}"
        self.kept[canary] = what
        return canary

    def _sentence(self, what: str) -> str:
        one = self.situation
        match what:
            case "topic":
                return one.topic
            case "contract":
                return one.contract
            case "trace" | "line":
                return self.draw.choice(one.contributions).text
            case "idea":
                return one.disguised_advice
            case "question":
                return self.draw.choice(one.questions).text
            case "step":
                return one.first_step
            case _:
                return one.says


def canaries(said: str) -> set[str]:
    """Those that stand in a text."""
    return set(CANARY.findall(said))
