"""How advice sounds in English."""

from __future__ import annotations

from sizain.method.advice.reading import Rules, any_of

_ASKS = r"(?:what|who|whom|whose|which|how|when|where|why)"
_IDEAL = r"(?:better|best|good|wise|wiser|useful|helpful|simpler|easier|possible|worth|time|healthier)"

RULES = Rules(
    tail=any_of(
        r",? (?:no|right|okay|ok)$",
        r",? (?:what|how) do you (?:think|say)(?: of (?:it|that))?$",
        r",? (?:don't|wouldn't|couldn't|shouldn't|isn't|won't|can't) (?:you|it|we)(?: think| agree)?$",
        r",? would you like that$",
    ),
    always=any_of(
        # In my place, in yours.
        r"\bif i (?:were|was) (?:you|in your)\b",
        r"\bin your (?:place|shoes|position),? i\b",
        r"\bi(?:'d| would) (?!like|love|be curious|want)\w+",
        r"\bi (?:suggest|recommend|advise|propose)\b",
        # Suppositions that are proposals.
        rf"^(?:and |but |so )?what if (?:you|we)\b(?!.*,.*\b{_ASKS})",
        r"\bwhy not\b(?! now$)(?! you$)",
        r"\bwhy (?:don't|didn't|wouldn't|couldn't|can't|haven't) (?:you|we)\b",
        r"^(?:and |so )?how about\b",
        r"^(?:and |so )?what about \w+ing\b",
        # What stands in the way of an idea that one has already.
        r"\bwhat (?:stops|prevents|keeps|is stopping|is preventing|'s stopping|would stop|would prevent) you from "
        r"(?!sleeping|breathing|living|being)\w+ing\b",
        r"\bwhat's (?:stopping|preventing|keeping) you from (?!sleeping|breathing|living|being)\w+ing\b",
        r"\bwhat (?:is|are|would be|'s)\b.{0,12}\b(?:obstacles?|barriers?|brakes?|hurdles?)\b.{0,3} to \w+ing\b",
        r"\bwhat (?:would stand|stands) in the way of \w+ing\b",
        r"\bwhat are you waiting for (?:to|before)\b",
    ),
    open=any_of(
        rf"^(?:and |but |so |then )*(?:(?:for|from|to|with|of|in|at|on|by|since|about) )?{_ASKS}\b",
        rf"[,:] (?:and )?(?:(?:for|from|to|with|of|in|at|on|by) )?{_ASKS}\b",
    ),
    closed=any_of(
        # Have you tried, have you thought of.
        r"\bhave you (?:ever |already |perhaps )?(?:tried|thought|considered|attempted|imagined|looked into) ",
        r"\bdid you (?:ever )?(?:try|think|consider) ",
        r"\boccurred to you\b",
        # You should, one could, it would be better.
        r"(?<!do )(?<!did )(?<!would )(?<!will )\byou (?:really |just |always |simply |also )*"
        r"(?:should|ought to|need to|must|have to|could|might|would gain|would be better|had better|can always)\b",
        r"\byou'd (?:better|be better|gain)\b",
        r"\bwe (?:could|should|might)\b",
        r"^(?:shall|should|could|can) we\b",
        r"^let's\b",
        rf"\bit (?:would|might) be {_IDEAL}",
        rf"\b(?:would|might|could) it (?:not )?be (?:more |a )?{_IDEAL}",
        r"\bdo you think (?:it|that|this) (?:would|could|might)\b",
        r"\b(?:maybe|perhaps)\b.*(?:\b(?:could|should|might|would)\b|'s time| is time)",
        r"\ball (?:it|that) (?:takes|you need)\b",
        r"^would you (?:be open to|consider|be willing to|not) ",
        # A closed question that waits for a yes.
        r"^(?:and |but |so )?(?:shouldn't|couldn't|wouldn't|can't|mightn't) ",
        r"[,:] (?:shouldn't|couldn't|wouldn't) (?:it|that|you|this) ",
        r"^(?:and |but |so )?(?:do not|don't|didn't) you (?:think|believe|feel|find|want|need|reckon|agree)\b",
        rf"^(?:and |but |so )?isn't (?:it|this|that|there) (?:more |the )?(?:{_IDEAL}|moment|right|chance|case)",
        # Said as an order.
        r"^(?:please |just )?(?:try|ask|talk to|speak to|write|call|take|stop|start|go|consider|tell) (?!me|us)\w",
    ),
)
"""`always` first: « why not » opens like a question, and is an idea."""
