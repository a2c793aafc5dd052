"""What stands in a sight: every string of it, wherever it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Any

from sizain.method.clock import Clock

LEAVES = (bool, int, NoneType, Enum, Clock)
"""What holds no string of anybody's: the clock holds minutes alone."""


def strings(of: object) -> set[str]:
    """Every string in a value of the method, names of fields apart."""
    found: set[str] = set()
    waiting: list[Any] = [of]
    while waiting:
        one = waiting.pop()
        cls: Any = type(one)
        if cls is str:
            found.add(one)
        elif (inside := _inside(cls)) is not None:
            waiting += inside(one)
    return found


@cache
def _inside(cls: Any) -> Any:
    """How to look into a value of that kind; None where there is nothing to look at."""
    if issubclass(cls, LEAVES):
        return None
    if issubclass(cls, (tuple, list, set, frozenset)):
        return list
    if issubclass(cls, Mapping):
        return lambda one: [*one.keys(), *one.values()]
    if is_dataclass(cls):
        names = [field.name for field in fields(cls)]
        return attrgetter(*names) if len(names) > 1 else lambda one: [getattr(one, names[0])]
    raise TypeError(f"nothing is known of what stands in {cls}")
