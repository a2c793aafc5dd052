"""Who may read which words, from METHOD and from what happened alone: neither `sight` nor the folded state has a
part in it (QUALITY S-2)."""

from __future__ import annotations

from tests.played.ledger import STAGES, Ledger

SCREEN = "screen"
"""The room's screen, which has no seat."""


class Oracle(Ledger):
    """It hears the journal as it is written, and says who may read what now."""

    def may_read(self, viewer: str) -> set[str]:
        """The ids of the texts that this seat, or `SCREEN`, may read now; what is not said here is nobody's."""
        return self._read(viewer) - self.erased

    def _read(self, viewer: str) -> set[str]:
        held = self.stage != "closed"
        pinned = self.wording if held and self._reached("contract") else set()
        if viewer == SCREEN:
            return set(pinned)
        if self.place.get(viewer) in ("door", "away"):
            return self._own(viewer)
        if self.place.get(viewer) != "circle":
            return set()
        leads, asks = viewer == self.facilitator, viewer == self.client
        found = pinned | self._own(viewer)
        if leads or viewer in self.signed:
            found |= self._topics()
            found |= set(self.asked) if self.stage == "clarification" else set()
        if not held and self.question:
            found |= self.wording if asks else {self.question}
        if held and self._reached("contract"):
            found |= self.drafts if leads or asks else set()
            found |= self.earlier if asks else set()
        found |= self._left(viewer) | self._aside(viewer)
        if self._reached("synthesis") and (leads or viewer in self.signed):
            found |= self._plan(leads=leads, asks=asks)
        if self.stage in ("meta", "closing"):
            found |= set(self.lines.values())
        return found

    def _own(self, viewer: str) -> set[str]:
        """One's own words, where they stand, for who may have them erased at any moment (R21): the client's are all
        of their consultation that came to them."""
        said = self.asides.items()
        found = {one for one, whose in self.asked.items() if whose == viewer} | set(self.topics.get(viewer, ()))
        found |= {one for one, trace in self.traces.items() if trace.seat == viewer}
        found |= {text for whose, text in self.lines.items() if whose[0] == viewer}
        found |= {one for one, aside in said if aside.seat == viewer}
        found |= {aside.answer for _, aside in said if aside.to == viewer and aside.answer}
        if viewer == self.client:
            found |= self.wording | self.drafts | self.earlier | self._left(viewer) | self._plan(leads=False, asks=True)
        return found

    def _aside(self, viewer: str) -> set[str]:
        """A line is its author's, with what came back, and before that whose who facilitated when it was written, as
        long as they do."""
        mine = [(one, said.answer) for one, said in self.asides.items() if said.seat == viewer]
        found = {text for texts in mine for text in texts if text}
        if viewer == self.facilitator:
            waits = [(one, said) for one, said in self.asides.items() if not said.seen and said.answer is None]
            found |= {one for one, said in waits if said.to == viewer}
        return found if self.stage != "closed" else set()

    def _reached(self, stage: str) -> bool:
        return STAGES.index(self.stage) >= STAGES.index(stage)

    def _topics(self) -> set[str]:
        """All of them until one is chosen (R17); then that one, and nobody's but its author's once all is over."""
        if not self._reached("presentation"):
            return {text for texts in self.topics.values() for text in texts}
        chosen = self.client if self.stage != "closed" else None
        return set(self.topics.get(chosen, ())[:1] if chosen else ())

    def _left(self, viewer: str) -> set[str]:
        """Traces and ideas: their authors', who noted them; the client's from the sorting on (R11)."""
        found = {one for one, trace in self.traces.items() if viewer in (trace.seat, trace.noted_by)}
        found |= {text for text, *whose in self.ideas.values() if text and viewer in whose}
        if viewer == self.client:
            for one, trace in self.traces.items():
                arrived = self.live or (trace.sorted and self._reached("synthesis"))
                if arrived and not trace.sealed:
                    found.add(one)
        return found

    def _plan(self, *, leads: bool, asks: bool) -> set[str]:
        """The client's, as far as the client shows it (R12); of a step the circle hears a sentence and its date."""
        if not (leads or asks):
            shared = [step.texts for step in self.steps.values() if step.shared]
            return {texts[part] for texts in shared for part in ("text", "when") if part in texts}
        found = {text for step in self.steps.values() if asks or step.shared for text in step.words}
        found |= self.understanding
        if asks or self.stage == "synthesis":
            found |= self.understanding_draft | set(self.step_draft[2].values() if self.step_draft else ())
        return found

    def names(self, viewer: str) -> set[str]:
        """The seats whose names this viewer may read: nobody's before one is let in, but one's own."""
        if self.stage == "closed" and viewer == self.client and self.place[viewer] != "circle":
            helpers = {self.helpers.get(step) for step in self.steps} - {None}
            given = {seat for one in self.traces.values() for seat in (one.seat, one.noted_by) if seat}
            return {viewer, self.facilitator, *(seat for seat in helpers if seat), *given}
        if viewer != SCREEN and self.place.get(viewer) != "circle":
            return {viewer} if self.place.get(viewer) in ("door", "away") else set()
        if viewer == self.facilitator:
            return {seat for seat, place in self.place.items() if place != "gone"}
        found = {seat for seat in self.inside if self.place[seat] != "gone"} | {self.facilitator}
        if not self._reached("presentation"):
            found |= {seat for seat, place in self.place.items() if place == "expected"}
        return found
