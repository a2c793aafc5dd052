"""The private drafts behind the contract's form: its sentence, its three parts, the kinds of help that are ticked."""

from __future__ import annotations

from collections.abc import Mapping

from sizain.live.scene import Scene
from sizain.method.contract import Help, Terms

SENTENCE, TICKS = "contract", "contract_help"
PARTS = {
    "word": "contract_word",
    "leave_with": "contract_leave_with",
    "not_wanted": "contract_not_wanted",
}
"""Each part's field in the form, and its draft."""
BESIDE = (TICKS, *PARTS.values())
"""Drafts that go with the sentence's."""


def typed(fields: Mapping[str, str]) -> dict[str, str]:
    """The drafts beside the sentence, from the fields of a posted form."""
    ticked = [kind for kind in Help if fields.get(f"help-{kind}") == "yes"]
    parts = {draft: fields.get(name, "") for name, draft in PARTS.items()}
    return {TICKS: " ".join(ticked), **parts}


def wording(scene: Scene, question: str) -> Terms | None:
    """The wording of that question, among those that this viewer sees."""
    contract = scene.sight.contract
    seen = (contract.terms, contract.dictated, *contract.earlier) if contract else ()
    return next((one for one in seen if one and one.question == question), None)


def copied(scene: Scene, terms: Terms) -> dict[str, str]:
    """All the drafts of the form, from a wording that this viewer sees."""
    texts = {PARTS["word"]: terms.word, PARTS["leave_with"]: terms.leave_with, PARTS["not_wanted"]: terms.not_wanted}
    return {
        SENTENCE: scene.written(terms.question),
        TICKS: " ".join(terms.help),
        **{draft: scene.written(text) if text else "" for draft, text in texts.items()},
    }
