"""An inbox on an IMAP server (RFC 3501), looked into without leaving a trace.

The mark is the message's UID with the mailbox's UIDVALIDITY: UIDs only grow, and where they do not
mean the same any more, the server says so by another UIDVALIDITY.
"""

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from imap_tools import BaseMailBox

from .imap_server import LOST, ImapServer, connect, weather
from .port import HANDLED, LARGEST, InboxError, Message

AT_A_TIME = 200
"""Of so many messages the sizes are asked for at once."""

_SIZE = re.compile(rb"UID (\d+)\b.*?RFC822\.SIZE (\d+)|RFC822\.SIZE (\d+).*?UID (\d+)\b")
_NAMESPACE = re.compile(r'^\(\("((?:[^"\\]|\\.)*)" (?:"(.)"|NIL)')


class ImapInbox:
    """One mailbox on one server; the connection is opened when it is needed and kept until `close`.

    Not for several threads at a time.
    """

    def __init__(self, server: ImapServer, *, trust: ssl.SSLContext | None = None) -> None:
        """`trust` says which certificates are believed; by default those of the system."""
        self.server = server
        self._trust = trust
        self._box: BaseMailBox | None = None
        self._writable = False
        self._validity = ""

    @property
    def place(self) -> str:
        return f"{self.server.user} at {self.server.place}, {self.server.folder}"

    def messages(self, after: str = "") -> Iterator[Message]:
        """See `Inbox.messages`."""
        with self._opened() as box:
            validity, _, last = after.partition(":")
            first = int(last) + 1 if validity == self._validity and last.isdigit() else 1
            # `n:*` names the last message also where its UID is below n (RFC 3501, 6.4.8).
            new = sorted(
                uid for uid in map(int, box.uids(f"UID {first}:*", charset=None)) if uid >= first
            )
        validity = self._validity
        for begin in range(0, len(new), AT_A_TIME):
            for uid in self._not_too_large(new[begin : begin + AT_A_TIME]):
                name = f"{validity}:{uid}"
                content = self._content(name)
                if content is not None:
                    yield Message(id=name, mark=name, content=content)

    def done(self, message_id: str) -> None:
        """See `Inbox.done`; where the server cannot move messages (RFC 6851) it stays."""
        validity, _, uid = message_id.partition(":")
        with self._opened(writable=True) as box:
            # The other way to move ends with EXPUNGE, which also takes what a person has marked
            # as deleted and could still bring back.
            if validity == self._validity and "MOVE" in box.client.capabilities:
                box.move(uid, _handled(box))

    def count(self) -> int:
        """See `Inbox.count`."""
        with self._opened() as box:
            return len(box.uids("ALL", charset=None))

    def close(self) -> None:
        """See `Inbox.close`."""
        if self._box is not None:
            with suppress(*LOST):
                self._box.logout()
            self._drop()

    @contextmanager
    def _opened(self, *, writable: bool = False) -> Iterator[BaseMailBox]:
        """The connection with the folder open, for reading only until something is put away.

        Opening it for writing alone would tell the server that its new messages are not recent any
        more (RFC 3501, 2.3.2).
        """
        try:
            box = self._box or connect(self.server, self._trust)
            with weather(self.server):
                if self._box is None or (writable and not self._writable):
                    self._box, self._writable = box, writable
                    box.folder.set(self.server.folder, readonly=not writable)
                    _, told = box.client.response("UIDVALIDITY")
                    self._validity = told[-1].decode() if told and told[-1] else "0"
                yield box
        except InboxError:
            self._drop()
            raise

    def _drop(self) -> None:
        if self._box is not None:
            with suppress(*LOST):
                self._box.client.shutdown()
        self._box, self._writable = None, False

    def _not_too_large(self, uids: list[int]) -> list[int]:
        with self._opened() as box:
            named = ",".join(map(str, uids))
            _, told = box.client.uid("FETCH", named, "(RFC822.SIZE)")
        sizes: dict[int, int] = {}
        for line in told:
            if isinstance(line, bytes) and (found := _SIZE.search(line)):
                uid, size = (found[1], found[2]) if found[1] else (found[4], found[3])
                sizes[int(uid)] = int(size)
        return [uid for uid in uids if sizes.get(uid, 0) <= LARGEST]

    def _content(self, message_id: str) -> bytes | None:
        """The message's bytes; None where a person has taken it away meanwhile."""
        validity, _, uid = message_id.partition(":")
        with self._opened() as box:
            if validity != self._validity:
                return None
            _, told = box.client.uid("FETCH", uid, "(BODY.PEEK[])")
        for part in told or ():
            if isinstance(part, tuple) and b"BODY[]" in part[0].upper():
                content: bytes = part[1]
                return content
        return None


def _handled(box: BaseMailBox) -> str:
    """The folder for what is recorded, made where it is missing, as the server writes its name."""
    prefix, separator = _namespace(box)
    name = ""
    for level in HANDLED:
        name = f"{name}{separator or '-'}{level}" if name else f"{prefix}{level}"
        if (separator or level == HANDLED[-1]) and not box.folder.exists(name):
            box.folder.create(name)
            box.folder.subscribe(name, value=True)
    return name


def _namespace(box: BaseMailBox) -> tuple[str, str]:
    """What names of a person's own folders begin with, and what separates them (RFC 2342)."""
    told = b""
    if "NAMESPACE" in box.client.capabilities:
        told = box.client.namespace()[1][-1] or b""
    found = _NAMESPACE.match(told.decode("ascii", "replace"))
    if found:
        return found[1], (found[2] or "")
    separators = [each.delim for each in box.folder.list("", "%")]
    return "", next((each for each in separators if each != "NIL"), "")
