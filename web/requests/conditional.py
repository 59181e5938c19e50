"""What a reader has already, and in which form it takes the rest (RFC 9110)."""

from collections.abc import Collection
from email.utils import parsedate_to_datetime
from functools import lru_cache

from starlette.datastructures import Headers


def has_it(headers: Headers, tags: Collection[str], modified: int) -> bool:
    """Whether the reader has what those tags name, or what is as old as `modified`.

    `tags` stand in quotes; a weak mark (W/) is as good for reading. `modified` is a second since
    1970, 0 where nobody knows. A date is looked at only where no tag is named (section 13.1.3).
    """
    named = headers.get("if-none-match")
    if named is not None:
        if named in tags:
            return True
        known = {each.strip().removeprefix("W/") for each in named.split(",")}
        return "*" in known or not known.isdisjoint(tags)
    since = headers.get("if-modified-since")
    return bool(since and modified) and modified <= _second(since or "")


@lru_cache(maxsize=256)
def takes_gzip(accepted: str) -> bool:
    """Whether Accept-Encoding allows gzip; `gzip;q=0` says no, and so does silence."""
    weights: dict[str, bool] = {}
    for each in accepted.lower().split(","):
        coding, _, weight = each.partition(";")
        weights[coding.strip()] = not _is_zero(weight)
    return weights.get("gzip", weights.get("*", False))


def _is_zero(weight: str) -> bool:
    name, _, value = weight.partition("=")
    return name.strip() == "q" and value.strip().rstrip("0") in ("", "0.", ".")


def _second(date: str) -> int:
    """The second since 1970 that the date names; -1 for what is no date, which is passed over."""
    try:
        return int(parsedate_to_datetime(date).timestamp())
    except (ValueError, OverflowError):
        return -1
