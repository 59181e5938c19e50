"""Facts about the public list: a letter or an op-ed is put on it, or taken off."""

from collections.abc import Mapping

from ..domain.kinds import Kind
from ..domain.letters import Letter
from ..domain.op_eds import OpEd
from ..domain.public_list import NeverPublic, PublicMark, Statement, public_key, require_out
from ..store.unit_of_work import UnitOfWork

CLASSES: Mapping[Kind, type[Letter | OpEd]] = {Kind.LETTER: Letter, Kind.OP_ED: OpEd}


def statement(work: UnitOfWork, kind: Kind, key: str) -> Statement:
    """The letter or op-ed itself. Raises NeverPublic for anything else, and Unknown."""
    cls = CLASSES.get(kind)
    if cls is None:
        raise NeverPublic(thing=f"{kind}:{key}")
    found: Statement = work.view(cls, key)
    return found


def mark_of(work: UnitOfWork, kind: Kind, key: str) -> PublicMark | None:
    """How it stands with the list, None for what was never on it."""
    return work.look(PublicMark, public_key(kind, key))


def show_publicly(
    work: UnitOfWork, *, kind: Kind, key: str, address: str = "", uid: str = ""
) -> PublicMark:
    """Put it on the list; what is there already gets that address.

    `uid` is the identity that it had on the list of another system. Raises Unknown, NeverPublic,
    WithdrawnLetter, NotOutYet and NotALink.
    """
    require_out(statement(work, kind, key))
    name = public_key(kind, key)
    mark = work.find(PublicMark, name)
    if mark is None:
        mark = PublicMark(name, kind, key, uid or work.new_uid(f"public/{name}"))
        mark.put_on(address)
        work.add(mark)
    else:
        mark.put_on(address)
    return mark


def show_no_more(work: UnitOfWork, *, kind: Kind, key: str) -> PublicMark:
    """Take it off the list. Raises Unknown where it was never on it."""
    mark = work.get(PublicMark, public_key(kind, key))
    mark.take_off()
    return mark
