"""What is remembered of a room's drawing is what would be drawn now, for everybody."""

import random
import uuid
from collections import defaultdict
from collections.abc import Callable
from itertools import product

import pytest

from sizain.configuration import configuration
from sizain.live.regions import draw, regions_for
from sizain.method import commands as c
from sizain.method.refusals import Refusal
from sizain.method.rounds import RoundKind
from sizain.method.rules import LOCKS
from sizain.method.seance import STAGES, Stage
from sizain.method.sight import PROJECTOR, View, sight
from sizain.method.signs import Sign
from sizain.seances.room import Room
from tests.live.table import CLIENT, FACILITATOR, Table
from tests.live.test_screens import HELD, VIEWERS, table_at

PEERS = tuple(f"seat-{number}" for number in range(6))
STEPS = 80
STARTS = (Stage.LOBBY, Stage.CLARIFICATION, Stage.EXPLORATION)
"""Where people begin to do anything."""


@pytest.mark.parametrize("stage", HELD)
def test_whoever_shares_a_drawing_would_be_drawn_the_same(stage: Stage) -> None:
    table = table_at(stage)
    drawn: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for viewer in VIEWERS:
        seen, regions = table.look(viewer), table.regions(viewer)
        for region in regions_for(seen):
            drawn[region.name, region.seen_as(seen.view), region.mine(seen)].add(regions[region.name])
    assert [key for key, several in drawn.items() if len(several) > 1] == []


@pytest.mark.parametrize("seed", range(len(STARTS)))
def test_after_any_act_what_is_remembered_is_what_a_fresh_page_draws(seed: int) -> None:
    chance, table = random.Random(seed), Table().until(STARTS[seed])
    kept = Room(uuid.uuid4(), table.state, table.words)
    for step in range(STEPS):
        something_happens(table, chance, step)
        kept.state = table.state
        if chance.random() < 0.1:  # somebody's connection comes or goes
            seat = chance.choice(PEERS)
            kept.connections[seat] = 1 - kept.connections[seat]
            kept.presence += 1
        viewers = (FACILITATOR, *chance.sample(PEERS, 3), PROJECTOR)
        for viewer, language in product(viewers, ("fr", "en")):
            assert_same(kept, fresh(table, kept), viewer, language)


@pytest.mark.parametrize("seed", range(len(STARTS)))
def test_who_comes_back_is_sent_all_that_changed_meanwhile(seed: int) -> None:
    chance, table = random.Random(seed), Table().until(STARTS[seed])
    shown: dict[str, tuple[int, View, dict[str, str]]] = {}
    for step in range(STEPS):
        something_happens(table, chance, step)
        for viewer in (FACILITATOR, *PEERS, PROJECTOR):
            seen = sight(table.state, viewer)
            if seen is None or chance.random() < 0.6:  # cut off for a while
                continue
            since, view, page = shown.get(viewer, (0, seen.view, {}))
            now = draw(Room(uuid.uuid4(), table.state, table.words), seen, configuration(), "fr")
            if [one.region for one in now] == list(page):
                page |= {one.region: one.html for one in now if one.seq > since}
                wrong = [one.region for one in now if page[one.region] != one.html]
                assert wrong == [], (viewer, view, since)
            shown[viewer] = (table.state.seq, seen.view, {one.region: one.html for one in now})


def fresh(table: Table, kept: Room) -> Room:
    room = Room(kept.id, table.state, table.words)
    room.connections.update(kept.connections)
    return room


def assert_same(kept: Room, anew: Room, viewer: str, language: str) -> None:
    seen = kept.sight(viewer)
    if seen is None:
        return
    remembered = {one.region: one.html for one in draw(kept, seen, configuration(), language)}
    for one in draw(anew, seen, configuration(), language):
        lines = zip(remembered[one.region].splitlines(), one.html.splitlines(), strict=False)
        assert remembered[one.region] == one.html, (one.region, [pair for pair in lines if pair[0] != pair[1]][:1])


def something_happens(table: Table, chance: random.Random, step: int) -> None:
    """One act that the method accepts, of any kind that a screen shows."""
    for _ in range(200):
        seat, other = chance.choice(PEERS), chance.choice(PEERS)
        command = chance.choice(ACTS)(table, seat, other, step)
        try:
            before = table.state
            table.do(command)
        except Refusal:
            continue
        if table.state is not before:
            return


def _text(table: Table, kind: str, step: int) -> tuple[str, int]:
    body = f"{kind} {step}"
    return table.write(f"{kind}-{step}", body), len(body)


Making = Callable[[Table, str, str, int], c.Command]
ACTS: tuple[Making, ...] = (
    lambda table, seat, other, step: c.RaiseHand(seat),
    lambda table, seat, other, step: c.RaiseHand(seat),
    lambda table, seat, other, step: c.LowerHand(seat),
    lambda table, seat, other, step: c.GiveFloor(FACILITATOR, seat),
    lambda table, seat, other, step: c.FreeFloor(FACILITATOR),
    lambda table, seat, other, step: c.Engage(seat),
    lambda table, seat, other, step: c.HearCharter(FACILITATOR),
    lambda table, seat, other, step: c.DepositTopic(seat, seat, *_text(table, "topic", step)),
    lambda table, seat, other, step: c.WithdrawTopic(seat),
    lambda table, seat, other, step: c.SayReady(seat, ready=step % 2 == 0),
    lambda table, seat, other, step: c.NameClient(FACILITATOR, seat),
    lambda table, seat, other, step: c.UnnameClient(FACILITATOR),
    lambda table, seat, other, step: c.HearAcceptance(FACILITATOR, CLIENT),
    lambda table, seat, other, step: c.AcceptPlace(seat),
    lambda table, seat, other, step: c.DeclinePlace(seat),
    lambda table, seat, other, step: c.NameObserver(FACILITATOR, seat, observer=step % 3 == 0),
    lambda table, seat, other, step: c.HearObserverAccepted(FACILITATOR, seat),
    lambda table, seat, other, step: c.Leave(seat),
    lambda table, seat, other, step: c.ComeBack(seat),
    lambda table, seat, other, step: c.Admit(FACILITATOR, seat),
    lambda table, seat, other, step: c.OpenRound(FACILITATOR, list(RoundKind)[step % len(RoundKind)]),
    lambda table, seat, other, step: c.GiveFloor(FACILITATOR, next(iter(table.state.to_come), seat)),
    lambda table, seat, other, step: c.EndRound(FACILITATOR),
    lambda table, seat, other, step: c.PassTurn(seat, seat),
    lambda table, seat, other, step: c.NameScribe(FACILITATOR, seat, scribe=step % 4 > 0),
    lambda table, seat, other, step: c.LeaveTrace(seat, seat, *_text(table, "trace", step), outside=step % 2 == 0),
    lambda table, seat, other, step: c.LeaveTrace(FACILITATOR, seat, *_text(table, "noted", step)),
    lambda table, seat, other, step: c.TakeBackTrace(seat, next((one.id for one in table.state.traces), "")),
    lambda table, seat, other, step: c.MarkTrace(seat, next((one.id for one in table.state.traces), ""), step % 2 == 0),
    lambda table, seat, other, step: c.MarkTrace(FACILITATOR, None, step % 2 == 0, seat),
    lambda table, seat, other, step: c.RecallContract(FACILITATOR, step % 3 > 0),
    lambda table, seat, other, step: c.LiftLock(FACILITATOR, list(LOCKS)[step % len(LOCKS)]),
    lambda table, seat, other, step: c.OpenEnvelope(CLIENT),
    lambda table, seat, other, step: c.ParkIdea(seat, seat, f"idea-{step}", *_text(table, "idea", step)),
    lambda table, seat, other, step: c.ParkIdea(FACILITATOR, seat, f"idea-{step}"),
    lambda table, seat, other, step: c.TraceIdea(seat, next((one.id for one in table.state.ideas), "")),
    lambda table, seat, other, step: c.LetIdeaGo(seat, next((one.id for one in table.state.ideas), "")),
    lambda table, seat, other, step: c.MakeSign(CLIENT, list(Sign)[step % len(Sign)], made=step % 3 > 0),
    lambda table, seat, other, step: c.HearSign(FACILITATOR, list(Sign)[step % len(Sign)]),
    lambda table, seat, other, step: c.Pause(FACILITATOR),
    lambda table, seat, other, step: c.Resume(FACILITATOR),
    lambda table, seat, other, step: c.ValidateContract(seat, *_text(table, "contract", step)),
    lambda table, seat, other, step: c.DictateContract(FACILITATOR, *_text(table, "dictated", step)),
    lambda table, seat, other, step: c.HearContract(FACILITATOR),
    lambda table, seat, other, step: c.Open(FACILITATOR),
    lambda table, seat, other, step: c.Advance(FACILITATOR, table.state.stage, agreed=True),
    lambda table, seat, other, step: c.GoBack(FACILITATOR, table.state.stage, STAGES[step % len(STAGES)]),
)
