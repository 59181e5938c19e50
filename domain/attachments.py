"""Files that belong to a letter, an answer to it, a consultation, an op-ed or a meeting."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import BinaryIO

from .entity import Entity
from .errors import DomainError
from .events import AttachmentAdded, AttachmentRestored, AttachmentWithdrawn
from .kinds import Kind


class FileFormat(StrEnum):
    """What can be kept, by the ending of its name."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self]


MEDIA_TYPES: Mapping[FileFormat, str] = {
    FileFormat.PDF: "application/pdf",
    FileFormat.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileFormat.ODT: "application/vnd.oasis.opendocument.text",
}


class Use(StrEnum):
    """What a file is to the thing that it belongs to."""

    LETTER = "letter"
    ENCLOSURE = "enclosure"
    REPLY = "reply"
    CALL = "call"
    DRAFT = "draft"
    RESPONSE = "response"
    FINAL = "final"
    PAPERS = "papers"
    MINUTES = "minutes"
    OTHER = "other"


USES: Mapping[Kind, tuple[Use, ...]] = {
    Kind.LETTER: (Use.LETTER, Use.ENCLOSURE, Use.REPLY, Use.OTHER),
    Kind.CONSULTATION: (Use.CALL, Use.DRAFT, Use.RESPONSE, Use.OTHER),
    Kind.OP_ED: (Use.DRAFT, Use.FINAL, Use.OTHER),
    Kind.MEETING: (Use.PAPERS, Use.MINUTES, Use.OTHER),
}
"""What files can be to which things, in the order in which lists show them."""


class NoFilesHere(DomainError):
    """{key} takes no files: attach them to a letter, a consultation, an op-ed or a meeting."""


class NotUsedSo(DomainError):
    """A file of {key} cannot be “{use}”: choose one of {known}."""


class NobodysReply(DomainError):
    """Say whose answer the file is: one of {known}."""


class FileRefused(DomainError):
    """The file cannot be attached."""


class AttachedAlready(FileRefused):
    """“{name}” is attached already, as “{as_name}”. Leave it out."""


class AlreadyWithdrawn(DomainError):
    """“{name}” is withdrawn already."""


class NotWithdrawn(DomainError):
    """“{name}” is not withdrawn: it stands in the list."""


@dataclass(frozen=True)
class SoundFile:
    """A file that was looked through and may be kept: `digest` is the SHA-256 of its bytes.

    `file` holds the bytes, of which there are `size`; whoever opened it closes it.
    """

    name: str
    format: FileFormat
    size: int
    digest: str
    file: BinaryIO


@dataclass(eq=False)
class Attachment(Entity):
    """One file of the thing that `kind` and `holder` name; its bytes are kept apart.

    `party` is the organisation whose answer it is, None for what is nobody's answer. `added` and
    `withdrawn` are moments in UTC, with the keys of those who did it. Nothing of it changes but
    whether it is withdrawn.
    """

    key: str
    kind: Kind
    holder: str
    use: Use
    party: str | None
    name: str
    format: FileFormat
    size: int
    digest: str
    added: datetime
    added_by: str
    withdrawn: datetime | None = None
    withdrawn_by: str | None = None
    why: str = ""

    @classmethod
    def of(
        cls,
        sound: SoundFile,
        *,
        key: str,
        kind: Kind,
        holder: str,
        use: Use,
        party: str | None,
        now: datetime,
        by: str,
    ) -> "Attachment":
        found = cls(
            key,
            kind,
            holder,
            use,
            party,
            sound.name,
            sound.format,
            sound.size,
            sound.digest,
            now,
            by,
        )
        found.record(AttachmentAdded(key, holder, use.value, party))
        return found

    @property
    def stands(self) -> bool:
        return self.withdrawn is None

    def withdraw(self, *, why: str, now: datetime, by: str) -> None:
        """It was attached by mistake. Raises AlreadyWithdrawn."""
        if not self.stands:
            raise AlreadyWithdrawn(name=self.name)
        self.withdrawn, self.withdrawn_by, self.why = now, by, why.strip()
        self.record(AttachmentWithdrawn(self.key, self.holder, self.why))

    def restore(self) -> None:
        """It was withdrawn by mistake. Raises NotWithdrawn."""
        if self.stands:
            raise NotWithdrawn(name=self.name)
        self.withdrawn, self.withdrawn_by, self.why = None, None, ""
        self.record(AttachmentRestored(self.key, self.holder))
