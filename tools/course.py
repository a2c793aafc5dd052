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
**●** : ce geste est là. **○** : un verrou d’écriture le ferme ; l’animation peut le lever pour l’étape en cours, ce que
dit la ligne sous la table. Revenir à l’étape le referme.
Ce qui peut se dire à voix haute se note d’un appui : cela accomplit la règle, et ne lève rien.
"""


def page() -> str:
    """The whole page, in French."""
    from sizain.live.rules_said import ACTS, LIFTING, OPENS, POSTURES, REASONS
    from sizain.live.sentences import STAGES, where
    from sizain.method.rules import LOCKS, RULES, Posture, Strictness, lock_on, locks_at, why_not
    from sizain.method.seance import Stage

    marks = {Strictness.HARD: "D", Strictness.SOFT: "S"}
    shown = [one for one in Posture if one not in (Posture.WAITING, Posture.AWAY)]
    parts = [HEAD]
    with translation.override("fr"):
        for stage in Stage:
            if stage is Stage.CLOSED:
                continue
            every = frozenset(LOCKS)
            acts = [act for act in RULES if any(why_not(stage, one, act, every) is None for one in Posture)]
            parts.append(f"\n## {STAGES[stage].full}\n\n{where(stage)}.\n")
            parts.append(f"| Geste | {' | '.join(str(POSTURES[one]) for one in shown)} | | Pourquoi |")
            parts.append(f"|---|{'---|' * len(shown)}---|---|")
            for act in acts:
                locks = [lock_on(stage, one, act) for one in shown]
                cells = [
                    "○" if lock else "●" if why_not(stage, one, act) is None else ""
                    for one, lock in zip(shown, locks, strict=True)
                ]
                outside = [one for one in Posture if one not in shown and why_not(stage, one, act) is None]
                words = str(ACTS[act])
                if outside:
                    words += f" ({', '.join(str(POSTURES[one]) for one in outside)})"
                sources = [RULES[act].source] if "●" in cells or outside else []
                sources += sorted({lock for lock in locks if lock} - {*sources})
                sources += [one for one in locks_at(stage) if LOCKS[one].again and act in LOCKS[one].acts - {*sources}]
                reason = " ".join(f"{REASONS[one]} ({one})" for one in sources)
                strictness = Strictness.SOFT if "○" in cells else RULES[act].strictness
                parts.append(f"| {words} | {' | '.join(cells)} | {marks[strictness]} | {reason} |")
            parts += [f"\n**{LIFTING[one]}** ({one}). {OPENS[one]}" for one in locks_at(stage)]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sizain.settings")
    django.setup()
    PAGE.write_text(page(), encoding="utf-8")
