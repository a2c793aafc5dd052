"""What French typography asks of a sentence of the interface."""

import re

NARROW = "\u202f"  # before ; ! ? and %
FIXED = "\u00a0"  # before :
MARK = "\ufffc"  # stands for a tag, an entity or an address: nothing is said of what touches it

MARKUP = re.compile(r"<[^>]*>|&[a-z]+;|&#x?[0-9a-f]+;|https?://\S*", re.IGNORECASE)
RULES = {
    "a straight apostrophe": re.compile(r"(?<=\w)'(?=\w)"),
    "a straight quotation mark": re.compile(r'"'),
    "three dots instead of …": re.compile(r"\.\.\."),
    "no narrow no-break space (U+202F) before ; or ?": re.compile(rf"[^{NARROW}{MARK}?][;?]"),
    "no no-break space before :": re.compile(rf"[^{NARROW}{FIXED}{MARK}\d]:|\d:(?!\d)"),
    "no no-break space after «": re.compile(rf"«(?![{NARROW}{FIXED}{MARK}])"),
    "no no-break space before »": re.compile(rf"(?<![{NARROW}{FIXED}{MARK}])»"),
    "a common space between a number and its unit": re.compile(r"(?:\d|\)[sd]) (?=(?:min|h|s|ko|Mo)\b|%|€)"),
    "an exclamation mark": re.compile(r"!"),
    "a middle dot": re.compile(r"(?<=\w)[·•](?=\w)"),
    "two spaces, a line break, or a space at an end": re.compile(r"[ \t]{2,}|\n|^\s|\s$"),
}


def faults(sentence: str) -> list[str]:
    """The rules that a sentence breaks, in words, tags, entities and addresses aside."""
    text = MARKUP.sub(MARK, sentence)
    return [what for what, rule in RULES.items() if rule.search(text)]
