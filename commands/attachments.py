"""Facts about files: attached to something, withdrawn, attached again."""

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import insert, select

from ..domain.attachments import (
    USES,
    AttachedAlready,
    Attachment,
    NobodysReply,
    NoFilesHere,
    NotUsedSo,
    SoundFile,
    Use,
)
from ..domain.consultations import Consultation
from ..domain.entity import Entity
from ..domain.kinds import Kind
from ..domain.letters import Letter
from ..domain.meetings import Meeting
from ..domain.op_eds import OpEd
from ..store.attachment_tables import attachment, attachment_piece
from ..store.unit_of_work import Office, UnitOfWork
from .keys import next_key

PIECE = 1_048_576
"""How many bytes of a file one row holds."""

HOLDERS: Mapping[Kind, type[Entity]] = {
    Kind.LETTER: Letter,
    Kind.CONSULTATION: Consultation,
    Kind.OP_ED: OpEd,
    Kind.MEETING: Meeting,
}
"""What files can belong to."""


def kind_of(entity: Entity) -> Kind:
    """Which of the kinds that take files it is. Raises NoFilesHere."""
    for kind, cls in HOLDERS.items():
        if isinstance(entity, cls):
            return kind
    raise NoFilesHere(key=entity.key)


def attach(
    work: UnitOfWork,
    *,
    kind: Kind,
    holder: str,
    files: Iterable[SoundFile],
    use: Use,
    party: str | None = None,
) -> list[Attachment]:
    """Attach files that were looked through (`examined`) to the thing with that key.

    `party` says whose answer a REPLY is: one of the letter's recipients. The thing is locked, so
    that of two people who attach the same file one is told. Raises Unknown for the thing,
    NotUsedSo, NobodysReply, AttachedAlready.
    """
    thing = work.get(HOLDERS[kind], holder)
    if use not in USES[kind]:
        raise NotUsedSo(key=holder, use=use.value, known=", ".join(USES[kind]))
    if isinstance(thing, Letter) and (use is Use.REPLY) != (party in thing.recipients):
        raise NobodysReply(known=", ".join(thing.recipients))
    there = {each.digest: each for each in attachments_of(work, kind, holder) if each.stands}
    made = []
    for each in files:
        if each.digest in there:
            raise AttachedAlready(name=each.name, as_name=there[each.digest].name)
        there[each.digest] = _keep(work, each, kind=kind, holder=holder, use=use, party=party)
        made.append(there[each.digest])
    return made


def _keep(
    work: UnitOfWork, sound: SoundFile, *, kind: Kind, holder: str, use: Use, party: str | None
) -> Attachment:
    key = next_key(work, Attachment, holder)
    found = Attachment.of(
        sound, key=key, kind=kind, holder=holder, use=use, party=party, now=work.now, by=work.by
    )
    work.add(found)
    sound.file.seek(0)
    pieces = enumerate(iter(lambda: sound.file.read(PIECE), b""))
    for number, content in pieces:
        row = insert(attachment_piece).values(attachment=key, number=number, content=content)
        work.session.execute(row)
    return found


def withdraw_attachment(work: UnitOfWork, *, attachment: str, why: str = "") -> Attachment:
    """Take a file out of the list; its bytes stay. Raises Unknown and AlreadyWithdrawn."""
    found = work.get(Attachment, attachment)
    found.withdraw(why=why, now=work.now, by=work.by)
    return found


def restore_attachment(work: UnitOfWork, *, attachment: str) -> Attachment:
    """Attach a withdrawn file again. Raises Unknown, NotWithdrawn and AttachedAlready."""
    found = work.get(Attachment, attachment)
    work.get(HOLDERS[found.kind], found.holder)
    for each in attachments_of(work, found.kind, found.holder):
        if each.stands and each.digest == found.digest and each is not found:
            raise AttachedAlready(name=found.name, as_name=each.name)
    found.restore()
    return found


def attachments_of(work: UnitOfWork, kind: Kind, holder: str) -> list[Attachment]:
    """Every file of that thing, in the order of what they are to it, then as they came."""
    work.session.flush()
    query = select(Attachment).where(attachment.c.holder == holder, attachment.c.kind == kind)
    order = USES.get(kind, ())
    return sorted(
        work.session.scalars(query),
        key=lambda each: (order.index(each.use), each.party or "", each.added, each.key),
    )


def content_of(office: Office, key: str) -> Iterator[bytes]:
    """The bytes of a file, a piece at a time; nothing is held open while somebody reads slowly."""
    number = 0
    row = attachment_piece.c
    while True:
        query = select(row.content).where(row.attachment == key, row.number == number)
        with office.reading() as work:
            content: bytes | None = work.session.scalar(query)
        if content is None:
            return
        yield content
        number += 1
