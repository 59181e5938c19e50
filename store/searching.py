"""Finds things by words, each the beginning of a word of theirs, or of a name of what they name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import TextClause, select, text

from ..domain.areas import Area
from ..domain.kinds import Kind
from .search_tables import COLUMNS, entry
from .search_texts import term
from .search_words import mark, words_of
from .unit_of_work import UnitOfWork

MOST_WORDS = 12
WHOLE = 5  # characters of what may stand inside a name, not only begin it
LONGEST = 300  # characters of what is typed

_SQLITE = text(
    "SELECT rowid FROM search_words WHERE search_words MATCH :search"
    " ORDER BY rowid DESC LIMIT :most"
)
_POSTGRES = {
    "title": text(
        "SELECT id FROM search_entry"
        " WHERE array_to_tsvector(string_to_array(title, ' ')) @@ CAST(:search AS tsquery)"
        " ORDER BY id DESC LIMIT :most"
    ),
    "words": text(
        "SELECT id FROM search_entry"
        " WHERE array_to_tsvector(string_to_array(words, ' ')) @@ CAST(:search AS tsquery)"
        " ORDER BY id DESC LIMIT :most"
    ),
}
"""In the same words as the indexes of search_tables."""

Terms = Sequence[Sequence[str]]
"""For each word that is typed what may stand for it: the word itself comes first, then marks."""


@dataclass(frozen=True)
class Asked:
    """What is looked for: the words as they were typed, and what each may stand for."""

    words: tuple[str, ...]
    terms: Terms


def asked(work: UnitOfWork, typed: str) -> Asked:
    """The words of what was typed, with the people, organisations and areas that they name.

    A name finds what was written to those before and after it, too.
    """
    words = tuple(dict.fromkeys(words_of(typed[:LONGEST])))[:MOST_WORDS]
    if not words:
        return Asked((), ())
    called = _called(work)
    lines = {key: work.succession.line(key) for key in work.organisations}
    return Asked(words, [(word, *_named(word, called, lines)) for word in words])


def _called(work: UnitOfWork) -> Mapping[str, list[str]]:
    """The words by which each person, organisation and area is called."""
    names = [(key, row.name) for key, row in work.organisations.items()]
    names += [(each.key, each.name) for each in work.people]
    names += [(each.key, each.name) for each in work.all(Area)]
    return {key: words_of(f"{key} {name}") for key, name in names}


def _named(
    word: str, called: Mapping[str, list[str]], lines: Mapping[str, Iterable[str]]
) -> list[str]:
    found = [key for key, names in called.items() if any(_calls(each, word) for each in names)]
    kin = [each for key in found for each in (key, *lines.get(key, ()))]
    return list(dict.fromkeys(map(mark, kin)))


def _calls(name: str, word: str) -> bool:
    """Whether a name begins so, or holds the word as its compounds do: omsorgsdepartementet."""
    return name.startswith(word) or (len(word) >= WHOLE and word in name)


def find(work: UnitOfWork, kind: Kind, wanted: Asked, most: int) -> list[str]:
    """The keys of at most so many things of that kind, the best first.

    First what has that very key, then what has every word in its title, then the others; among
    them the newest first. No word finds nothing.
    """
    if not wanted.words:
        return []
    found: dict[str, None] = {}
    for column in COLUMNS:
        found |= dict.fromkeys(_newest(work, kind, wanted, column, most))
        if len(found) >= most:
            break
    best = sorted(found, key=lambda key: tuple(words_of(key)) != wanted.words)
    return best[:most]


def keys_matching(work: UnitOfWork, kind: Kind, typed: str, most: int) -> list[str]:
    """The keys of at most so many things of that kind that have all these words, the newest first.

    Where no word is typed nothing matches.
    """
    wanted = asked(work, typed)
    return _newest(work, kind, wanted, "words", most) if wanted.words else []


def _newest(work: UnitOfWork, kind: Kind, wanted: Asked, column: str, most: int) -> list[str]:
    """What has the words themselves, where that is enough; else what only begins so, too.

    What begins so must be gathered from all that does, before the first of it is known.
    """
    found: list[str] = []
    for search in _searches(work, kind, wanted, column):
        keys = select(entry.c.key).where(entry.c.id.in_(search.bindparams(most=most)))
        found = list(work.session.scalars(keys.order_by(entry.c.id.desc())))
        if len(found) == most:
            break
    return found


def _searches(work: UnitOfWork, kind: Kind, wanted: Asked, column: str) -> Iterator[TextClause]:
    """The newest ids of what has all the words in that column, as each database asks its index."""
    terms = [[term(kind, each) for each in every] for every in wanted.terms]
    for sign in ("", "*"):
        if work.session.get_bind().dialect.name == "sqlite":
            begins = f'"{{}}" {sign}'
            every = [_either(each, '"{}"', " OR ", begins) for each in terms]
            yield _SQLITE.bindparams(search=f"{{{column}}} : ({' AND '.join(every)})")
        else:
            begins = f"'{{}}':{sign}" if sign else "'{}'"
            every = [_either(each, "'{}'", " | ", begins) for each in terms]
            yield _POSTGRES[column].bindparams(search=" & ".join(every))


def _either(term: Sequence[str], whole: str, either: str, beginning: str) -> str:
    word, *named = term
    return f"({either.join((beginning.format(word), *map(whole.format, named)))})"
