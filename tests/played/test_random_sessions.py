"""Random sessions on the pure method: what happened replays to what is seen, and nobody sees what is not theirs."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sizain.method.evolve import replay
from sizain.method.rules import RULES
from sizain.method.seance import Seance
from sizain.method.sight import PROJECTOR, Sight, Sights, View, sight
from tests.played.oracle import SCREEN, Oracle
from tests.played.reading import strings
from tests.played.session import Session

ACTS = 120
SESSIONS = 300
MANY = 1500
SHARES = 3
"""The sessions are shared out, so that several processes can play them."""
STRANGER = "f" * 16


@settings(max_examples=24)
@given(seed=st.integers(0, 2**32), acts=st.integers(1, ACTS))
def test_every_accepted_act_of_a_random_session_replays_to_the_same_state(seed: int, acts: int) -> None:
    session = Session(seed, voices=True)
    for _ in range(acts):
        before = session.state
        why = session.do(session.next())
        if not session.fresh:
            assert session.state is before, why
            continue
        again = replay(session.journal)
        assert again is not None
        assert again == session.state, session.told()
        assert _moments(again) == _moments(session.state), session.told()
        for viewer in (*(seat.id for seat in session.state.seats), PROJECTOR, STRANGER):
            assert sight(again, viewer) == sight(session.state, viewer), session.told()


def _moments(state: Seance) -> list[dict[str, int]]:
    """When what last changed: a screen is drawn again by it."""
    return [dict(one.items()) for one in (state.versions, state.own_at, state.floor_at)]


def test_every_act_of_the_table_is_accepted_in_some_random_session() -> None:
    never = set(RULES)
    for seed in range(MANY):
        if not never:
            break
        session = Session(seed, voices=True)
        for _ in range(ACTS):
            if session.over:
                break
            session.do(session.next())
        never -= set(session.accepted)
    assert not never, f"of {MANY} random sessions none did these: {sorted(never)}"


@pytest.mark.parametrize("share", range(SHARES))
def test_nobodys_sight_holds_a_text_that_is_not_theirs_to_read(share: int) -> None:
    read: Counter[str] = Counter()
    for seed in range(share, SESSIONS, SHARES):
        session, oracle = Session(seed, voices=True), Oracle()
        oracle.hears(session.fresh[0])
        for _ in range(ACTS):
            if session.over:
                break
            session.do(session.next())
            if session.fresh:
                for event in session.fresh:
                    oracle.hears(event)
                looks(session, oracle, read)
    unread = sorted(set(BRINGING) - set(read))
    assert not unread, f"nobody ever saw what these bring: {unread}"


BRINGING = (
    "deposit-topic", "change-topic", "post-question", "validate-contract", "dictate-contract", "leave-trace",
    "write-aside", "answer-aside", "park-idea", "note-line", "write-understanding",
    "dictate-understanding", "write-step", "dictate-step",
)  # fmt: skip
"""Acts that bring words: a proof that nobody reads them would be worth nothing if nobody ever did."""


def looks(session: Session, oracle: Oracle, read: Counter[str]) -> None:
    """Everybody looks, who has no place here too."""
    sights = Sights(session.state)
    for viewer in (*(seat.id for seat in session.state.seats), PROJECTOR, STRANGER):
        seen = sights.of(viewer)
        if seen is None:
            assert oracle.place.get(viewer) in (None, "gone", "expected"), f"{viewer} sees nothing"
            continue
        held, who = strings(seen), SCREEN if viewer == PROJECTOR else viewer
        texts = (held & session.written.keys()) - oracle.erased
        where = f"{seen.view} in {seen.stage}"
        foreign = {session.written[text] for text in texts - oracle.may_read(who)}
        assert not foreign, f"{where} holds what {foreign} brought\n{session.told()}"
        seats = held & {seat.id for seat in session.state.seats}
        assert seats <= oracle.names(who), f"{where} holds seats that it may not name\n{session.told()}"
        read.update(session.written[text] for text in texts)
        for fault in private(seen):
            raise AssertionError(f"{where} {fault}\n{session.told()}")


def private(seen: Sight) -> list[str]:
    """What of this sight is somebody else's alone, words apart (METHOD §3, §4, §9)."""
    leads, asks = seen.view is View.FACILITATOR, seen.view is View.CLIENT
    contract, steps = seen.contract, seen.synthesis.steps if seen.synthesis else ()
    faults = {
        "sees who is not well": not leads and any(one.seat != seen.seat for one in seen.not_well),
        "reads what is said to the facilitator": not leads and any(one.seat != seen.seat for one in seen.own.asides),
        "reads what was said to another facilitator": any(seen.seat not in (a.seat, a.to) for a in seen.own.asides),
        "sees the client's signs": not (leads or asks) and (seen.own.signs.made or seen.own.signs.heard),
        "sees that there is an envelope": not (leads or asks) and seen.own.envelope,
        "sees who has not spoken": not leads and any(one.has_spoken for one in seen.people),
        "sees who waits at the door": not leads and seen.door,
        "sees the answers of others": not (leads or asks) and contract is not None and contract.answers,
        "sees who has not answered": not leads and contract is not None and contract.to_hear,
        "sees who supports or asks": not (leads or asks) and any(one.supports or one.questions for one in steps),
        "sees a link of others": not (leads or asks) and any(one.seat != seen.seat for one in seen.own.links),
        "sees a no to its own link": any(one.seat == seen.seat and one.stays is False for one in seen.own.links),
        "sees who was told to wait": not leads and any(one != seen.seat for one in seen.kept_waiting),
        "sees that somebody's trace is set apart": not leads and seen.own.apart,
        "reads the forms": not leads and seen.reads_forms,
        "may take the session up": not leads and seen.ended is not None and seen.ended.take_up_until is not None,
    }  # fmt: skip
    return [what for what, wrong in faults.items() if wrong]
