"""Whether the pages may be offered beyond this machine, which is refused until it is safe."""

from ipaddress import ip_address

from ...domain.errors import TilsvarError
from ...settings import Settings


class NotSafeToListen(TilsvarError):
    """Tilsvar does not listen on {host}, where other machines reach it: {missing}."""


def require_safe(settings: Settings, host: str) -> None:
    """Raise NotSafeToListen, naming all that is missing, unless only this machine can come in."""
    missing = [] if is_this_machine(host) else list(_missing(settings))
    if missing:
        raise NotSafeToListen(host=host or "every address", missing="; ".join(missing))


def is_this_machine(host: str) -> bool:
    """Whether that address or name leads to this machine from itself alone."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _missing(settings: Settings) -> list[str]:
    mails = not settings.mail_url.startswith("file:")
    proxied = settings.is_https or settings.trusted_proxy
    needs = {
        "set TILSVAR_SECRET_KEY": settings.secret_key,
        "let people sign in, by a TILSVAR_MAIL_URL that sends mail or by TILSVAR_OIDC_ISSUER,"
        " _CLIENT_ID and _CLIENT_SECRET": mails or settings.has_oidc,
        "set TILSVAR_BASE_URL to an https:// address, or name the proxy before it in"
        " TILSVAR_TRUSTED_PROXY": proxied,
    }
    return [sentence for sentence, there in needs.items() if not there]
