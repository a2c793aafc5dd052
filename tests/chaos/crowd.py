"""Nine people in one room, each with a stream that stays, and a log of what they were told."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from bench.circle import PEERS, joining_code
from sizain.players import Acted, Following, Page, Person

SETTLE_S = 10.0
IMPATIENT_S = 0.1
"""Nobody waits a second to try again here: time is short, and more is tried in it."""


@dataclass(frozen=True)
class Told:
    """An act and its answer; `shown` is the sequence number on the person's screen when they sent it."""

    seat: str
    shown: int
    acted: Acted


@dataclass
class Member:
    """One of the nine: a person, the seat, the screen, and all that was acknowledged to them.

    `second_tab` is the same device straight to the server, past any proxy: it loads fresh pages.
    """

    person: Person
    second_tab: Person
    seat: str
    screen: Following
    told: list[Told] = field(default_factory=list)

    async def act(self, act: str, fields: Mapping[str, str] | None = None, *, within_s: float = 60) -> Acted:
        shown = self.screen.shown
        acted = await self.person.act(act, fields, within_s=within_s)
        self.told.append(Told(self.seat, shown, acted))
        return acted


@dataclass
class Crowd:
    """The facilitator first, then eight peers, all let in."""

    members: list[Member]
    code: str

    @property
    def facilitator(self) -> Member:
        return self.members[0]

    @property
    def peers(self) -> list[Member]:
        return self.members[1:]

    @property
    def token(self) -> str:
        return self.facilitator.person.token

    @property
    def told(self) -> list[Told]:
        return [one for member in self.members for one in member.told]

    async def leave(self) -> None:
        for member in self.members:
            await member.person.leave()
            await member.second_tab.leave()


async def gather_crowd(
    address: str, *, through: tuple[str, int] | None = None, silence_s: float = 40.0, place: str = "on_site"
) -> Crowd:
    """Opens a séance and lets eight people in; `through` is the way of peers' streams and acts."""
    facilitator = Person("Hélène", address, longest_wait_s=IMPATIENT_S)
    await facilitator.open(place=place)
    code = joining_code((await facilitator.page()).html)
    people = [Person(name, address, longest_wait_s=IMPATIENT_S) for name in PEERS]
    admitted = []
    for person in people:
        await person.join(code)
        (seat,) = {form.fields["seat"] for form in (await facilitator.page()).forms_of("admit")}
        admitted.append(seat)
        assert (await facilitator.act("admit", {"seat": seat})).done
    seats = [own_seat(await facilitator.page()), *admitted]
    members = []
    for person, seat in zip((facilitator, *people), seats, strict=True):
        if through is not None:
            person.wire.hang_up()
            person.wire.through = through
            person.wire.patience_s = 2 * silence_s
        second_tab = Person(person.name, address, longest_wait_s=IMPATIENT_S)
        second_tab.wire.cookies, second_tab.token = person.wire.cookies, person.token
        members.append(Member(person, second_tab, seat, await person.follow(silence_s=silence_s, retry_s=IMPATIENT_S)))
    for member in members:
        await member.screen.live.wait()
    return Crowd(members, code)


def own_seat(page: Page) -> str:
    """The seat that the page's facts name as one's own."""
    return page.regions["posture"].partition('data-seat="')[2].partition('"')[0]


def fresh_regions(page: Page) -> dict[str, str]:
    """What a fresh page shows, as the stream would say it: the page itself marks one's own seat in the ring."""
    return {name: html.replace(" data-moi", "") for name, html in page.regions.items()}


async def differences(member: Member) -> list[str]:
    """Names of regions that the screen shows otherwise than a page loaded now."""
    fresh = fresh_regions(await member.second_tab.page())
    return [name for name, html in fresh.items() if member.screen.regions.get(name, "").strip() != html]


async def settle(crowd: Crowd, *, within_s: float = SETTLE_S) -> float:
    """Waits until every screen equals a fresh page. Gives the seconds that it took; fails after `within_s`."""
    began = time.monotonic()
    wrong: list[str] = []
    while time.monotonic() - began < within_s:
        wrong = []
        for member in crowd.members:
            if not member.screen.live.is_set():
                wrong.append(f"{member.person.name} has no stream")
            else:
                wrong += [f"{member.person.name}: {name}" for name in await differences(member)]
        if not wrong:
            return time.monotonic() - began
        await asyncio.sleep(0.05)
    raise AssertionError(f"after {within_s} s screens still differ from fresh pages: {wrong[:12]}")


def never_backwards(crowd: Crowd) -> None:
    for member in crowd.members:
        assert not member.screen.backwards, (member.person.name, member.screen.backwards)
