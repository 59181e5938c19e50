"""A browser in words that its owner knows again: "Firefox · Windows"."""

import re

# The first that fits is it: most programs also claim to be those that come after them.
PROGRAMS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox|FxiOS", "Firefox"),
    ("Chrome|CriOS", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("Linux|X11", "Linux"),
)


def browser_name(agent: str) -> str:
    """The program and the system of that User-Agent header; empty where neither is known."""
    return " · ".join(filter(None, (_first(PROGRAMS, agent), _first(SYSTEMS, agent))))


def _first(known: tuple[tuple[str, str], ...], agent: str) -> str:
    return next((name for sign, name in known if re.search(sign, agent)), "")
