"""Step 3: the client's sentence."""

from __future__ import annotations

from sizain.method import commands as c
from sizain.seances.asked.asking import Asked, Asking, Reader


def _validate_contract(asking: Asking) -> Asked:
    text = asking.text("contract")
    return Asked(c.ValidateContract(asking.by, text.id, len(text.body)), text)


def _dictate_contract(asking: Asking) -> Asked:
    text = asking.text("contract")
    return Asked(c.DictateContract(asking.by, text.id, len(text.body)), text)


READERS: dict[str, Reader] = {
    "validate-contract": _validate_contract,
    "validate-dictated": lambda asking: Asked(c.ValidateDictated(asking.by, asking.fields.get("shown") or None)),
    "dictate-contract": _dictate_contract,
    "hear-contract": lambda asking: Asked(c.HearContract(asking.by, asking.fields.get("shown") or None)),
}
