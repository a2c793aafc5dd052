"""What the facilitation may say: sentences for each stage, systemic cards for each step (METHOD §6, §9).

Words and nothing more, in a file for each language beside this one, read once. French has each sentence for people who
say « vous » and for people who say « tu »; the tool itself goes on saying « vous » (METHOD §11).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from sizain.method.rounds import RoundKind
from sizain.method.seance import Stage

LANGUAGES = ("fr", "en")


class Moment(StrEnum):
    """A moment inside a step that asks for other words than its beginning."""

    ANSWERING = "answering"  # the request is validated, the circle's answers are awaited
    AGREED = "agreed"
    PLANNING = "planning"  # after the silence, the plan is to make
    SETTLED = "settled"
    SILENCE = "silence"  # nothing is offered to say


@dataclass(frozen=True)
class Sentence:
    """One sentence, to people who are on formal terms and to people who are not; English says both alike."""

    polite: str
    familiar: str

    def to(self, *, familiar: bool) -> str:
        return self.familiar if familiar else self.polite


@dataclass(frozen=True)
class Card:
    """A systemic question. `family` is the code of METHOD §6's family, `angle` its name; `aim` says what it is for."""

    stage: Stage
    family: str
    angle: str
    question: Sentence
    aim: str


@dataclass(frozen=True)
class Aloud:
    """All of it in one language. A round of step 4 is said in the first person, so it has one form."""

    sentences: Mapping[Stage, tuple[Sentence, ...]]
    moments: Mapping[Moment, tuple[Sentence, ...]]
    rounds: Mapping[RoundKind, str]
    cards: tuple[Card, ...]

    def say(
        self, stage: Stage, kind: RoundKind | None, *, familiar: bool, moment: Moment | None = None
    ) -> tuple[str, ...]:
        """The sentences of a stage, or of a moment in it, the first of them to be shown; that of an open round stands
        before them. None while a silence is held."""
        own = (self.rounds[kind],) if kind else ()
        said = self.moments.get(moment, ()) if moment else self.sentences.get(stage, ())
        return (*own, *(one.to(familiar=familiar) for one in said))

    def cards_at(self, stage: Stage) -> tuple[Card, ...]:
        return tuple(card for card in self.cards if card.stage is stage)


@cache
def aloud(language: str) -> Aloud:
    """What is kept for `language`. Raises `ValueError` for one that is not among `LANGUAGES`."""
    if language not in LANGUAGES:
        raise ValueError(f"nothing to say in {language!r}")
    said, deck = _read(f"{language}.toml"), _read(f"cards.{language}.toml")
    return Aloud(
        {Stage(stage): tuple(map(_sentence, kept)) for stage, kept in said["sentences"].items()},
        {Moment(moment): tuple(map(_sentence, kept)) for moment, kept in said["moments"].items()},
        {RoundKind(kind): words for kind, words in said["rounds"].items()},
        tuple(_card(one, deck["families"]) for one in deck["cards"]),
    )


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__name__) / name).read_text(encoding="utf-8"))


def _sentence(kept: Mapping[str, str]) -> Sentence:
    """`you` alone, or `vous` and, where the words differ, `tu`."""
    polite = kept.get("you") or kept["vous"]
    return Sentence(polite, kept.get("tu", polite))


def _card(kept: Mapping[str, str], families: Mapping[str, str]) -> Card:
    family = kept["family"]
    return Card(Stage(kept["stage"]), family, families[family], _sentence(kept), kept["aim"])
