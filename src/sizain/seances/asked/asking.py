"""What every reader is given and gives: the fields of a posted form, a command and its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from sizain.method import commands as c
from sizain.method.clock import Choice
from sizain.method.refusals import Refusal, Why
from sizain.method.seance import Seance
from sizain.seances.names import said, tidy
from sizain.seances.tokens import Tokens

Fields = Mapping[str, str]
E = TypeVar("E", bound=Enum)


@dataclass(frozen=True)
class NewText:
    """Words that the journal will point to by `id`."""

    id: str
    kind: str
    body: str


@dataclass(frozen=True)
class Asked:
    """A command and what is written beside its events: texts, the names of new seats."""

    command: c.Command
    texts: tuple[NewText, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    code: str | None = None


@dataclass(frozen=True)
class Asking:
    """Who asks, with which fields, in which state; `votes` are the voices of the open vote, for the act that ends
    it."""

    by: str
    fields: Fields
    seance: Seance
    tokens: Tokens
    votes: Mapping[str, str] = field(default_factory=dict)

    def text(self, kind: str, field: str = "text") -> NewText:
        body = said(self.fields.get(field, ""))
        return NewText(self.tokens.id(), kind, body)

    def seat(self) -> str:
        return self.one("seat")

    def one(self, field: str) -> str:
        value = self.fields.get(field, "")
        if not value:
            raise Refusal(Why.BAD_FORM)
        return value

    def choice(self, field: str, values: type[E]) -> E:
        try:
            return values(self.one(field))
        except ValueError:
            raise Refusal(Why.BAD_FORM) from None

    def shown(self) -> str | None:
        """The id of what the screen showed, or nothing said."""
        return self.fields.get("shown") or None

    def number(self, field: str) -> int:
        value = self.one(field)
        if not (value.isascii() and value.isdigit() and len(value) <= 5):
            raise Refusal(Why.BAD_FORM)
        return int(value)

    def yes(self, field: str) -> bool:
        return self.fields.get(field) == "yes"

    def pays(self) -> Choice | None:
        """Who pays when no later step can, or nothing said."""
        return self.choice("choice", Choice) if self.fields.get("choice") else None


Reader = Callable[[Asking], Asked]


def read_name(typed: str, limit: int) -> str:
    """A name ready to be kept. Raises `Refusal` when it is empty or passes `limit` characters."""
    name = tidy(typed)
    if not name:
        raise Refusal(Why.EMPTY)
    if len(name) > limit:
        raise Refusal(Why.TOO_LONG, limit)
    return name
