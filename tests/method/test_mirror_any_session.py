"""The mirror of any session whatever: its sums hold, and the same journal gives the same mirror."""

from hypothesis import settings

from sizain.method.evolve import replay
from sizain.method.mirror import Mirror, mirror
from sizain.method.seance import GONE, Role, Seance, Stage
from tests.method.held import Held
from tests.method.test_any_thread import AnySession


class AnyMirror(AnySession):
    """Plays as `AnySession` does, then looks."""

    def teardown(self) -> None:
        if hasattr(self, "held"):
            holds(self.held)


def holds(held: Held) -> None:
    before = held.seance
    found = mirror(held.journal)
    assert mirror(held.journal) == found
    assert replay(held.journal) == before
    _its_times_add_up(found, held)
    _its_people_are_those_of_the_session(found, held.seance)


def _its_times_add_up(found: Mirror, held: Held) -> None:
    last = max(at for _, at in held.journal)
    assert found.ended_at <= last
    lasted = found.ended_at - found.opened_at if found.opened_at is not None else 0
    assert 0 <= found.lasted_ms <= lasted
    assert sum(one.held_ms for one in found.steps) <= found.lasted_ms
    assert found.silence_ms <= found.lasted_ms
    assert all(one.length_ms > 0 for one in found.stretches)
    starts = [one.start_ms for one in found.stretches]
    ends = [one.start_ms + one.length_ms for one in found.stretches]
    assert starts == [0, *ends[:-1]][: len(starts)]
    stages = {one.stage for one in found.stretches} | {one.stage for one in found.steps}
    assert not stages & {Stage.LOBBY, Stage.CLOSED}


def _its_people_are_those_of_the_session(found: Mirror, seance: Seance) -> None:
    seats = [seat.id for seat in seance.seats if seat.standing not in GONE]
    listed = [one.seat for one in found.attended]
    assert listed == [seat for seat in seats if seat in listed]
    for one in found.attended:
        assert bool(one.stays) != bool(one.absence)
        assert all(stay.came_at <= stay.left_at for stay in one.stays)
        assert all(one.stays[i].left_at <= one.stays[i + 1].came_at for i in range(len(one.stays) - 1))
    peers = [seat.id for seat in seance.peers]
    assert [one.seat for one in found.speech.shares] in ([], peers)
    assert all(one.said is not None or one.seat == seance.client for one in found.speech.shares)
    assert all(seat.role is Role.PEER for seat in seance.peers)


TestAnyMirror = AnyMirror.TestCase
TestAnyMirror.settings = settings(max_examples=40, stateful_step_count=30)
