"""What every page that changes something has in common: who does it, and what it was made from."""

from typing import Protocol
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse

from ..domain.errors import TilsvarError
from .access import NotSignedIn
from .sessions import SignedIn, signed_in

CONFLICT = 409


class Stamped(Protocol):
    """Whatever has a stamp that no two of its states share."""

    @property
    def modified(self) -> object: ...


class ChangedMeanwhile(TilsvarError):
    """Somebody has changed this meanwhile. What you wrote stands here: look, and send it again."""


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


def done(path: str, what: str, **facts: str) -> RedirectResponse:
    """The page to land on, which says what happened."""
    return RedirectResponse(f"{path}?{urlencode({'told': what, **facts})}", 303)
