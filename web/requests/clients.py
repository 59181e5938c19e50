"""From where a request comes, for the limits on sign-in."""

from ipaddress import IPv6Address, ip_address, ip_network

from starlette.requests import Request

HOUSEHOLD = 64
"""The bits of an IPv6 address that one subscriber shares; the others change at will."""


def client_of(request: Request) -> str:
    """The client's address; behind the named proxy it is the one that the proxy tells."""
    host = request.client.host if request.client else ""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address):
        return str(ip_network((address, HOUSEHOLD), strict=False))
    return host
