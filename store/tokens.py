"""The secrets in addresses: a feed's, or a link's to answer. Only their hashes are kept."""

import base64
import hashlib
import hmac
import secrets

_BYTES = 32


def new_token() -> str:
    """256 random bits, in letters that need no escaping in an address."""
    return secrets.token_urlsafe(_BYTES)


def hash_token(token: str) -> str:
    """What the database keeps: SHA-256 in hexadecimal.

    No salt and no stretching: the token is random in full length, and a feed is looked up by hash.
    """
    return hashlib.sha256(_bytes(token)).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two tokens, or two hashes, are equal; the time it takes tells nothing of them."""
    return hmac.compare_digest(_bytes(one), _bytes(other))


def _bytes(text: str) -> bytes:
    # An address may carry any characters; a strange token is a wrong one, not an error.
    return text.encode(errors="surrogatepass")


def derived_token(secret: str, purpose: str) -> str:
    """A token that is the same each time, for addresses that a mail sent again must hold anew.

    Only who knows the secret can make it; 256 bits, in letters that need no escaping.
    """
    digest = hmac.digest(_bytes(secret), _bytes(purpose), hashlib.sha256)
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")
