"""Opening the system for one command: to look, or to record facts in somebody's name."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..domain.errors import TilsvarError

if TYPE_CHECKING:
    from ..bootstrap import App
    from ..store.unit_of_work import UnitOfWork

NOBODY_NAMED = "cli"
"""Who recorded a fact when the command does not say it: the command line itself."""


class NobodyLikeThat(TilsvarError):
    """There is nobody with the key or the address {by}. See `tilsvar user list`."""


@contextmanager
def opened() -> Iterator["App"]:
    """The system as the settings say, without workers of its own."""
    from ..bootstrap import bootstrap

    app = bootstrap()
    try:
        yield app
    finally:
        app.close()


@contextmanager
def looking() -> Iterator[tuple["App", "UnitOfWork"]]:
    """A view of the data that changes nothing."""
    with opened() as app, app.office.reading() as work:
        yield app, work


@contextmanager
def recording(by: str = NOBODY_NAMED) -> Iterator["UnitOfWork"]:
    """One transaction in the name of `by`, a person's key or address; kept where nothing is raised.

    Raises NobodyLikeThat.
    """
    with opened() as app, app.office.work(by=key_of(app, by)) as work:
        yield work
        work.commit()


def key_of(app: "App", by: str) -> str:
    """The key of whom `by` names, by a key or an address. Raises NobodyLikeThat."""
    if by == NOBODY_NAMED:
        return by
    with app.office.reading() as work:
        for person in work.people:
            if by in (person.key, person.email):
                return person.key
    raise NobodyLikeThat(by=by)


def names(work: "UnitOfWork") -> dict[str, str]:
    """The names of people and organisations by key."""
    from ..domain.organisations import Organisation

    known = {each.key: each.name for each in work.all(Organisation)}
    return known | {each.key: each.name for each in work.people}
