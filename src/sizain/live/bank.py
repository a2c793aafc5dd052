"""The time bank in words: one place says of an instant whether the end holds, how far ahead or behind things are, and
whether sharing what is left would change anything (METHOD §2).

A region is drawn once for an act, and time goes on: it holds each sentence that may become true, the script chooses
(static/live/clock.js), and a page that is asked for chooses here, for its instant. Both follow the same three figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from django.utils.html import escape
from django.utils.translation import gettext as _
from markupsafe import Markup

from sizain.method.clock import (
    Clock,
    ClockError,
    floors_ahead,
    late_ms,
    next_block,
    payable_ms,
    rebalancing,
    runs_from,
)
from sizain.shell import times

MIN = 60_000
TOLD = re.compile(r'(<span data-bank="(\w+)"[^>]*>)[^<]*')
SHARING = re.compile(r'( data-share="\w+")(?: hidden="hidden")?')


@dataclass(frozen=True)
class Bank:
    clock: Clock

    @property
    def balance_ms(self) -> int:
        """Time gained less time owed, at the last act; what is late comes off it as it runs."""
        return self.clock.budget.slack_ms - self.clock.budget.owed_ms

    @property
    def payable_ms(self) -> int:
        """The late time that time gained and later steps can pay, the end and the floors held."""
        return payable_ms(self.clock)

    @cached_property
    def runs_from(self) -> tuple[int, int | None]:
        return runs_from(self.clock)

    @property
    def moved_min(self) -> int:
        """By how many minutes the end moved since the opening, as a clock on a wall shows them."""
        announced = self.clock.started_ms + self.clock.plan.total_s * 1000
        return self.clock.end_ms // MIN - announced // MIN

    @cached_property
    def shares(self) -> bool:
        """Whether sharing at the last act would change the minutes of a step to come."""
        try:
            shifts = rebalancing(self.clock, self.clock.as_of_ms).shifts
        except ClockError:
            return False
        return any(times.minutes(one.before_ms / 1000) != times.minutes(one.after_ms / 1000) for one in shifts)

    def shares_at(self, now_ms: int) -> bool:
        """The same at `now_ms`: from a minute of late time on, there is that to share, while steps can pay it."""
        late = late_ms(self.clock, now_ms)
        if late > self.payable_ms or next_block(self.clock) is None or self.clock.pause:
            return False
        return late >= MIN or self.shares

    @property
    def kept(self) -> str:
        """« Fin tenue » as a sentence, or by how much the end has moved since the opening."""
        if self.moved_min < 1:
            return _("Fin tenue : c’est l’heure annoncée au départ.")
        moved = times.minutes_words(self.moved_min * 60)
        return _("La séance finira %(time)s après l’heure annoncée au départ.") % {"time": moved}

    @property
    def unpaid(self) -> str:
        """What is said instead when nobody can pay for what is late."""
        last = next_block(self.clock) is None
        if self.clock.pause:
            if floors_ahead(self.clock):
                return _("Rien ne peut plus payer cet arrêt : repartir demandera de dépasser la fin, ou un plancher.")
            return _("Rien ne peut plus payer cet arrêt : repartir demandera de dépasser la fin prévue.")
        if last:
            return _("L’heure de fin prévue est passée.")
        if floors_ahead(self.clock):
            return _(
                "Plus aucune étape ne peut payer ce retard : la suite demandera de dépasser la fin, ou un plancher."
            )
        return _("Plus aucune étape ne peut payer ce retard : la suite demandera de dépasser la fin prévue.")

    def words(self, told: str) -> dict[str, str]:
        """Each sentence that may become true, by what makes it true: of the `end` alone, or of the whole `time`."""
        if told == "end":
            return {"even": self.kept, "unpaid": self.unpaid}
        if self.clock.pause:
            return {"even": self._stopped(), "unpaid": self.unpaid}
        ahead = (_("{n} minutes d’avance, à garder."), _("1 minute d’avance, à garder."))
        if self.shares:
            ahead = (
                _("{n} minutes d’avance, à garder ou à répartir."),
                _("1 minute d’avance, à garder ou à répartir."),
            )
        said = {
            "even": "" if self.moved_min >= 1 else _("La séance est à l’heure."),
            "ahead": ahead[0],
            "ahead-one": ahead[1],
            "behind": _("{n} minutes de retard : les étapes à venir les paieront."),
            "behind-one": _("1 minute de retard : les étapes à venir la paieront."),
        }
        return {**{name: f"{self.kept} {words}".strip() for name, words in said.items()}, "unpaid": self.unpaid}

    def _stopped(self) -> str:
        if self.clock.pause and not self.clock.pause.shown:
            return _(
                "Le temps est arrêté, et aucun écran ne le montre. Le temps gagné, puis les étapes à venir le paient."
            )
        return _("La pause tient la fin prévue : le temps gagné, puis les étapes à venir la paient.")

    def said(self, told: str, now_ms: int) -> str:
        """The sentence that is true at `now_ms`."""
        words, late = self.words(told), late_ms(self.clock, now_ms)
        left = self.balance_ms - late
        minutes, side = abs(left) // MIN, "ahead" if left > 0 else "behind"
        if late > self.payable_ms:
            return words["unpaid"]
        if not minutes or side not in words:
            return words["even"]
        return (words[f"{side}-one"] if minutes == 1 else words[side]).replace("{n}", str(minutes))

    def at(self, region: str, now_ms: int) -> Markup:
        """A region as it was drawn, saying what is true at `now_ms`."""
        hidden = "" if self.shares_at(now_ms) else ' hidden="hidden"'
        region = TOLD.sub(lambda found: found[1] + escape(self.said(found[2], now_ms)), region)
        return Markup(SHARING.sub(lambda found: found[1] + hidden, region))  # noqa: S704 (our own region and words)
