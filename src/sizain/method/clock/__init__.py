"""The session's clock: one clock, the server's (METHOD §2).

`start` it, then two gestures for each act: work out the fact (`entering`, `extending`, `rebalancing`,
`pausing`, `suspending`, `resuming`, `returning`), which can be shown before it is confirmed, then apply it
(`enter`, `extend`, `rebalance`, `pause`, `suspend`, `resume`, `release`). `reading` says what time it is.
Instants are ms since the epoch; an instant before the last act's counts as the last act's, so
that a server clock set back gives no time to anyone.
"""

from sizain.method.clock.absence import Return, hold, release, returning
from sizain.method.clock.bill import Bill, Choice, Payment
from sizain.method.clock.budget import Budget
from sizain.method.clock.extension import EXTENSION_S, Extension, extend, extending
from sizain.method.clock.passage import LOOP_S, Passage, enter, entering, next_block
from sizain.method.clock.reading import Pace, Reading, announcements, reading
from sizain.method.clock.rebalance import Rebalance, Shift, rebalance, rebalancing
from sizain.method.clock.state import (
    Clock,
    ClockError,
    ClockFault,
    Pause,
    floors_ahead,
    late_ms,
    payable_ms,
    runs_from,
    silence,
    start,
)
from sizain.method.clock.stops import (
    Halt,
    Resumption,
    Suspension,
    pause,
    pausing,
    resume,
    resuming,
    suspend,
    suspending,
)

__all__ = [
    "EXTENSION_S",
    "LOOP_S",
    "Bill",
    "Budget",
    "Choice",
    "Clock",
    "ClockError",
    "ClockFault",
    "Extension",
    "Halt",
    "Pace",
    "Passage",
    "Pause",
    "Payment",
    "Reading",
    "Rebalance",
    "Resumption",
    "Return",
    "Shift",
    "Suspension",
    "announcements",
    "enter",
    "entering",
    "extend",
    "extending",
    "floors_ahead",
    "hold",
    "late_ms",
    "next_block",
    "pause",
    "pausing",
    "payable_ms",
    "reading",
    "rebalance",
    "rebalancing",
    "release",
    "resume",
    "resuming",
    "returning",
    "runs_from",
    "silence",
    "start",
    "suspend",
    "suspending",
]
