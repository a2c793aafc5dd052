"""Advice that wears the clothes of a question (METHOD §3 step 2, R5): a hint, by fixed rules, on the words alone.

It says that a sentence looks like advice, and nothing of what the person meant or should have written. Nothing is
kept, nothing leaves this function. French, to one person or to several, and English; a text is read in both, since
a circle may use both.
"""

from __future__ import annotations

from sizain.method.advice import english, french
from sizain.method.advice.reading import folded, sentences

READ = 600
"""Characters that are looked at; a question is shorter."""
LANGUAGES = (french.RULES, english.RULES)

__all__ = ["looks_like_advice"]


def looks_like_advice(text: str) -> bool:
    """Whether one of its sentences brings an idea where a question was due."""
    parts = sentences(folded(text[:READ]))
    return any(rules.advise(part) for rules in LANGUAGES for part in parts)
