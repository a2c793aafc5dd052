"""Step 0: topics, who is ready, the client's place, observers."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.seances.asked.asking import Asked, Asking, Reader


def _deposit_topic(asking: Asking) -> Asked:
    text = asking.text("topic")
    seat = asking.fields.get("seat") or asking.by
    return Asked(c.DepositTopic(asking.by, seat, text.id, len(text.body)), (text,))


def _change_topic(asking: Asking) -> Asked:
    text = asking.text("topic")
    return Asked(c.ChangeTopic(asking.by, text.id, len(text.body)), (text,))


READERS: dict[str, Reader] = {
    "deposit-topic": _deposit_topic,
    "withdraw-topic": lambda asking: Asked(c.WithdrawTopic(asking.by)),
    "say-ready": lambda asking: Asked(c.SayReady(asking.by, asking.yes("ready"))),
    "accept-place": lambda asking: Asked(c.AcceptPlace(asking.by)),
    "change-topic": _change_topic,
    "decline-place": lambda asking: Asked(c.DeclinePlace(asking.by)),
    "accept-observer": lambda asking: Asked(c.AcceptObserver(asking.by, asking.seat())),
    "hear-observer-accepted": lambda asking: Asked(c.HearObserverAccepted(asking.by, asking.seat())),
    "name-client": lambda asking: Asked(c.NameClient(asking.by, asking.seat())),
    "unname-client": lambda asking: Asked(c.UnnameClient(asking.by)),
    "hear-acceptance": lambda asking: Asked(c.HearAcceptance(asking.by, asking.seat())),
}
