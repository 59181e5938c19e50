"""From the one setting TILSVAR_MAIL_URL to the transport that it names."""

from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from ..domain.errors import TilsvarError
from .files import FileTransport
from .smtp import SmtpTransport
from .smtp_server import Security, SmtpServer
from .transport import Transport

PORTS = {Security.NONE: 25, Security.STARTTLS: 587, Security.TLS: 465}
OPTIONS = frozenset({"starttls", "timeout", "patience"})


class BadMailUrl(TilsvarError):
    """The mail setting {url} cannot be used: {reason}.

    Write file:var/outbox, smtp://user:password@host:587?starttls=1 or
    smtps://user:password@host:465.
    """


def transport_for(url: str, *, relative_to: Path = Path()) -> Transport:
    """The transport for `file:PATH`, `smtp://…` or `smtps://…`; raises `BadMailUrl`.

    A relative PATH counts from `relative_to`. User and password are percent-decoded. Options:
    `starttls=1`, `timeout` and `patience` in seconds (see `SmtpServer`). Nothing is opened yet.
    """
    scheme = url.partition(":")[0].lower()
    if scheme == "file":
        return FileTransport(_folder(url, relative_to))
    if scheme in ("smtp", "smtps"):
        return SmtpTransport(_server(url))
    raise BadMailUrl(
        url=_without_password(url), reason="it does not begin with file:, smtp:// or smtps://"
    )


def _folder(url: str, relative_to: Path) -> Path:
    # file:var/outbox and file:/srv/outbox are paths as they stand; file:///srv/outbox is a URL.
    path = url.partition(":")[2]
    if path.startswith("//"):
        parts = urlsplit(url)
        if parts.netloc not in ("", "localhost"):
            raise BadMailUrl(url=url, reason="a folder on another machine cannot be named so")
        path = unquote(parts.path)
    if not path.strip("/"):
        raise BadMailUrl(url=url, reason="it names no folder")
    return relative_to / Path(path).expanduser()


def _server(url: str) -> SmtpServer:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as trouble:
        raise BadMailUrl(url=_without_password(url), reason=str(trouble)) from trouble
    if not parts.hostname:
        raise BadMailUrl(url=_without_password(url), reason="it names no host")
    if parts.path.strip("/") or parts.fragment:
        raise BadMailUrl(
            url=_without_password(url),
            reason="only options can follow the host (in a password, write / as %2F and # as %23)",
        )
    options = _options(parts)
    security = _security(parts, options)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if bool(user) != bool(password):
        raise BadMailUrl(url=_without_password(url), reason="a login needs both user and password")
    return SmtpServer(
        parts.hostname,
        port or PORTS[security],
        security,
        user,
        password,
        timeout=_seconds(parts, options, "timeout", SmtpServer.timeout),
        patience=_seconds(parts, options, "patience", SmtpServer.patience),
    )


def _options(parts: SplitResult) -> dict[str, str]:
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    unknown = sorted(options.keys() - OPTIONS)
    if unknown:
        raise BadMailUrl(
            url=_without_password(parts.geturl()),
            reason=f"{unknown[0]} is no option; there are starttls, timeout and patience",
        )
    return options


def _security(parts: SplitResult, options: dict[str, str]) -> Security:
    wish = options.get("starttls", "0")
    if wish not in ("0", "1"):
        raise BadMailUrl(url=_without_password(parts.geturl()), reason="starttls is 1 or 0")
    if parts.scheme.lower() == "smtps":
        return Security.TLS
    return Security.STARTTLS if wish == "1" else Security.NONE


def _seconds(parts: SplitResult, options: dict[str, str], name: str, usual: float) -> float:
    text = options.get(name)
    if text is None:
        return usual
    if not text.isdigit() or int(text) == 0:
        raise BadMailUrl(
            url=_without_password(parts.geturl()), reason=f"{name} is a number of seconds"
        )
    return float(text)


def _without_password(url: str) -> str:
    before, at, host = url.rpartition("@")
    if not at:
        return url
    scheme, separator, login = before.partition("://")
    return f"{scheme}{separator}{login.partition(':')[0]}:…@{host}"
