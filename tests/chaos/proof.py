"""The proofs of R-1: what was acknowledged against what is kept, what is kept against what is shown."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from sizain.configuration import Configuration
from sizain.live.regions import draw
from sizain.method.decide import decide
from sizain.method.refusals import Refusal
from sizain.method.seance import Seance, Standing
from sizain.seances.asked import READERS, Asking
from sizain.seances.room import Room
from sizain.seances.tokens import Tokens
from tests.chaos.crowd import Crowd, Told, fresh_regions
from tests.chaos.kept import Kept

WITHOUT_KEY = frozenset({"seance-planned", "seat-asked", "seat-handed"})
"""Kinds of entries that doors write, without the key of an act."""
SECOND_MS = 1000


def no_gap(kept: Kept) -> None:
    assert [entry.seq for entry in kept.entries] == list(range(1, len(kept.entries) + 1)), "the sequence has a gap"


def none_twice(kept: Kept) -> None:
    """Every entry belongs to one act and one only, and each act has exactly the entries that it brings about."""
    owners: Counter[int] = Counter(seq for act in kept.acts for seq in range(act.first, act.last + 1))
    assert not [seq for seq, count in owners.items() if count > 1], "an entry belongs to two acts"
    orphans = [entry for entry in kept.entries if entry.seq not in owners and entry.kind not in WITHOUT_KEY]
    assert not orphans, f"entries of no act: {orphans}"
    assert all(act.first <= act.last for act in kept.acts), "an act without an entry was kept"
    entered = Counter(entry.actor for entry in kept.entries if entry.kind == "seat-asked" and entry.seq not in owners)
    assert all(count == 1 for count in entered.values()), f"somebody entered twice: {entered}"


def none_lost(told: Iterable[Told], kept: Kept) -> None:
    """What was acknowledged is kept; what was acknowledged and is not kept changed nothing, by the rules."""
    rows = {(act.seat, act.key): act for act in kept.acts}
    states = kept.states()
    lost = []
    for one in told:
        row = rows.get((one.seat, one.acted.key))
        if not one.acted.done:
            assert row is None or one.acted.tries > 1, f"refused, and kept: {one}"
            continue
        if row is None:
            if not any(_changes_nothing(one, state) for state in states[max(0, one.shown - 1) : one.acted.seq]):
                lost.append(one)
            continue
        assert row.last <= one.acted.seq, f"acknowledged under an earlier number: {one}, {row}"
        kinds = [entry.kind for entry in kept.entries[row.first - 1 : row.last]]
        assert kinds == _kinds(one, states[row.first - 2], kept.entries[row.first - 1].at), (one, kinds)
    assert not lost, f"{len(lost)} acknowledged acts are lost: {lost[:5]}"


def _kinds(one: Told, state: Seance, at: int) -> list[str]:
    asked = READERS[one.acted.act](Asking(one.seat, one.acted.fields, state, Tokens()))
    return [event.kind for event in decide(state, asked.command, at)]


def _changes_nothing(one: Told, state: Seance) -> bool:
    try:
        return not _kinds(one, state, state.clock.as_of_ms if state.clock else 0)
    except Refusal:
        return False


def replay_is_shown(kept: Kept, crowd: Crowd, pages: dict[str, dict[str, str]], configuration: Configuration) -> None:
    """The fold of the journal, drawn here, is what the server's fresh pages show; `pages` by seat."""
    room = Room(kept.id, kept.states()[-1], kept.words)
    room.connections.update(member.seat for member in crowd.members)
    for seat, regions in pages.items():
        sight = room.sight(seat)
        assert sight is not None, f"{seat} sees nothing after the replay"
        drawn = {one.region: one.html for one in draw(room, sight, configuration, "fr")}
        for name, html in regions.items():
            lines = zip(html.splitlines(), drawn.get(name, "").splitlines(), strict=False)
            wrong = [pair for pair in lines if pair[0] != pair[1]][:2]
            assert drawn.get(name) == html, f"{crowd_name(crowd, seat)} sees {name} otherwise than the replay: {wrong}"


def crowd_name(crowd: Crowd, seat: str) -> str:
    return next(member.person.name for member in crowd.members if member.seat == seat)


def seats_are_right(kept: Kept, crowd: Crowd) -> None:
    """Each of the nine has the seat and the name that they came with, on the device that they came with."""
    state = kept.states()[-1]
    for member in crowd.members:
        seat = state.seat(member.seat)
        assert seat is not None, f"{member.person.name} lost the seat"
        assert seat.standing in (Standing.SEATED, Standing.WAITING, Standing.LEFT), member.person.name
        assert kept.words.names[member.seat] == member.person.name
    assert len(set(kept.words.devices.values())) == len(kept.words.devices), "two devices on one seat"
    kept_seats = {seat.id for seat in state.seats}
    assert set(kept.words.devices.values()) <= kept_seats, "a device opens a seat that the journal does not know"


def clock_is_right(crowd: Crowd) -> None:
    """What the server says of the hour is the hour, on each stream."""
    for member in crowd.members:
        assert member.screen.time_ms is not None
        assert member.screen.time_ms <= time.time() * 1000 + SECOND_MS, "the server's clock is ahead"


def nothing_broke(log: str) -> None:
    """The server logged no error of its own."""
    faults = [line for line in log.splitlines() if line.startswith(("Traceback", "Exception")) or " ERROR " in line]
    assert not faults, f"{len(faults)} faults in the server's log, the last one:\n{log[-3000:]}"


async def everything_holds(crowd: Crowd, kept: Kept, configuration: Configuration) -> None:
    """All of R-1 that can be said of one séance; screens have settled."""
    no_gap(kept)
    none_twice(kept)
    none_lost(crowd.told, kept)
    seats_are_right(kept, crowd)
    pages = {member.seat: fresh_regions(await member.second_tab.page()) for member in crowd.members}
    replay_is_shown(kept, crowd, pages, configuration)
    clock_is_right(crowd)
    last = kept.entries[-1].seq
    for member in crowd.members:
        assert member.screen.shown <= last, f"{member.person.name} was shown what is not kept"
        assert not member.screen.backwards, (member.person.name, member.screen.backwards)


def configured(address: str, data: Path) -> Configuration:
    """The configuration that the server under test has, as far as what it draws depends on it."""
    return Configuration(url=address, data=data)
