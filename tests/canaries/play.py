"""One random session over the wire: people with devices, the room's screen and a stranger, and after every act what
each of them received is searched."""

from __future__ import annotations

import re
from contextlib import suppress
from random import Random

from sizain.method.evolve import begin, evolve
from sizain.method.forms import ASKED
from sizain.method.seance import Seance, Stage, Standing
from sizain.players import Unexpected, read_page
from sizain.seances.drafts import FIELDS
from tests.canaries.ears import Listening
from tests.canaries.journal import Journal
from tests.canaries.places import Leak, Place, Told
from tests.canaries.search import ID, MARKS, Known
from tests.played.choosing import Ask, Choosing
from tests.played.oracle import SCREEN, Oracle
from tests.played.words import Canaries, canaries

LINK = re.compile(r"https?://[^\s<\"]+(/[el]/[A-Za-z0-9]{22,32}/)")
STREAM = re.compile(r'data-stream="([^"?]+)[^"]*" data-since="([^"]+)"')
TELLING = frozenset({"remove", "refuse", "leave", "hear-acceptance", "hand-seat", "validate-contract", "show-step"})
"""Acts after which more people look: what they may see has just changed."""


class Played:
    """A session of a seed on a server that listens at `address`."""

    def __init__(self, address: str, journal: Journal, seed: int, *, people: int) -> None:
        self.address = address
        self.journal = journal
        self.draw = Random(f"wire {seed}")
        self.words = Canaries(self.draw, after=seed % 100 * 1000)
        self.choosing = Choosing(self.draw, self.words, pace=0.3, most=people + 2)
        self.people = people
        self.told = Told(seed)
        self.known = Known()
        self.oracle = Oracle()
        self.written: dict[str, str] = {}
        self.answered: set[str] = set()
        """Canaries of the short forms, which the facilitation reads once all is over."""
        self.places: list[Place] = []
        self.history: list[str] = []
        self.state: Seance
        self.seq = 0

    async def play(self, acts: int) -> Told:
        """Opens the session, plays so many acts, and looks at everything a last time. Raises `Leak`."""
        try:
            await self._open()
            for _ in range(acts):
                await self._one()
            for place in list(self.places):
                await self._fetches(place)
                await self._watches(place, again=True)
            await self._search()
        finally:
            self.told.received = sum(place.person.ears.total for place in self.places)
            for place in self.places:
                await place.person.leave()
        return self.told

    def _listening(self, name: str) -> Listening:
        return Listening(name, self.address, self.draw.choice(("fr", "fr", "en")))

    async def _open(self) -> None:
        lead = self._listening(self.words.canary("name"))
        live = {"traces_live": "on"} if self.draw.random() < 0.3 else {}
        place, way = self.draw.choice(("on_site", "remote", "hybrid")), self.draw.choice(("spoken", "written"))
        # A box that is not ticked is no field yet, so that the form is filled in by hand.
        asked = read_page((await lead.wire.get("/seances/nouvelle/")).text)
        form = next(one for one in asked.forms if "name" in one.fields)
        said = {**form.fields, "name": lead.name, "place": place, "way": way, **live}
        opened = await lead.wire.post(form.action or "/seances/nouvelle/", said)
        lead.token = opened.headers["location"].split("/")[2]
        self.seance = self.journal.seance(lead.token)
        self._reads_journal()
        self.places.append(Place(lead, self.state.facilitator))
        stranger = Place(self._listening(""), "")
        stranger.person.token = lead.token
        self.places.append(stranger)
        await self._screen()
        for _ in range(self.people):
            await self._enters(self.words.canary("name"))
            seat = self.places[-1].seat
            await self._does(Ask(self.state.facilitator, "admit", {"seat": seat}), scripted=True)
        await self._search()

    async def _screen(self) -> None:
        """The room's screen, on a computer of its own, by a link that the facilitation makes."""
        made = await self.lead.person.post_page("links/screen/")
        found = LINK.search(made.html)
        assert found, "no link to the room's screen"
        screen = Place(self._listening(""), SCREEN)
        screen.screen = found[1]
        self.places.append(screen)
        await self._watches(screen)

    @property
    def lead(self) -> Place:
        """Whoever facilitates now."""
        leads = (one for one in self.places if one.holds and one.seat == self.state.facilitator)
        return next(leads, self.places[0])

    async def _one(self) -> None:
        """One act, or something beside the acts; then some look, and all that came is searched."""
        self.told.acts += 1
        if self.draw.random() < 0.2:
            await self._beside()
        hands = {place.seat for place in self.places if place.holds}
        ask = self.choosing.next(self.state, self.now, hands)
        scripted = self.draw.random() < 0.7
        self.history.append(f"{ask.by or '-'} {ask.act} {dict(ask.fields)}{'' if scripted else ' (without scripts)'}")
        before = self.state
        match ask.act:
            case "enter":
                await self._enters(ask.fields["name"])
            case "hand-seat":
                await self._hands(ask.by)
            case _ if ask.by in hands:
                await self._does(ask, scripted)
        self.told.accepted += self.state is not before
        changed = before.stage is not self.state.stage or ask.act in TELLING
        lookers = self.draw.sample(self.places, min(len(self.places), 4 if changed else 1))
        await self._search()
        for place in list(lookers):
            await self._fetches(place)
        await self._search()

    @property
    def now(self) -> int:
        clock = self.state.clock
        return clock.as_of_ms if clock else 0

    async def _enters(self, name: str) -> None:
        person = self._listening(name)
        try:
            code = self.journal.code(self.seance)
            await person.join(code or "BBBBBB")
        except (Unexpected, LookupError):
            self.places.append(Place(person, ""))
            person.token = self.lead.person.token
            self.written.update(self.words.kept)
            return
        self._reads_journal()
        seats = [seat for seat, known in self.journal.names(self.seance).items() if known == name]
        self.places.append(Place(person, seats[0]))
        await self._watches(self.places[-1])

    async def _does(self, ask: Ask, scripted: bool) -> None:
        place = next(one for one in self.places if one.holds and one.seat == ask.by)
        fields, person = dict(ask.fields), place.person
        if ask.act == "take-back-question" and self.oracle.asked.get(fields["question"]) == ask.by:
            # Without scripts, its words stand in their author's own field again.
            person.own |= canaries(self.journal.texts(self.seance).get(fields["question"], ""))
        if scripted:
            await person.act(ask.act, fields)
        else:
            key = f"plain-{self.told.acts}"
            answer = await person.wire.post(f"/s/{person.token}/{ask.act}", {**fields, "key": key})
            if answer.status != 303:  # what was typed is given back to who typed it
                person.own |= canaries(" ".join(fields.values()))
        self._reads_journal()

    async def _hands(self, seat: str) -> None:
        """That seat goes to another device; the one that it had is a stranger's."""
        person = self._listening("")
        with suppress(Unexpected, LookupError):
            page = await self.lead.person.post_page(f"links/seat/{seat}/")
            found = LINK.search(page.html)
            if found is None:
                return
            person.own |= {self.known.named.get(seat, "")}
            await person.claim(found[1])
            self._reads_journal()
            for place in self.places:
                place.holds = place.holds and place.seat != seat
            self.places.append(Place(person, seat))
            await self._watches(self.places[-1])

    async def _fetches(self, place: Place) -> None:
        """A fresh page of theirs, whatever it answers."""
        if place.person.token or place.screen:
            await place.person.wire.get(place.path)

    async def _watches(self, place: Place, *, again: bool = False) -> None:
        """A stream of theirs, from the very beginning when it is `again`."""
        answer = await place.person.wire.get(place.path)
        found = STREAM.search(answer.text)
        if answer.status == 200 and found:
            place.person.watch(found[1], "" if again else found[2])

    async def _beside(self) -> None:
        """What is no act: a private draft, a mark, a form, a link of the facilitation, the code, another's page."""
        place = self.draw.choice([one for one in self.places if one.person.token])
        person, wire, room = place.person, place.person.wire, f"/s/{place.person.token}/"
        what = self.draw.choice(("draft", "draft", "mark", "form", "link", "code", "extension", "words", "paper"))
        self.history.append(f"{place.seat or '-'} {what}")
        match what:
            case "draft":
                canary = self.words.canary("draft")
                person.own.add(canary)
                said = {"text": f"Pour moi. {canary}", "version": "0"}
                await wire.post(
                    f"{room}drafts/{self.draw.choice(sorted(FIELDS))}", said, scripted=self.draw.random() < 0.5
                )
            case "mark":
                traces = [one.id for one in self.state.traces] or ["0" * 16]
                ballot, seats = self.state.choosing.ballot, [one.id for one in self.state.seats]
                about = ballot or self.draw.choice([*traces, *(step.id for step in self.state.synthesis.steps)])
                said = {"mark": self.draw.choice(seats if ballot else ("keep", "dig", "no", *traces))}
                person.marked |= {about, *said.values()}
                await wire.post(f"{room}marks/{about}", said, scripted=self.draw.random() < 0.5)
            case "form":
                canary = self.words.canary("form")
                person.own.add(canary)
                ratings = {name: "4" for names in ASKED.values() for name in names}
                await wire.post(f"{room}evaluation", {**ratings, "text": f"Pour la suite. {canary}"})
                self.answered.add(canary)
            case "link":
                seats = [one.id for one in self.state.seats]
                if place is self.lead:  # it reads the name of whom it hands a place to
                    seats = [one for one in seats if one in self.oracle.names(place.seat)]
                await wire.get(f"{room}links/seat/{self.draw.choice(seats)}/")
            case "code":
                await wire.get(f"/r/{self.journal.code(self.seance) or 'BBBBBB'}/")
            case "words":
                await wire.get(f"{room}effacement/{self.draw.choice(('', 'tout/'))}")
            case "paper":
                await wire.get(f"{room}{self.draw.choice(('carnet.md', 'synthese.md'))}")
            case _:
                await wire.get(f"{room}extension/")
        self.written.update(self.words.kept)

    def _reads_journal(self) -> None:
        """What the server wrote since: the state, what the oracle heard, the words, and who may read what."""
        fresh = self.journal.after(self.seance, self.seq)
        for event, at in fresh:
            self.state = evolve(self.state, event, at) if self.seq else begin(event, at)
            self.oracle.hears(event)
            self.seq += 1
        self.known.learns(self.journal.texts(self.seance), self.journal.names(self.seance))
        self.written.update(self.words.kept)
        for place in self.places:
            place.holds = place.holds and self._open_to(place.seat)

    def _open_to(self, seat: str) -> bool:
        known = self.state.seat(seat)
        return known is not None and known.standing not in (Standing.REFUSED, Standing.REMOVED)

    async def _search(self) -> None:
        """All that came since the last time, of everybody."""
        for place in self.places:
            place.allowed.append(self._may_receive(place))
            answers, streamed = place.person.ears.took()
            self.told.answers += len(answers)
            recent = set().union(*list(place.allowed)[-2:]) | place.person.own
            for asked, received in answers:
                self._judge(place, asked, received, recent)
            self._judge(place, "the stream", streamed, set().union(*place.allowed) | place.person.own)

    def _may_receive(self, place: Place) -> set[str]:
        if place.seat == SCREEN:
            return self.known.allowed(self.oracle, SCREEN)
        if not place.holds:
            return set()
        leads = place.seat == self.state.facilitator
        forms = self.answered if leads and self.state.stage is Stage.CLOSED else set()
        return self.known.allowed(self.oracle, place.seat) | forms

    def _judge(self, place: Place, asked: str, received: str, allowed: set[str]) -> None:
        foreign = self.known.found(received) - allowed - {""}
        seen = MARKS.findall(received) if place.seat != self.state.client else []
        marks = [one for one in seen if not set(ID.findall(one)) <= place.person.marked]
        if not foreign and not marks:
            return
        who = (
            "the room's screen"
            if place.screen
            else f"seat {place.seat or 'none'}{'' if place.holds else ' (not any more)'}"
        )
        what = self.known.what(foreign, self.written) or marks
        near = [received[max(0, received.find(one) - 160) : received.find(one) + 60] for one in list(foreign)[:2]]
        raise Leak(
            f"seed {self.told.seed}: {who} received {what} in {asked}, at {self.state.stage}\n"
            + "\n".join(near) + "\n" + "\n".join(self.history[-30:])
        )  # fmt: skip
