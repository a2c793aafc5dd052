"""Two ways of sharing a whole number out, exactly: in proportion, or the largest first."""

from collections.abc import Callable, Sequence

Share = Callable[[int, Sequence[int]], tuple[int, ...]]


def in_proportion(amount: int, weights: Sequence[int]) -> tuple[int, ...]:
    """`amount` shared in proportion to `weights`, by largest remainder; the sum is `amount`.

    Equal remainders: the first in order. When `amount` is at most the sum of the weights, no
    part is above its weight, so that weights can be read as "at most this much".
    """
    if not amount:
        return (0,) * len(weights)
    whole = sum(weights)
    parts = [amount * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: (-(amount * weights[i] % whole), i))
    for i in by_remainder[: amount - sum(parts)]:
        parts[i] += 1
    return tuple(parts)


def largest_first(amount: int, rooms: Sequence[int]) -> tuple[int, ...]:
    """`amount` taken from the largest room, then the next; few payers, easy to say aloud.

    Equal rooms: the first in order. `amount` is at most the sum of the rooms.
    """
    parts = [0] * len(rooms)
    for i in sorted(range(len(rooms)), key=lambda i: (-rooms[i], i)):
        parts[i] = min(amount, rooms[i])
        amount -= parts[i]
    return tuple(parts)
