"""Step 5 as a circle holds it: every act of it, from whom, with what."""

from collections.abc import Mapping

STEP_5: list[tuple[str, str, Mapping[str, str]]] = [
    ("Hélène", "begin-silence", {}),
    ("Hélène", "end-silence", {}),
    ("Hélène", "dictate-understanding", {"text": "Je cherchais ma place"}),
    ("Karim", "validate-understanding", {}),
    ("Hélène", "dictate-understanding", {"text": "Pas un planning"}),
    ("Hélène", "hear-understanding", {}),
    ("Karim", "write-understanding", {"text": "Je demandais un planning, je cherchais ma place"}),
    ("Karim", "write-step", {"text": "Dire non", "when": "2026-12-03", "obstacle": "La peur", "confidence": "7"}),
    ("Karim", "write-step", {"step": "last", "sign": "Je dors"}),
    ("Awa", "answer-step", {"step": "last", "said": "yes"}),
    ("Hélène", "hear-step-answer", {"step": "last", "seat": "Awa", "questions": "yes", "said": "yes"}),
    ("Karim", "pair-step", {"step": "last", "seat": "Awa"}),
    ("Hélène", "hear-pair", {"step": "last"}),
    ("Karim", "show-step", {"step": "last", "shared": "no"}),
    ("Karim", "withdraw-step", {"step": "last"}),
    ("Hélène", "dictate-step", {"text": "Un brouillon"}),
    ("Karim", "discard-step", {}),
    ("Hélène", "dictate-step", {"text": "Écrire à Jeanne"}),
    ("Karim", "validate-step", {}),
    ("Hélène", "hear-step-withdrawn", {"step": "last"}),
    ("Hélène", "dictate-step", {"text": "Écrire à Paul", "when": "03/12/2026"}),
    ("Hélène", "hear-step", {}),
    ("Karim", "settle-plan", {}),
    ("Hélène", "hear-plan", {"decants": "yes"}),
]
"""« last » stands for the step that was written or dictated last."""
