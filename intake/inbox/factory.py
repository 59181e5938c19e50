"""From the one setting TILSVAR_INBOX_URL to the inbox that it names."""

import ssl
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from .imap import ImapInbox
from .imap_server import ImapServer
from .maildir import MaildirInbox
from .port import Inbox, InboxError

PORTS = {"imaps": 993, "imap": 143}


class BadInboxUrl(InboxError):
    """TILSVAR_INBOX_URL cannot be used: {reason}.

    Write imaps://user:password@host/INBOX or maildir:/var/mail/moter.
    """


def inbox_for(
    url: str, *, relative_to: Path = Path(), trust: ssl.SSLContext | None = None
) -> Inbox:
    """The inbox for `imaps://…`, `imap://…` or `maildir:PATH`; raises `BadInboxUrl`.

    User and password are percent-decoded; the path names the folder, by default INBOX. A relative
    PATH counts from `relative_to`. `trust` says which certificates are believed; by default those
    of the system. Nothing is opened yet, and no error repeats the password.
    """
    scheme = url.partition(":")[0].lower()
    if scheme == "maildir":
        return MaildirInbox(_folder(url, relative_to))
    if scheme in PORTS:
        return ImapInbox(_server(url), trust=trust)
    raise BadInboxUrl(reason="it does not begin with imaps: or maildir:")


def _folder(url: str, relative_to: Path) -> Path:
    path = url.partition(":")[2]
    if path.startswith("//"):
        parts = urlsplit(url)
        if parts.netloc not in ("", "localhost"):
            raise BadInboxUrl(reason="a folder on another machine cannot be named so")
        path = unquote(parts.path)
    if not path.strip("/"):
        raise BadInboxUrl(reason="it names no folder")
    return relative_to / Path(path).expanduser()


def _server(url: str) -> ImapServer:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as trouble:
        raise BadInboxUrl(reason="it is no address, or its port is no number") from trouble
    if not parts.hostname:
        raise BadInboxUrl(reason="it names no host")
    if parts.query or parts.fragment:
        raise BadInboxUrl(reason="nothing follows the folder (in a password, write ? as %3F)")
    tls = parts.scheme.lower() == "imaps"
    if not tls and not _is_loopback(parts.hostname):
        raise BadInboxUrl(reason="imap would send the password for all to read; use imaps")
    user, password = _login(parts)
    return ImapServer(
        parts.hostname,
        port or PORTS[parts.scheme.lower()],
        user,
        password,
        folder=unquote(parts.path.strip("/")) or "INBOX",
        tls=tls,
    )


def _login(parts: SplitResult) -> tuple[str, str]:
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if not user or not password:
        raise BadInboxUrl(reason="a login needs both user and password")
    return user, password


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
