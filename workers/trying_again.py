"""A person has what failed for good tried again: a ring, a delivery or a mail."""

from ..domain.errors import TilsvarError
from ..notifications import ledger
from ..reports.failures import Task, failures
from ..store.unit_of_work import Office
from .deliveries import try_again
from .rung_attempts import try_rung_again


class NothingLikeThatFailed(TilsvarError):
    """Nothing called {key} has failed. See `tilsvar failure list`."""


def try_failed_again(office: Office, key: str) -> None:
    """Give it another round of attempts; the clock or the relay finds it within a minute.

    `key` is as `reports.failures` tells it. Raises NothingLikeThatFailed.
    """
    with office.reading() as work:
        found = {each.key: each for each in failures(work)}
    if key not in found:
        raise NothingLikeThatFailed(key=key)
    failure = found[key]
    match failure.task:
        case Task.RUNG:
            try_rung_again(office, int(failure.id))
        case Task.DELIVERY:
            try_again(office, int(failure.id))
        case Task.MAIL:
            ledger.try_again(office, failure.id)
