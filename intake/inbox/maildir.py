"""An inbox as a folder of files (Maildir), as Postfix and Dovecot keep it on the same machine.

Files have no order of their own, and a name says when a message began to come, not when it was
there. The moment at which the file got its name (ctime) says that. Several messages can have the
same moment, so a mark holds the newest moment and what was looked at shortly before it. Where a
mail program renames a file, since somebody has read the message, it comes once more; that does no
harm, since what is recorded is recognised.
"""

import hashlib
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from mailbox import Maildir, NoSuchMailboxError
from pathlib import Path
from typing import NamedTuple

from .port import HANDLED, LARGEST, InboxUnreachable, Message, NoSuchInbox

SHORTLY = 50_000_000
"""Nanoseconds; the clock of a file system ticks every 10 milliseconds or more often."""


class _File(NamedTuple):
    """A message; its key is the file's name without the flags that a mail program adds."""

    moment: int
    key: str
    path: Path

    @property
    def trace(self) -> str:
        return hashlib.sha256(self.key.encode("utf-8", "surrogateescape")).hexdigest()[:12]


class MaildirInbox:
    """One Maildir; what is put away lies in `.Tilsvar.Behandlet` inside it (Maildir++)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def place(self) -> str:
        return str(self.folder)

    def messages(self, after: str = "") -> Iterator[Message]:
        """See `Inbox.messages`."""
        mark = _Mark.read(after)
        with self._weather():
            files = [file for file in self._files() if mark.is_before(file)]
        for file in files:
            mark.move_to(file)
            with self._weather():
                content = _content(file.path)
            if content is not None:
                yield Message(id=file.key, mark=str(mark), content=content)

    def done(self, message_id: str) -> None:
        """See `Inbox.done`; from then on it counts as read."""
        with self._weather():
            for file in self._files():
                if file.key == message_id:
                    file.path.rename(self._handled() / "cur" / f"{file.key}:2,S")

    def count(self) -> int:
        """See `Inbox.count`."""
        with self._weather():
            return len(self._files())

    def close(self) -> None:
        """See `Inbox.close`; nothing is held open."""

    def _files(self) -> list[_File]:
        """Every message, oldest first. Those in `new` stay there: a mail program counts them."""
        found: dict[str, _File] = {}
        for folder in ("new", "cur"):
            for path in (self.folder / folder).iterdir():
                key = path.name.partition(":")[0]
                moment = _moment(path)
                if not key.startswith(".") and moment is not None:
                    found[key] = _File(moment, key, path)
        return sorted(found.values())

    def _handled(self) -> Path:
        inbox = Maildir(self.folder, create=False)
        name = ".".join(HANDLED)
        inbox.add_folder(name)
        return self.folder / f".{name}"

    @contextmanager
    def _weather(self) -> Iterator[None]:
        try:
            yield
        except (FileNotFoundError, NotADirectoryError, NoSuchMailboxError) as missing:
            raise NoSuchInbox(place=self.place, folder="(cur, new and tmp)") from missing
        except OSError as trouble:
            reason = trouble.strerror or str(trouble)
            raise InboxUnreachable(place=self.place, reason=reason) from trouble


class _Mark:
    """Up to where was looked, as text: a moment, and the traces of what came shortly before it."""

    def __init__(self, moment: int, looked_at: list[tuple[int, str]]) -> None:
        self.moment = moment
        self._looked_at = deque(looked_at)

    @classmethod
    def read(cls, text: str) -> "_Mark":
        first, *traces = text.split() or ["0"]
        moment = int(first) if first.isdigit() else 0
        return cls(moment, [(moment, each) for each in traces])

    def __str__(self) -> str:
        return " ".join([str(self.moment), *(each for _, each in self._looked_at)])

    def is_before(self, file: _File) -> bool:
        """Whether the message has not been looked at."""
        if file.moment < self.moment - SHORTLY:
            return False
        return all(file.trace != each for _, each in self._looked_at)

    def move_to(self, file: _File) -> None:
        self.moment = max(self.moment, file.moment)
        while self._looked_at and self._looked_at[0][0] < self.moment - SHORTLY:
            self._looked_at.popleft()
        self._looked_at.append((file.moment, file.trace))


def _moment(path: Path) -> int | None:
    """When the file got its name; None where it has gone meanwhile, or is no file."""
    try:
        return path.stat().st_ctime_ns if path.is_file() else None
    except FileNotFoundError:
        return None


def _content(path: Path) -> bytes | None:
    """The message's bytes; None where it has gone meanwhile, or is larger than any of ours."""
    try:
        return path.read_bytes() if path.stat().st_size <= LARGEST else None
    except FileNotFoundError:
        return None
