"""The public list: which statements and op-eds the council shows to everybody on its website.

Nothing stands there by itself. A person puts a letter or a published op-ed on it, and takes it off.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from .dates import Edtf
from .entity import Entity
from .errors import DomainError
from .events import (
    LetterLinkedPublicly,
    LetterMadePublic,
    LetterTakenOffPublicList,
    OpEdLinkedPublicly,
    OpEdMadePublic,
    OpEdTakenOffPublicList,
)
from .kinds import Kind, OpEdStatus
from .letters import Letter
from .links import web_link
from .op_eds import OpEd

PUT_ON: Mapping[Kind, type[LetterMadePublic | OpEdMadePublic]] = {
    Kind.LETTER: LetterMadePublic,
    Kind.OP_ED: OpEdMadePublic,
}
LINKED: Mapping[Kind, type[LetterLinkedPublicly | OpEdLinkedPublicly]] = {
    Kind.LETTER: LetterLinkedPublicly,
    Kind.OP_ED: OpEdLinkedPublicly,
}
TAKEN_OFF: Mapping[Kind, type[LetterTakenOffPublicList | OpEdTakenOffPublicList]] = {
    Kind.LETTER: LetterTakenOffPublicList,
    Kind.OP_ED: OpEdTakenOffPublicList,
}

Statement = Letter | OpEd
"""What can stand on the list."""


class NeverPublic(DomainError):
    """{thing} cannot stand on the public list: only letters and op-eds can."""


class NotOutYet(DomainError):
    """The op-ed is not published yet. Register when it was printed before it is shown."""


class WithdrawnLetter(DomainError):
    """The letter is withdrawn, so it cannot be shown to anybody."""


def public_key(kind: Kind, key: str) -> str:
    """By which the list knows a thing: "letter:L2022-06"."""
    return f"{kind.value}:{key}"


def said_on(thing: Statement) -> Edtf | None:
    """When it was sent or printed; None for what is not, or not any more, for others to see."""
    if isinstance(thing, Letter):
        return None if thing.withdrawn else thing.sent
    return thing.published if thing.status is OpEdStatus.PUBLISHED else None


def require_out(thing: Statement) -> None:
    """Raises WithdrawnLetter or NotOutYet where it is not for others to see."""
    if said_on(thing) is None:
        raise WithdrawnLetter if isinstance(thing, Letter) else NotOutYet


@dataclass(eq=False)
class PublicMark(Entity):
    """That a thing stands on the list, or has stood there.

    `uid` is its identity in feeds, which stays when it is taken off and put on again; `address` is
    where the council's own website shows the thing, or nothing.
    """

    key: str
    kind: Kind
    thing: str
    uid: str
    address: str = ""
    shown: bool = False

    def put_on(self, address: str) -> None:
        """Show it, with that address; shown already, its address changes. Raises NotALink."""
        link = web_link(address)
        if not self.shown:
            self.shown, self.address = True, link
            self.record(PUT_ON[self.kind](self.thing))
        elif link != self.address:
            self.address = link
            self.record(LINKED[self.kind](self.thing))

    def take_off(self) -> None:
        """Show it no more; its address is kept for the day on which it is shown again."""
        if self.shown:
            self.shown = False
            self.record(TAKEN_OFF[self.kind](self.thing))
