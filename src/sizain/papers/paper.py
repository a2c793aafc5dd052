"""A paper as data: what it says and in which part, without a word on how that looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Fact:
    """A line of the head. `role` draws the shape of a place before the label: `client`, `consultant`,
    `facilitator`, or nothing."""

    label: str
    text: str
    role: str = ""


@dataclass(frozen=True)
class Quote:
    """The sentence that matters most."""

    text: str


@dataclass(frozen=True)
class Said:
    """Words of a person."""

    text: str


@dataclass(frozen=True)
class Plain:
    """Words of the house."""

    text: str


@dataclass(frozen=True)
class Detail:
    """Words of a person, under what they answer to."""

    label: str
    text: str


@dataclass(frozen=True)
class Listed:
    """Several of them, in no order that says anything; `label` may be empty."""

    label: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """A line of a plan; `label` says which."""

    label: str
    text: str
    details: tuple[Detail, ...] = ()


Part = Quote | Said | Plain | Detail | Listed | Step


@dataclass(frozen=True)
class Section:
    """`step`, from 0 to 6, gives its colour."""

    step: int
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Paper:
    """`name` is the heading, `over` the line above it, `title` what the file is called from within: no name of a
    person and no word of theirs stands in it. `language` is a code such as `fr`."""

    name: str
    over: str
    title: str
    language: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    foot: str


def mapped(paper: Paper, change: Callable[[str], str]) -> Paper:
    """The same paper with each of its strings changed."""
    changed: Paper = _mapped(paper, change)
    return changed


def as_data(one: object) -> Any:
    """What JSON can hold of a paper: each part says its kind, the name of its class in lower case."""
    if is_dataclass(one):
        held = {field.name: as_data(getattr(one, field.name)) for field in fields(one)}
        return {"kind": type(one).__name__.lower(), **held}
    return [as_data(each) for each in one] if isinstance(one, tuple) else one


def _mapped(one: Any, change: Callable[[str], str]) -> Any:
    if isinstance(one, str):
        return change(one)
    if isinstance(one, tuple):
        return tuple(_mapped(each, change) for each in one)
    if is_dataclass(one) and not isinstance(one, type):
        return replace(one, **{field.name: _mapped(getattr(one, field.name), change) for field in fields(one)})
    return one
