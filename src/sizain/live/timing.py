"""The clock in words: the end that is held or moved, who pays, what each step to come will have (METHOD §2)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from markupsafe import Markup

from sizain.live.around import Around
from sizain.live.bank import Bank
from sizain.live.sentences import STAGES
from sizain.method.clock import Extension, Reading, Rebalance, floors_ahead, next_block, reading
from sizain.method.seance import UNTIMED, Stage
from sizain.method.sight import View
from sizain.shell import times

UNDIMMED = UNTIMED | {Stage.PAUSE}
"""Where a phone that nobody touches stays as it is: people arrive, read, or rest."""


@dataclass(frozen=True)
class Timing(Around):
    @property
    def timed(self) -> bool:
        """Whether this stage holds minutes."""
        return self.scene.sight.clock is not None and self.scene.sight.stage not in UNTIMED

    @cached_property
    def still(self) -> Reading | None:
        """The clock as it stood at its last act: facts that no passing of time changes."""
        clock = self.scene.sight.clock
        return reading(clock, clock.as_of_ms) if clock else None

    def shown(self, now: Reading | None) -> Reading | None:
        """`now`, where a screen shows its minutes: not in an untimed stage, not while a silence is left alone."""
        return now if now is not None and self.timed and not now.silent else None

    @property
    def quiet(self) -> bool:
        """Whether the figures are hidden from every screen (*laisser le silence*)."""
        clock = self.scene.sight.clock
        return self.timed and clock is not None and clock.silent

    @cached_property
    def bank(self) -> Bank | None:
        """What is said of the end, of the time gained or late, and of sharing it."""
        clock = self.scene.sight.clock
        return Bank(clock) if clock else None

    def at(self, region: str, now_ms: int) -> Markup:
        """A region of a page that is asked for at `now_ms`: what it says of the time is true then."""
        return self.bank.at(region, now_ms) if self.bank else Markup(region)  # noqa: S704 (our own region)

    @property
    def floors(self) -> bool:
        """Whether a floor could be cut into, should the facilitator choose it."""
        clock = self.scene.sight.clock
        return clock is not None and bool(floors_ahead(clock))

    @property
    def shares(self) -> bool:
        """Whether there are steps to come to share anything with."""
        clock = self.scene.sight.clock
        return clock is not None and next_block(clock) is not None

    def end_said(self, extension: Extension) -> str:
        """« Fin tenue », or the new end, of what is announced."""
        if extension.bill.end_kept:
            return self._held(extension.budget.end_ms)
        return _("La séance finirait à %(end)s.") % {"end": times.clock(extension.budget.end_ms)}

    def payers_said(self, extension: Extension) -> list[str]:
        """Which steps pay and how much, one sentence each; the floor that is cut into is said as such."""
        bill = extension.bill
        paid = _("%(stage)s donne %(time)s.")
        cut = _("Repris sur %(stage)s : %(time)s, sous son plancher.")
        said = [(paid, bill.payers), (cut, bill.floors)]
        return [
            words % {"stage": STAGES[Stage(one.block)].full, "time": _length(one.seconds)}
            for words, payments in said
            for one in payments
        ]

    def shares_said(self, shared: Rebalance) -> list[tuple[str, str, str]]:
        """Each step to come: its name, the minutes that it will have, and those that it had when they differ."""
        said = []
        for one in shared.shifts:
            after, before = times.minutes(one.after_ms / 1000), times.minutes(one.before_ms / 1000)
            said.append((str(STAGES[Stage(one.block)].full), after, before if before != after else ""))
        return said

    def end_still(self, shared: Rebalance) -> str:
        """« Fin tenue », of a new share."""
        return self._held(shared.budget.end_ms)

    def _held(self, end_ms: int) -> str:
        """« Fin tenue », of the hour announced at the opening alone."""
        moved = self.bank is not None and self.bank.moved_min >= 1
        held = _("Fin tenue : la séance finit toujours à %(end)s.")
        return (_("L’heure de fin ne change pas : %(end)s.") if moved else held) % {"end": times.clock(end_ms)}

    @property
    def look_at(self) -> str:
        """What a phone that nobody touches says: whom to look at. Empty where it stays as it is: one reads there, has
        something to answer, or the session is at rest."""
        sight, me = self.scene.sight, self.scene.me
        if me is None or not me.charter or me.is_named or sight.suspended or sight.stage in UNDIMMED:
            return ""
        if sight.view is View.CLIENT and sight.stage is Stage.SYNTHESIS:
            return ""
        if me.speaks:
            return _("Vous avez la parole")
        shown = sight.floor or (sight.client if sight.view is not View.CLIENT else None)
        return _("Regardez %(name)s") % {"name": self.names[shown]} if shown in self.names else _("Regardez le cercle")


def _length(seconds: int) -> str:
    """A payment as people say it: to the half minute, to the minute from five on. The form keeps the exact one."""
    if seconds < 60:
        return _("moins d’une minute")
    halves = round(seconds / 30)
    if halves % 2 and seconds < 300:
        return _("%(minutes)s min 30") % {"minutes": halves // 2}
    return times.minutes_words(round(seconds / 60) * 60)
