"""Small values that a browser holds for us for a while, and cannot change."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta

from ...store.clock import machine_now
from ...store.tokens import derived_token, same


def seal(values: dict[str, str], secret: str, purpose: str, lasts: timedelta) -> str:
    """The values in letters that fit in a cookie, with their end and a mark that only we can make.

    They can be read by whoever holds them.
    """
    until = round((machine_now() + lasts).timestamp())
    content = json.dumps([until, values]).encode()
    text = urlsafe_b64encode(content).decode("ascii").rstrip("=")
    return f"{text}.{derived_token(secret, f'{purpose} {text}')}"


def unseal(sealed: str | None, secret: str, purpose: str) -> dict[str, str] | None:
    """The values, or None where they are not ours, for another purpose, or too old."""
    text, _, mark = (sealed or "").partition(".")
    if not same(mark, derived_token(secret, f"{purpose} {text}")):
        return None
    until, values = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    found: dict[str, str] = values
    return found if machine_now().timestamp() < until else None
