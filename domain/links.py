"""Links that people give: web addresses only, since a page or a calendar will offer them."""

from urllib.parse import urlsplit

from .errors import DomainError


class NotALink(DomainError):
    """“{link}” is no web address. Give all of it, from https:// on, without spaces."""


def web_link(text: str) -> str:
    """The address without white space around it, or nothing where nothing is given.

    Raises NotALink for all but http and https: what starts with `javascript:` or `file:` would be
    run or opened by whoever follows it.
    """
    link = text.strip()
    if not link:
        return ""
    try:
        parts = urlsplit(link)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError as error:
        raise NotALink(link=link) from error
    if not sound or not link.isprintable() or " " in link:
        raise NotALink(link=link)
    return link
