"""`docs/deroulement.md`, written from the one table of rules (`method.rules`): who may do what, at each stage.

`python -m tools.course` writes it; a test of the house says when it is behind.
"""

from __future__ import annotations

import os
from pathlib import Path

import django
from django.utils import translation

PAGE = Path(__file__).parent.parent / "docs" / "deroulement.md"
HEAD = """# Le déroulé, geste par geste

Cette page est écrite par `python -m tools.course` à partir de la table des règles
([`method/rules.py`](../src/sizain/method/rules.py)), celle-là même qui refuse un geste, et qui montre un bouton
ou le cache. Elle ne se corrige donc pas ici.

**D** : règle dure, personne ne la contourne. **S** : verrou souple ; quand l’animation lève un verrou de passage,
ce choix s’inscrit au registre de la séance, que chaque place peut lire et qui ne nomme personne (R26).
Ce qui peut se dire à voix haute se note d’un appui : cela accomplit la règle, et ne lève rien.
"""


def page() -> str:
    """The whole page, in French."""
    from sizain.live.rules_said import ACTS, POSTURES, REASONS
    from sizain.live.sentences import STAGES, where
    from sizain.method.rules import RULES, Posture, Strictness, why_not
    from sizain.method.seance import Stage

    marks = {Strictness.HARD: "D", Strictness.SOFT: "S"}
    shown = [one for one in Posture if one not in (Posture.WAITING, Posture.AWAY)]
    parts = [HEAD]
    with translation.override("fr"):
        for stage in Stage:
            if stage is Stage.CLOSED:
                continue
            acts = [act for act in RULES if any(why_not(stage, one, act) is None for one in Posture)]
            parts.append(f"\n## {STAGES[stage].full}\n\n{where(stage)}.\n")
            parts.append(f"| Geste | {' | '.join(str(POSTURES[one]) for one in shown)} | | Pourquoi |")
            parts.append(f"|---|{'---|' * len(shown)}---|---|")
            for act in acts:
                cells = ["●" if why_not(stage, one, act) is None else "" for one in shown]
                outside = [one for one in Posture if one not in shown and why_not(stage, one, act) is None]
                words = str(ACTS[act])
                if outside:
                    words += f" ({', '.join(str(POSTURES[one]) for one in outside)})"
                reason = f"{REASONS[RULES[act].source]} ({RULES[act].source})"
                parts.append(f"| {words} | {' | '.join(cells)} | {marks[RULES[act].strictness]} | {reason} |")
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sizain.settings")
    django.setup()
    PAGE.write_text(page(), encoding="utf-8")
