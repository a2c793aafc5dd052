"""Why an act is refused: codes. The sentences live with the screens, in each language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """One code for each reason; the live room has one sentence for each (tested)."""

    NOT_YOURS = "not_yours"
    """This act belongs to another role."""
    NOT_NOW = "not_now"
    """This act belongs to another step."""
    CLOSED = "closed"
    """The séance is closed: nothing can be changed."""
    NO_SUCH_SEAT = "no_such_seat"
    """The seat that the act names is not there, or not there any more."""
    FULL = "full"
    """All the places are taken."""
    NAME_TAKEN = "name_taken"
    """Somebody in this séance already has that name."""
    EMPTY = "empty"
    """A text is needed."""
    TOO_LONG = "too_long"
    """The text passes its limit."""
    CHARTER_FIRST = "charter_first"
    """Charter signed before access to any topic (R17)."""
    NO_CLIENT = "no_client"
    """Nobody has accepted the client's place yet."""
    FACILITATOR_NEVER_CLIENT = "facilitator_never_client"
    """The facilitator is never client (R1)."""
    ONE_CLIENT = "one_client"
    """One client per consultation (R1)."""
    OBSERVER_OPEN = "observer_open"
    """An observer is there whom the client has not accepted (R22)."""
    CONTRACT_OPEN = "contract_open"
    """The client has not validated the contract (R2, R3)."""
    AGREEMENT_OPEN = "agreement_open"
    """The circle has not accepted the contract (R3)."""
    ROUND_OPEN = "round_open"
    """The round of step 6 has not been held (R14)."""
    TAKEN_UP_TOO_LATE = "taken_up_too_late"
    """An interrupted session can be taken up again for one day."""
    FORMS_OVER = "forms_over"
    """The forms of step 6 are not open, or not open any more."""
    NOT_DICTATED = "not_dictated"
    """There is no dictated sentence to validate."""
    DICTATION_CHANGED = "dictation_changed"
    """The dictated sentence is not the one that the screen showed any more (R2)."""
    CONTRACT_CHANGED = "contract_changed"
    """The contract is not the one that the screen showed any more (R2, R3)."""
    TOO_MANY_HELPS = "too_many_helps"
    """One kind of help is asked for, or two."""
    NO_SUCH_STEP = "no_such_step"
    """The step that the act names is not in the plan, or not for this seat to see."""
    ENOUGH_STEPS = "enough_steps"
    """A plan has three steps at most."""
    BAD_DATE = "bad_date"
    """A date that cannot be read."""
    NOBODY_SEATED = "nobody_seated"
    """A session needs at least one peer in the circle."""
    QUOTE_CHANGED = "quote_changed"
    """Time went on: what was announced for these minutes no longer holds."""
    CHOICE_NEEDED = "choice_needed"
    """No later step can pay: exceed the end, or cut into a floor."""
    TURN_TAKEN = "turn_taken"
    """That seat had its turn in this round (R8)."""
    NO_ROUND = "no_round"
    """No round is open."""
    CONSULTANTS_ONLY = "consultants_only"
    """The act is about a consultant, and that seat is not one (R7)."""
    NO_SUCH_TRACE = "no_such_trace"
    """The trace is not there, or not theirs."""
    TRACE_SORTED = "trace_sorted"
    """The sorting has begun: the trace cannot be changed any more."""
    NO_SUCH_IDEA = "no_such_idea"
    """The idea set aside is not there, or not theirs."""
    STOPPED = "stopped"
    """The clock is stopped."""
    SUSPENDED = "suspended"
    """The safety stop is on: clock and inputs are frozen (R23)."""
    BAD_FORMAT = "bad_format"
    """A total from 30 to 240 minutes is needed, one minute at least for each step."""
    BAD_FORM = "bad_form"
    """A field is missing or is not one of its values."""


@dataclass(unsafe_hash=True)
class Refusal(Exception):
    """A refused act: nothing changed. `limit` is in characters or places where it applies.

    Not frozen: Python itself writes on an exception that passes through a context manager.
    """

    why: Why
    limit: int | None = None
