"""What the nine do while things break: every act of the table, in whatever order comes.

The facilitator leads the thread round and round; the others press what their place offers. Some of it is
refused: that is part of the load.
"""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter
from contextlib import suppress

from bench.circle import joining_code
from sizain.players import Person, Unexpected
from tests.chaos.crowd import IMPATIENT_S, Crowd, Member
from tests.chaos.gestures import fields_of, offered

FACTS = re.compile(r'data-(view|stage|pace)="([^"]*)"')
LINK = re.compile(r"https?://[^\s<\"]+/l/[A-Za-z0-9]{32}/")
SEATS = re.compile(r'data-seat="([0-9a-f]{16})"')
STEPS = ("presentation", "clarification", "contract", "exploration", "synthesis", "meta")
MOST = 16
"""No more guests beyond this many people, so that none is refused for want of a place."""
PEER_PAUSE_S = (0.05, 0.3)
LEAD_PAUSE_S = (0.0, 0.02)
OFTEN = ("raise-hand", "lower-hand")
"""What is always accepted, so that there is a load at every stage."""
FROM_THE_TABLE = 0.4
"""How often the facilitation does something else than lead on."""


def facts(member: Member) -> dict[str, str]:
    """What the person's screen says: `view`, `stage`, and `pace` where minutes run."""
    return dict(FACTS.findall(member.screen.regions.get("posture", "")))


class Lives:
    """Runs until `stop`. `chance` decides everything; `guests` is what else comes to the door."""

    def __init__(self, crowd: Crowd, chance: random.Random, address: str) -> None:
        self.crowd = crowd
        self.chance = chance
        self.address = address
        self.guests: list[Person] = []
        self.tried: Counter[str] = Counter()
        self._stopping = False
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        self._tasks = [asyncio.create_task(self._lead())]
        self._tasks += [asyncio.create_task(self._live(peer)) for peer in self.crowd.peers]

    async def begin(self) -> None:
        """Leads the circle to a stage that chance says, by the shortest way, so that each has its load."""
        wanted = self.chance.choice(("lobby", "choice", "contract", "exploration", "synthesis", "synthesis", "meta"))
        lead, client = self.crowd.facilitator, self.crowd.peers[0].seat
        way: dict[str, list[tuple[str, dict[str, str]]]] = {
            "lobby": [("hear-charter", {}), ("open", {})],
            "choice": [("hear-acceptance", {"seat": client})],
            "contract": [("dictate-contract", {"text": "Aidez-moi à trancher."}), ("hear-contract", {})],
        }
        for stage in ("lobby", "opening", "choice", *STEPS):
            if stage == wanted:
                return
            for act, fields in way.get(stage, []):
                await lead.act(act, fields)
            if stage != "lobby":
                await lead.act("advance", {"from_stage": stage, "agreed": "yes"})

    async def stop(self) -> None:
        """Everybody finishes the act that they are at. Raises what went wrong in a life."""
        self._stopping = True
        await asyncio.gather(*self._tasks)
        await self.crowd.facilitator.act("take-up")  # refused, unless it was interrupted

    async def _live(self, me: Member) -> None:
        while not self._stopping:
            await self._one_of_mine(me)
            await asyncio.sleep(self.chance.uniform(*PEER_PAUSE_S))

    async def _one_of_mine(self, me: Member) -> None:
        if self.chance.random() < 0.02:  # out, and back at the door
            await me.act("leave")
            await me.act("come-back")
            return
        known = facts(me)
        acts = offered(known.get("stage", ""), known.get("view", ""))
        act = self._least_tried(acts) if acts and self.chance.random() < 0.7 else self.chance.choice(OFTEN)
        await me.act(act, fields_of(me, act, self._someone(), self.chance))

    def _least_tried(self, acts: list[str]) -> str:
        """Of three, the one that was tried least: every kind comes."""
        act = min(self.chance.choices(acts, k=3), key=lambda one: self.tried[one])
        self.tried[act] += 1
        return act

    def _someone(self) -> str:
        return self.chance.choice(self.crowd.peers).seat

    def _at_the_door(self) -> list[str]:
        """Who waits, as the facilitator's screen names them in its forms."""
        lead = self.crowd.facilitator.screen.regions
        html = lead.get("sheet", "") + lead.get("notice", "")
        waiting = re.findall(r'data-acte="admit".*?name="seat" value="([0-9a-f]{16})"', html, re.DOTALL)
        return list(dict.fromkeys(waiting))

    async def _lead(self) -> None:
        while not self._stopping:
            for seat in self._at_the_door():
                mine = any(member.seat == seat for member in self.crowd.members)
                await self.crowd.facilitator.act(
                    "admit" if mine or self.chance.random() < 0.7 else "refuse", {"seat": seat}
                )
            await self._one_of_the_lead(facts(self.crowd.facilitator).get("stage", ""))
            await asyncio.sleep(self.chance.uniform(*LEAD_PAUSE_S))

    async def _one_of_the_lead(self, stage: str) -> None:
        me, seat = self.crowd.facilitator, self._someone()
        if stage == "closed":  # it was interrupted
            await me.act("take-up")
            return
        if facts(me).get("pace") == "suspended" and self.chance.random() < 0.5:
            await me.act("end-suspension")
            return
        acts = offered(stage, "facilitator")
        if acts and self.chance.random() < FROM_THE_TABLE:
            act = self._least_tried(acts)
            await me.act(act, fields_of(me, act, seat, self.chance))
            return
        onward = ("advance", {"from_stage": stage, "agreed": "yes", "choice": "exceed", "lifts": "R14"})
        back = (
            "go-back",
            {
                "from_stage": stage,
                "to": self.chance.choice(("choice", "contract", "clarification")),
                "choice": "exceed",
            },
        )
        always: list[tuple[str, dict[str, str]]] = [
            ("give-floor", {"seat": seat}),
            ("give-floor", {"seat": seat}),
            ("free-floor", {}),
            ("pause", {}),
            ("resume", {"choice": "exceed"}),
            ("extend", {}),
            ("add-seat", {}),
            ("guest", {}),
            ("hand", {}),
            ("remove", {}),
            ("hear-charter", {}),
        ]
        by_stage: dict[str, list[tuple[str, dict[str, str]]]] = {
            "lobby": [
                ("choose-format", {"total_min": self.chance.choice(("90", "105", "120"))}),
                ("deposit-topic", {"seat": seat, "text": f"Sujet noté {self.chance.randrange(1000)}"}),
                ("name-observer", {"seat": seat, "observer": self.chance.choice(("yes", "no"))}),
                ("hear-charter", {}),
                ("open", {}),
            ],
            "choice": [
                ("name-client", {"seat": seat}),
                ("name-client", {"seat": seat}),
                ("unname-client", {}),
                ("hear-acceptance", {"seat": seat}),
                ("name-observer", {"seat": seat, "observer": self.chance.choice(("yes", "no"))}),
                ("hear-observer-accepted", {"seat": seat}),
                onward,
            ],
            "contract": [
                ("dictate-contract", {"text": f"Aidez-moi à trancher {self.chance.randrange(1000)}."}),
                ("hear-contract", {}),
                ("hear-answer", {"seat": seat, "answer": self.chance.choice(("accord", "nuance", "cannot"))}),
                ("hear-agreement", {}),
                onward,
            ],
            "meta": [("hear-round", {}), onward, back],
            "closing": [back],
        }
        choices = always + by_stage.get(stage, [onward, onward, back]) * 3
        # Of two, the one that was tried least: every kind comes, and the thread goes on.
        act, fields = min(self.chance.sample(choices, 2), key=lambda choice: self.tried[choice[0]])
        self.tried[act] += 1
        await self._carry_out(me, act, fields)

    async def _carry_out(self, me: Member, act: str, fields: dict[str, str]) -> None:
        match act:
            case "add-seat":
                expected = self.chance.choice(("yes", "no"))
                await me.act(act, {"name": f"Sans appareil {self.chance.randrange(10_000)}", "expected": expected})
            case "guest":
                await self._guest()
            case "remove" | "hand" if strangers := self._others_seated():
                seat = self.chance.choice(strangers)
                await (me.act(act, {"seat": seat}) if act == "remove" else self._hand(me, seat))
            case "remove" | "hand":
                pass
            case "extend":
                await self._extend(me)
            case _:
                await me.act(act, fields)

    async def _guest(self) -> None:
        """Somebody new comes to the door; what becomes of them is the facilitator's business."""
        lead = self.crowd.facilitator.screen.regions
        if len(SEATS.findall(lead.get("circle", ""))) + len(self._at_the_door()) > MOST:
            return
        guest = self._stranger()
        with suppress(Unexpected, LookupError):  # the code was renewed meanwhile, or the room is closed for a moment
            await guest.join(joining_code((await self.crowd.facilitator.person.page()).html))
            self.guests.append(guest)
        guest.wire.hang_up()

    def _stranger(self) -> Person:
        return Person(f"Passage {self.chance.randrange(1_000_000)}", self.address, longest_wait_s=IMPATIENT_S)

    async def _hand(self, me: Member, seat: str) -> None:
        """A seat goes to another device, by a link that works once."""
        with suppress(Unexpected):  # the seat was just removed, or the link was used and its answer was lost
            page = await me.person.post_page(f"links/seat/{seat}/")
            if found := LINK.search(page.html):
                guest = self._stranger()
                await guest.claim(found[0])
                self.guests.append(guest)
                guest.wire.hang_up()

    def _others_seated(self) -> list[str]:
        ours = {member.seat for member in self.crowd.members}
        shown = SEATS.findall(self.crowd.facilitator.screen.regions.get("circle", ""))
        return [seat for seat in shown if seat not in ours]

    async def _extend(self, me: Member) -> None:
        try:
            forms = (await me.person.page("extension/")).forms_of("extend")
        except Unexpected:  # no minutes run at this stage: the page leads back to the room
            return
        if forms:
            fields = {name: value for name, value in forms[0].fields.items() if name != "key"}
            await me.act("extend", fields)
