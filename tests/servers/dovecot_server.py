"""A real IMAP server, Debian's Dovecot, with one mailbox, listening on loopback.

It runs as an ordinary user: root steps down to `nobody` for it, anybody else runs it as themselves.
"""

import grp
import imaplib
import os
import pwd
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tilsvar.tests.servers.ports import free_port
from tilsvar.tests.servers.programs import (
    Program,
    installed,
    nobody_for_root,
    remove,
    temporary_folder,
)

_SETTINGS = """\
base_dir = {folder}/run
state_dir = {folder}/state
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
mail_location = maildir:{folder}/mail
mail_fsync = never
auth_failure_delay = 0
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/home
}}
namespace inbox {{
  inbox = yes
  separator = {separator}
}}
service anvil {{
  chroot =
  # Otherwise everybody waits after a wrong password.
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
"""
_NAME = re.compile(r'^\(.*?\) (?:".*?"|NIL) "?(.*?)"?$')
_FLAGS = re.compile(rb"FLAGS \(([^)]*)\)")


@dataclass(frozen=True)
class Stored:
    r"""A message as it lies in a folder, with its flags, such as `\Seen`, in their order."""

    content: bytes
    flags: tuple[str, ...]


class DovecotServer:
    """A running server whose only mailbox is that of `USER`; it can be stopped and started again.

    `separator` is what stands between a folder and one in it.
    """

    USER, PASSWORD = "moter", "hemmelig"

    def __init__(self, separator: str = "/") -> None:
        self._command = installed("dovecot", "dovecot-imapd")
        self.folder = temporary_folder("dovecot")
        self.port = free_port()
        self._user = nobody_for_root()
        who = pwd.getpwuid(os.geteuid() if self._user is None else self._user)
        (self.folder / "dovecot.conf").write_text(
            _SETTINGS.format(
                folder=self.folder,
                user=who.pw_name,
                group=grp.getgrgid(who.pw_gid).gr_name,
                port=self.port,
                password=self.PASSWORD,
                separator=separator,
            )
        )
        if self._user is not None:
            os.chown(self.folder, who.pw_uid, who.pw_gid)
        self.start()

    @property
    def url(self) -> str:
        return f"imap://{self.USER}:{self.PASSWORD}@127.0.0.1:{self.port}/INBOX"

    def start(self) -> None:
        self._program = Program(
            [self._command, "-F", "-c", str(self.folder / "dovecot.conf")],
            self.folder,
            name="dovecot",
            user=self._user,
        )
        self._program.wait_for(self._takes_logins)

    def deliver(self, content: bytes, folder: str = "INBOX", flags: str = "") -> None:
        r"""Put a message last in a folder, unread unless the flags say `\Seen`."""
        with self._login() as imap:
            _fine(imap.append(folder, f"({flags})", "", content))

    def messages(self, folder: str = "INBOX") -> list[Stored]:
        """What lies in a folder, oldest first; looking changes nothing."""
        with self._login() as imap:
            _fine(imap.select(f'"{folder}"', readonly=True))
            numbers = _fine(imap.search(None, "ALL"))[0].split()
            return [_stored(_fine(imap.fetch(each, "(FLAGS BODY.PEEK[])"))) for each in numbers]

    def folders(self) -> list[str]:
        """Every folder's name, as the server writes it."""
        with self._login() as imap:
            return sorted(_NAME.sub(r"\1", each.decode()) for each in _fine(imap.list()))

    def halt(self) -> None:
        """The server is down; its mailbox stays."""
        self._program.stop()

    def stop(self) -> None:
        self.halt()
        remove(self.folder)

    @contextmanager
    def _login(self) -> Iterator[imaplib.IMAP4]:
        with imaplib.IMAP4("127.0.0.1", self.port, timeout=20) as imap:
            imap.login(self.USER, self.PASSWORD)
            yield imap

    def _takes_logins(self) -> bool:
        try:
            with self._login():
                return True
        except (OSError, imaplib.IMAP4.error):
            return False


def _fine(answer: tuple[str, list[Any]]) -> list[Any]:
    said, data = answer
    assert said == "OK", answer
    return data


def _stored(fetched: list[Any]) -> Stored:
    [(heading, content)] = [each for each in fetched if isinstance(each, tuple)]
    # The flags stand before the content or after it, as the server likes.
    rest = b" ".join([heading, *(each for each in fetched if isinstance(each, bytes))])
    flags = _FLAGS.search(rest)
    assert flags, fetched
    return Stored(content, tuple(flags[1].decode().split()))
