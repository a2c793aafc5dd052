"""What is remembered of a room's drawing is what would be drawn now, for everybody."""

import uuid
from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from random import Random

import pytest

from sizain.configuration import configuration
from sizain.live.regions import draw, regions_for
from sizain.method.seance import Stage, Way
from sizain.method.sight import PROJECTOR, View, sight
from sizain.seances.room import Room, Words
from tests.live.test_screens import HELD, VIEWERS, table_at
from tests.played.session import Session

STEPS = 160
MOST_OF_ONE = 60
"""Acts of one session; then it is another one's turn."""
STARTS = (
    (Stage.LOBBY, Way.WRITTEN),
    (Stage.CLARIFICATION, Way.WRITTEN),
    (Stage.EXPLORATION, Way.SPOKEN),
    (Stage.SYNTHESIS, Way.SPOKEN),
)
"""From where people do anything that the table offers them, and how the session is held."""


@pytest.mark.parametrize("stage", HELD)
def test_whoever_shares_a_drawing_would_be_drawn_the_same(stage: Stage) -> None:
    table = table_at(stage)
    drawn: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for viewer in VIEWERS:
        seen, regions = table.look(viewer), table.regions(viewer)
        for region in regions_for(seen):
            drawn[region.name, region.seen_as(seen.view), region.mine(seen)].add(regions[region.name])
    assert [key for key, several in drawn.items() if len(several) > 1] == []


@pytest.mark.parametrize("start", STARTS)
def test_after_any_act_what_is_remembered_is_what_a_fresh_page_draws(start: tuple[Stage, Way]) -> None:
    chance, session, kept = Random(str(start)), None, None
    for going_on in walk(*start):
        if kept is None or going_on is not session:
            session, kept = going_on, room_of(going_on)
        kept.state, kept.words.closed_at = session.state, session.state.closed_at
        if chance.random() < 0.1:  # somebody's connection comes or goes
            seat = chance.choice(session.state.seats).id
            kept.connections[seat] = 1 - kept.connections[seat]
            kept.presence += 1
        language = chance.choice(("fr", "fr", "en"))
        for viewer in (session.state.facilitator, *chance.choices(others(session), k=3)):
            assert_same(kept, room_of(session, kept), viewer, language)


@pytest.mark.parametrize("start", STARTS)
def test_who_comes_back_is_sent_all_that_changed_meanwhile(start: tuple[Stage, Way]) -> None:
    chance, session = Random(str(start)), None
    shown: dict[str, tuple[int, View, dict[str, str]]] = {}
    for going_on in walk(*start):
        if going_on is not session:
            session, shown = going_on, {}
        for viewer in (session.state.facilitator, *others(session)):
            seen = sight(session.state, viewer)
            if seen is None or chance.random() < 0.6:  # cut off for a while
                continue
            since, view, page = shown.get(viewer, (0, seen.view, {}))
            now = draw(room_of(session), seen, configuration(), "fr")
            if [one.region for one in now] == list(page):
                page |= {one.region: one.html for one in now if one.seq > since}
                wrong = [one.region for one in now if page[one.region] != one.html]
                assert wrong == [], (viewer, view, since, session.told())
            shown[viewer] = (session.state.seq, seen.view, {one.region: one.html for one in now})


def walk(stage: Stage, way: Way) -> Iterator[Session]:
    """Random sessions of that way from that stage on, one after the other: each as it is after an act that was
    accepted and changed something."""
    left = STEPS
    for seed in count():
        session = Session(seed)
        if session.way is not way:
            continue
        while not session.over and (session.people or session.state.stage is not stage):
            session.do(session.next())
        for _ in range(MOST_OF_ONE):
            if not session.over:
                session.do(session.next())
            if session.fresh:
                left -= 1
                yield session
            if not left:
                return


def others(session: Session) -> tuple[str, ...]:
    seats = (seat.id for seat in session.state.seats if seat.id != session.state.facilitator)
    return (*seats, PROJECTOR)


def room_of(session: Session, like: Room | None = None) -> Room:
    """A room that nothing was drawn of yet; who is connected is as in `like`."""
    state = session.state
    words = Words(
        token="a" * 22, code="BKT7M4", video_link="", created_at=session.journal[0][1], closed_at=state.closed_at,
        names=session.names, texts=session.texts, devices={}, keys={},
        screens=frozenset(),
    )  # fmt: skip
    room = Room(like.id if like else uuid.uuid4(), state, words)
    if like:
        room.connections.update(like.connections)
    return room


def assert_same(kept: Room, anew: Room, viewer: str, language: str) -> None:
    seen = kept.sight(viewer)
    if seen is None:
        return
    remembered = {one.region: one.html for one in draw(kept, seen, configuration(), language)}
    for one in draw(anew, seen, configuration(), language):
        lines = zip(remembered[one.region].splitlines(), one.html.splitlines(), strict=False)
        assert remembered[one.region] == one.html, (one.region, [pair for pair in lines if pair[0] != pair[1]][:1])
