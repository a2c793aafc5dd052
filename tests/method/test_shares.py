from hypothesis import given
from hypothesis import strategies as st

from sizain.method.shares import in_proportion, largest_first

rooms = st.lists(st.integers(0, 10_000_000), min_size=1, max_size=9).filter(any)


@st.composite
def payable(draw: st.DrawFn) -> tuple[int, list[int]]:
    some = draw(rooms)
    return draw(st.integers(0, sum(some))), some


@given(payable())
def test_a_share_in_proportion_is_exact_and_never_above_a_room(
    given_: tuple[int, list[int]],
) -> None:
    amount, some = given_
    parts = in_proportion(amount, some)
    assert sum(parts) == amount
    assert all(0 <= part <= room for part, room in zip(parts, some, strict=True))
    assert all(abs(part - amount * room / sum(some)) <= 1 for part, room in zip(parts, some, strict=True))


@given(payable())
def test_the_largest_room_pays_all_that_it_can_before_another_pays(
    given_: tuple[int, list[int]],
) -> None:
    amount, some = given_
    parts = largest_first(amount, some)
    assert sum(parts) == amount
    assert all(0 <= part <= room for part, room in zip(parts, some, strict=True))
    assert max(parts) == min(amount, max(some))


def test_equal_remainders_go_to_the_first_in_order() -> None:
    assert in_proportion(2, [1, 1, 1, 1]) == (1, 1, 0, 0)
    assert largest_first(3, [2, 2, 2]) == (2, 1, 0)


def test_nothing_is_shared_when_there_is_nothing_to_share() -> None:
    assert in_proportion(0, [0, 0]) == (0, 0)
    assert largest_first(0, []) == ()
