"""A circle led to a stage by the facilitation's usual way, for tests of what is sent there."""

from __future__ import annotations

from sizain.method.seance import STAGES, Stage
from tests.ground.server import Server
from tests.live.journal import entries, rows
from tests.live.people import Circle, Guest, Room

LED: list[Stage] = [stage for stage in STAGES if stage not in (Stage.RETOUR, Stage.PAUSE)]
"""Those of the usual session on site."""


class Staged(Circle):
    """Hélène, Karim (client from step 1 on), Awa and Thomas, Omar who observes; `stage` moves on and never back."""

    def __init__(self, server: Server, stage: Stage) -> None:
        Room.__init__(self, server)
        self.client, self.consultant = self.enter("Karim"), self.enter("Awa")
        self.other, self.observer = self.enter("Thomas"), self.enter("Omar")
        self.seats = {
            guest.name: self.seat(guest)
            for guest in (self.facilitator, self.client, self.consultant, self.other, self.observer)
        }
        self.lead("name-observer", seat=self.seats["Omar"], observer="yes")
        self.lead("hear-charter")
        self.stage = Stage.LOBBY
        self.until(stage)

    def until(self, stage: Stage) -> None:
        while self.stage is not stage:
            match self.stage:
                case Stage.LOBBY:
                    self.lead("open")
                case Stage.CLOSING:
                    self.lead("close")
                case Stage.CHOICE:
                    self.lead("hear-acceptance", seat=self.seats["Karim"])
                    self.lead("hear-observer-accepted", seat=self.seats["Omar"])
                    self.lead("advance", from_stage="choice")
                case Stage.CONTRACT:
                    self.do(self.client, "validate-contract", text="Ma demande")
                    self.lead("advance", from_stage="contract", agreed="yes")
                case Stage.META:
                    self.lead("hear-round")
                    self.lead("advance", from_stage="meta")
                case here:
                    self.lead("advance", from_stage=here.value)
            self.stage = LED[LED.index(self.stage) + 1]

    @property
    def kept(self) -> tuple[list[object], list[tuple[object, ...]]]:
        """The whole journal, and every text beside it: what a refused form must leave as it was."""
        texts = "SELECT t.id, t.body FROM seances_text t JOIN seances_seance s ON s.id = t.seance WHERE s.token = ?"
        return list(entries(self.server, self.token)), sorted(rows(self.server, texts, self.token))

    def who(self, name: str) -> Guest:
        return next(one for one in self.everybody if one.name == name)
