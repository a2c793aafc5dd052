"""The product's sentences: found in the sources, kept translated, compiled.

Message ids are the French sentences. `python -m tools.messages update` rewrites the catalogues of
the other languages after a change in the sources; `… compile` makes the files that Django reads.
"""

import sys
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "sizain"
LOCALE = PACKAGE / "locale"
TRANSLATED_INTO = ("en",)
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
# The whole header of a catalogue: dates and names would change it when no sentence does.
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: Sizain\\n"
"Language: {language}\\n"
"Plural-Forms: {plural}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def extract() -> Catalog:
    """Every message of the sources, each with the files and lines where it stands."""
    with (ROOT / "babel.cfg").open() as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    found = Catalog(project="Sizain", charset="utf-8", fuzzy=False)
    for name, line, message, comments, context in extract_from_dir(
        PACKAGE, methods, options, KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    ):
        place = (PACKAGE / name).relative_to(ROOT).as_posix()
        found.add(message, None, [(place, line)], auto_comments=comments, context=context)
    return found


def path_of(language: str) -> Path:
    """The catalogue of a language."""
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def read(language: str) -> Catalog:
    """A language's catalogue as it is kept; an empty one when there is none yet."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, project="Sizain", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update() -> None:
    """Bring the catalogues up to the sources; new sentences come in untranslated, at no guess."""
    found = extract()
    for language in TRANSLATED_INTO:
        catalogue = read(language)
        catalogue.update(found, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        with path_of(language).open("wb") as file:
            header = HEADER.format(language=language, plural=catalogue.plural_forms.rstrip(";"))
            file.write(header.encode())
            write_po(file, catalogue, width=100, sort_by_file=True, include_lineno=False,
                     omit_header=True, ignore_obsolete=True)  # fmt: skip


def compile_all() -> None:
    """Write the .mo file of every language, French plurals included."""
    for language in TRANSLATED_INTO:
        _write(language, read(language))
    _write("fr", _french_plurals())


def _french_plurals() -> Catalog:
    """The messages with two forms, each saying itself: only French's way of counting is new.

    Without it gettext would count in English, where zero is a plural.
    """
    french = Catalog(locale="fr", charset="utf-8", fuzzy=False)
    for message in extract():
        if message.id and message.pluralizable:
            french.add(message.id, tuple(message.id), context=message.context)
    return french


def _write(language: str, catalogue: Catalog) -> None:
    path = path_of(language).with_suffix(".mo")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)


if __name__ == "__main__":
    {"update": update, "compile": compile_all}[sys.argv[1]]()
