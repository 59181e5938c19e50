"""The languages of the readers, from gettext catalogues that are read as they are written.

Every folder of code has its own catalogue, `catalogues/<language>/<folder>.po`. They are merged
when a language is first used; there is no compile step.
"""

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from ..domain.errors import TilsvarError

LANGUAGES = ("nb", "nn", "en")
CATALOGUES = Path(__file__).with_name("catalogues")


class UnknownLanguage(TilsvarError):
    """“{code}” is no language that is spoken here: choose nb (bokmål), nn (nynorsk) or en."""


class ConflictingTranslations(TilsvarError):
    """{path} translates “{msgid}” otherwise than another catalogue of the same language does."""


class Language:
    """One language of the readers: `nb`, `nn` or `en`.

    `translations` is what jinja2's i18n extension wants:
    `env.install_gettext_translations(lang.translations, newstyle=True)`.
    """

    def __init__(self, code: str, translations: GNUTranslations) -> None:
        self.code = code
        self.translations = translations

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def text(self, msgid: str, **facts: object) -> str:
        """The sentence in this language with its `{facts}` filled in."""
        return self.translations.gettext(msgid).format(**facts)

    def plural(self, one: str, many: str, n: int, **facts: object) -> str:
        """The sentence that fits the number; `{n}` is among its facts."""
        return self.translations.ngettext(one, many, n).format(**{"n": n, **facts})


@cache
def language(code: str) -> Language:
    """The language with this code; raises UnknownLanguage for any but those of LANGUAGES."""
    if code not in LANGUAGES:
        raise UnknownLanguage(code=code)
    return Language(code, _compiled(merged(code, CATALOGUES)))


def merged(code: str, catalogues: Path) -> Catalog:
    """All catalogues of one language as one.

    Raises ConflictingTranslations where two of them translate the same message differently.
    """
    whole = Catalog(locale=code)
    for path in sorted((catalogues / code).glob("*.po")):
        with path.open("rb") as file:
            part = read_po(file, locale=code)
        for message in part:
            if not message.id:
                continue
            known = whole.get(message.id, message.context)
            if known and (known.id, known.string) != (message.id, message.string):
                raise ConflictingTranslations(path=path, msgid=message.id)
            whole[message.id] = message
    return whole


def _compiled(catalogue: Catalog) -> GNUTranslations:
    binary = BytesIO()
    write_mo(binary, catalogue)
    binary.seek(0)
    return GNUTranslations(binary)
