"""Files and comments: each is found by itself, and stands on the page of what it belongs to."""

from typing import TypeAlias

from starlette.requests import Request

from ...domain.attachments import Attachment
from ...domain.comments import Comment
from ...domain.entity import Entity
from ...domain.kinds import Kind
from ...store.unit_of_work import UnitOfWork
from ..links import CLASSES, address
from ..rules import OFFICE
from ..signing_in.sessions import SignedIn
from ..things.attachments_panel import may_see

PartOfThing: TypeAlias = Attachment | Comment
PARTS = (Kind.ATTACHMENT, Kind.COMMENT)


def thing_of(part: PartOfThing, work: UnitOfWork) -> Entity:
    """What the file or the comment belongs to."""
    key = part.holder if isinstance(part, Attachment) else part.thing
    found: Entity = work.view(CLASSES[part.kind], key)
    return found


def place_of(part: PartOfThing, work: UnitOfWork) -> str:
    """Where it is read."""
    return address(thing_of(part, work)) + ("#files" if isinstance(part, Attachment) else "")


def may_find(request: Request, reader: SignedIn, part: PartOfThing, work: UnitOfWork) -> bool:
    """Whether it stands and the reader sees it: of comments, members see their own."""
    if not part.stands or not may_see(request, reader, thing_of(part, work), work):
        return False
    return isinstance(part, Attachment) or part.by == reader.key or reader.role in (OFFICE or ())
