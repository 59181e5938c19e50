"""What every page that changes something has in common: who does it, and what it was made from."""

from typing import Protocol

from starlette.requests import Request

from ...domain.errors import TilsvarError
from ..access import NotSignedIn
from ..signing_in.sessions import SignedIn, signed_in

CONFLICT = 409


class Stamped(Protocol):
    """Whatever has a stamp that no two of its states share."""

    @property
    def modified(self) -> object: ...


class ChangedMeanwhile(TilsvarError):
    """Somebody changed this meanwhile. What you typed is still here: look, and send it again."""


class ChangedByAnother(ChangedMeanwhile):
    """{who} changed this meanwhile. What you typed is still here: look, and send it again."""


def reader_of(request: Request) -> SignedIn:
    """Whoever is signed in. Raises NotSignedIn."""
    reader = signed_in(request)
    if reader is None:
        raise NotSignedIn
    return reader


def stamp_of(found: Stamped) -> str:
    """What a form carries of the thing that it was made from."""
    return str(found.modified)


def require_unchanged(found: Stamped, stamp: str) -> None:
    """Raises ChangedMeanwhile where the form was made from another state of it."""
    if stamp != stamp_of(found):
        raise ChangedMeanwhile
