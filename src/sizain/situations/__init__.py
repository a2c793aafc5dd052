"""Twelve situations of imaginary people, to show and to try the method with; a file for each and each language.

They are words and nothing more: no rule stands in them, and no room of the house that decides, keeps or shows a
séance reads them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("fr", "en")


class Kind(StrEnum):
    """What somebody brings (METHOD §3, Before)."""

    PROBLEM = "problem"
    CONCERN = "concern"
    PROJECT = "project"


class Tag(StrEnum):
    """What a question is about (METHOD §3, step 2)."""

    FACT = "fact"
    FEELING = "feeling"
    MEANING = "meaning"
    SYSTEM = "system"
    ATTEMPTS = "attempts"
    FUTURE = "future"


class Bringing(StrEnum):
    """What a contribution is (METHOD §3, step 4)."""

    UNDERSTANDING = "understanding"
    IMPRESSION = "impression"
    IDEA = "idea"
    EXPERIENCE = "experience"
    LEAD = "lead"


@dataclass(frozen=True)
class Question:
    tag: Tag
    text: str


@dataclass(frozen=True)
class Contribution:
    """`author` is the first name of a consultant."""

    kind: Bringing
    author: str
    text: str


@dataclass(frozen=True)
class Situation:
    """One situation, in one language.

    `number` counts from 1, `key` is the same in every language. `setting` is the place in a word, `role` the work
    of `client` (a first name). `familiar`: these people say « tu ». `help` are kinds of help by their codes
    (`method.contract.Help`). `disguised_advice` is advice that looks like a question; `delicate_moment` is for
    whoever learns to lead. Third parties are named by their role alone, here as in a real séance.
    """

    number: int
    key: str
    setting: str
    client: str
    role: str
    kind: Kind
    familiar: bool
    topic: str
    context: str
    says: str
    questions: tuple[Question, ...]
    disguised_advice: str
    contract: str
    help: tuple[str, ...]
    contributions: tuple[Contribution, ...]
    first_step: str
    delicate_moment: str


@cache
def situations(language: str = "fr") -> tuple[Situation, ...]:
    """The twelve, in their order. Raises `ValueError` for a language that is not one of `LANGUAGES`."""
    if language not in LANGUAGES:
        raise ValueError(f"no situations in {language!r}")
    kept = sorted((files(__name__) / language).iterdir(), key=lambda one: one.name)
    return tuple(read(one.name, one.read_text(encoding="utf-8")) for one in kept if one.name.endswith(".toml"))


def read(name: str, written: str) -> Situation:
    """The situation of one file. Raises `TypeError` when a part is missing or unknown, `ValueError` for a code that
    is not one of ours."""
    number, _, key = name.removesuffix(".toml").partition("-")
    parts: dict[str, Any] = tomllib.loads(written)
    return Situation(
        **{
            **parts,
            "number": int(number),
            "key": key,
            "kind": Kind(parts["kind"]),
            "help": tuple(parts["help"]),
            "questions": tuple(Question(Tag(one["tag"]), one["text"]) for one in parts["questions"]),
            "contributions": tuple(
                Contribution(Bringing(one["kind"]), one["author"], one["text"]) for one in parts["contributions"]
            ),
        }
    )
