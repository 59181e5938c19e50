"""Mail into a folder, one .eml a message: the default of a fresh installation, and the replay's."""

import hashlib
import os
import re
import tempfile
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from .message import KEY_HEADER, wire
from .transport import Unwritable

UNSAFE = re.compile(r"[^A-Za-z0-9._+-]+")
LONGEST_NAME = 150


class FileTransport:
    """Saves each message under the name of its key; the same key again replaces the same file.

    That makes a repeat after a crash harmless: the folder holds each message once. A reader never
    sees half a file, and no two keys ever share one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, message: EmailMessage, *, sender: str, recipient: str) -> None:  # noqa: ARG002 - the envelope of the protocol; a file has none
        """See `Transport.send`; raises `Unwritable` when the folder cannot be written to."""
        content = wire(message)
        key = _key(message)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            _replace(self._path(key), content)
        except OSError as trouble:
            reason = trouble.strerror or str(trouble)
            raise Unwritable(folder=self.folder, reason=reason) from trouble

    def close(self) -> None:
        """Nothing is held open."""

    def _path(self, key: str) -> Path:
        stem = UNSAFE.sub("-", key).strip("-.")[:LONGEST_NAME]
        plain = self.folder / f"{stem}.eml"
        if stem == key.replace(" ", "-") and not _belongs_to_another(plain, key):
            return plain
        return self.folder / f"{stem}-{hashlib.sha256(key.encode()).hexdigest()[:12]}.eml"


def _key(message: EmailMessage) -> str:
    return str(message[KEY_HEADER] or message["Message-ID"] or "")


def _belongs_to_another(path: Path, key: str) -> bool:
    """Whether the file holds a message with another key, such as `A B-C` where this is `A-B C`."""
    if not path.exists():
        return False
    return _key(message_from_bytes(path.read_bytes(), policy=default)) != key


def _replace(path: Path, content: bytes) -> None:
    """Write the file whole or not at all, and make it last through a power cut."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _keep_the_name(path.parent)


def _keep_the_name(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
