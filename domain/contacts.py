"""Whom to turn to at an organisation: a function first, a person only where that is needed.

Why each is kept is written down with it. A person can be erased, for good; the function stays.
"""

import re
from dataclasses import dataclass

from .entity import Entity
from .errors import DomainError
from .events import ContactAdded, ContactCorrected, ContactErased

_WORD = re.compile(r"[^\W\d_]{2,}")
_LONG_ENOUGH = 4
"""Letters of a name that tell who it is also at the beginning of a longer word."""


class PurposeNeeded(DomainError):
    """Say why the council keeps this: what it is needed for."""


class FunctionNeeded(DomainError):
    """Say which function this is, such as head of department."""


class ContactIsErased(DomainError):
    """{key} is erased: whoever stood there cannot be brought back. Register a new one."""


@dataclass(eq=False)
class ContactFunction(Entity):
    """A function at an organisation, with a name and an address only where they are needed.

    `purpose` says why it is kept, `themes` which themes it is for. Once `erased`, nothing here
    tells who it was.
    """

    key: str
    organisation: str
    function: str
    purpose: str
    name: str = ""
    email: str = ""
    themes: tuple[str, ...] = ()
    erased: bool = False

    @classmethod
    def add(
        cls,
        key: str,
        organisation: str,
        function: str,
        purpose: str,
        *,
        name: str = "",
        email: str = "",
        themes: tuple[str, ...] = (),
    ) -> "ContactFunction":
        """Raises FunctionNeeded and PurposeNeeded."""
        _require(function, purpose)
        found = cls(key, organisation, function, purpose, name, email, themes)
        found.record(ContactAdded(key, organisation))
        return found

    def correct(self, **values: object) -> None:
        """Raises ContactIsErased, FunctionNeeded and PurposeNeeded."""
        self._require_kept()
        _require(values.get("function", self.function), values.get("purpose", self.purpose))
        changed = self.change(values)
        if changed:
            self.record(ContactCorrected(self.key, self.organisation, changed))

    def erase(self) -> None:
        """Forget who it was; that cannot be undone. Raises ContactIsErased.

        The name and the address go, and with them whatever else names the person.
        """
        self._require_kept()
        # Where the address is says nothing of the person.
        person = f"{self.name} {self.email.rpartition('@')[0]}"
        if _names(person, self.function):
            self.function = ""
        if _names(person, self.purpose):
            self.purpose = ""
        self.name = self.email = ""
        self.erased = True
        self.record(ContactErased(self.key, self.organisation))

    def _require_kept(self) -> None:
        if self.erased:
            raise ContactIsErased(key=self.key)


def _require(function: object, purpose: object) -> None:
    if not str(function).strip():
        raise FunctionNeeded
    if not str(purpose).strip():
        raise PurposeNeeded


def _names(person: str, text: str) -> bool:
    """Whether a word of the text is, or begins as, any part of the person's name or address."""
    parts = set(_WORD.findall(person.casefold()))
    return any(
        word in (part, f"{part}s") or (len(part) >= _LONG_ENOUGH and word.startswith(part))
        for word in _WORD.findall(text.casefold())
        for part in parts
    )
