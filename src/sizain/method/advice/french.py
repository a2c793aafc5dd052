"""How advice sounds in French, to one person or to several."""

from __future__ import annotations

from sizain.method.advice.reading import Rules, any_of

_YOU = r"(?:vous|tu)"
_WORD_BEFORE_VERB = r"(?:(?:me|te|se|le|la|les|lui|leur|y|en|vous|nous|l'|t'|m'|s')\s?)*"
_TRIED = r"(?:essaye|tente|pense|songe|envisage|imagine|cherche)"
_WHAT = r"(?:a|de|d'|un|une|le|la|les|l'|des|du)"
_ASKS = r"(?:que|qu'|quoi|qui|quel\w*|lequel|laquelle|comment|combien|pourquoi)"

RULES = Rules(
    tail=any_of(
        r",? (?:non|hein|pas vous|pas toi|n'est ce pas)$",
        r",? qu'en (?:pensez|dites|penses|dis) (?:vous|tu)$",
        rf",? {_YOU} (?:ne )?(?:pensez|penses|croyez|crois|trouvez|trouves) pas$",
    ),
    always=any_of(
        # In my place, in yours.
        r"\ba (?:votre|ta) place,? (?:moi,? )?(?:je|j')",
        r"\bsi j'etais (?:vous|toi|a (?:votre|ta) place)\b",
        rf"\bmoi,? (?:je |j'){_WORD_BEFORE_VERB}(?:n'|ne )?\w+rais\b",
        r"\bj(?:e |')(?:vous |te )?(?:conseill|sugger|recommand)\w+",
        r"\bje (?:vous|te) propose\b",
        # Suppositions that are proposals.
        rf"^(?:et |mais )?si (?:vous|tu|on|l'on|nous) (?:n'|ne )?{_WORD_BEFORE_VERB}\w+(?:iez|ais|ait|ions)\b"
        rf"(?!.*,.*\b{_ASKS})(?<!etiez)(?<!etais)",
        r"\bpourquoi (?:ne )?pas\b",
        rf"\bpourquoi {_YOU} .*\bpas\b",
        rf"\bpourquoi (?:ne |n'){_WORD_BEFORE_VERB}\w+ (?:vous|tu)\b.*\bpas\b",
        # What stands in the way of an idea that one has already.
        r"\bqu'est ce qui (?:vous |te |t')empeche(?:rait)? (?:de |d')(?!dormir|respirer|vivre|avancer|etre|penser)",
        r"\bqu'(?:attendez vous|attends tu|est ce que (?:vous attendez|tu attends)) pour\b",
        r"\b(?:quel\w*|quoi)\b.{0,30}\b(?:freins?|obstacles?)\b.{0,3} (?:a|pour) \w+(?:er|ir|re|oir)\b",
    ),
    open=any_of(
        rf"^(?:et |mais |alors |donc )*(?:(?:a|de|d'|en|sur|avec|pour|par|vers|chez|depuis|dans|contre) ?)?{_ASKS}",
        r"^(?:et |mais )*(?:d')?(?:ou|quand) ",
        rf"[,:] (?:(?:a|de|d'|en|sur|avec|pour|par|dans) ?)?{_ASKS}",
    ),
    closed=any_of(
        # Have you tried, have you thought of.
        rf"\b(?:avez vous|as tu|vous avez|tu as|t'as)(?: deja| jamais| pas)? {_TRIED} {_WHAT}",
        rf"\b(?:n'avez vous|n'as tu|{_YOU} n'avez|tu n'as)(?: jamais| pas)(?: deja)? {_TRIED}",
        r"\beu l'idee d",
        # You should, one could, it would be better.
        rf"\b{_YOU} (?:ne |n')?{_WORD_BEFORE_VERB}(?:devr|gagner|fer(?:iez|ais) mieux)",
        rf"\b{_YOU} (?:ne |n')?pourr(?:iez|ais)(?! (?:me|m'|nous)\b)",
        rf"\b{_YOU} (?:n')?aur(?:iez|ais) (?:pas )?(?:tout )?interet",
        r"\b(?:on|nous) (?:pourr|devr)(?:ait|ions)\b",
        r"\bil (?:vous |te |ne |n'|t')*(?:faut|faudrait|suffit|suffirait|vaut mieux|vaudrait mieux)\b",
        r"\b(?:serait|est|vaudrait|faudrait) il (?:possible|envisageable|temps|utile|mieux|plus|opportun|bon)\b",
        r"\bqu(?:'il|e (?:ca|cela|ce)) serait (?:plus )?(?:utile|bon|possible|mieux|bien|simple|opportun|sain)",
        r"\bpeut etre\b.*\w(?:rait|riez|rais|rions)\b",
        r"\b(?:ca|cela) (?:vous|te|t') ?(?:dirait|tenterait|interesserait|aiderait)\b",
        # A closed question that waits for a yes: the conditional, or an opinion, and « pas ».
        r"\w(?:rait|riez|rais|raient|rions)(?: (?:ce|il|elle|vous|tu|on))? pas\b",
        rf"\b(?:{_YOU} |t')(?:ne |n')?(?:pensez|penses|croyez|crois|trouvez|trouves) pas (?:que|qu')",
        rf"\b(?:{_YOU} |t')(?:ne |n')?(?:voulez|veux|pouvez|peux|as|avez) pas (?:envie|\w+er\b)",
        rf"\b(?:ne |n')(?:pensez|penses|croyez|crois|trouvez|pouvez|peux|voulez|veux) {_YOU} pas\b",
        r"\bn'est (?:il|ce) pas (?:temps|le moment|plus|mieux|l'occasion|possible)",
        # Said as an order.
        r"^(?:parlez|dites|demandez|proposez|essayez|allez|prenez|ecrivez|appelez|commencez|arretez|faites|pensez"
        r"|parle|demande|propose|essaie|essaye|prends|ecris|appelle|commence|arrete) (?!moi|nous|vous|tu|t'|m')",
    ),
)
"""`always` first: « pourquoi pas » is a question word, and an idea."""
