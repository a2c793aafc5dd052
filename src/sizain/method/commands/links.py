"""A link between somebody present and a story, and what the client says of it (METHOD §3)."""

from __future__ import annotations

from dataclasses import dataclass

from sizain.method.commands.command import Command


@dataclass(frozen=True)
class DiscloseLink(Command):
    """« J’ai un lien avec cette histoire » : what the seat `story` brings; or not, after all."""

    act = "disclose-link"
    story: str
    said: bool = True


@dataclass(frozen=True)
class HearLink(Command):
    """The same, said aloud by `seat`."""

    act = "hear-link"
    seat: str
    story: str
    said: bool = True


@dataclass(frozen=True)
class AnswerLink(Command):
    """The client says whether who has a link with their story stays."""

    act = "answer-link"
    seat: str
    stays: bool


@dataclass(frozen=True)
class HearLinkAnswer(Command):
    """The same, said aloud."""

    act = "hear-link-answer"
    seat: str
    stays: bool
