"""Pages about themes, organisations and contacts, among many of them and among few."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

from .around import Size
from .contacts import fill_contacts
from .measuring import Line, compare
from .pages import GOAL_BY_SIZE, served
from .places import Place

PAGES = {
    "today": "/",
    "themes": "/themes",
    "plan of action": "/themes/plan?plan=Handlingsplan+2020%E2%80%932021",
    "who has gone quiet": "/themes/quiet",
    "a theme": "/themes/T-KOMMUNELOFT",
    "a theme's timeline": "/themes/T-KOMMUNELOFT/timeline",
    "a stakeholder": "/themes/T-KOMMUNELOFT/stakeholders/HOD",
    "new stakeholders": "/themes/T-KOMMUNELOFT/stakeholders/new",
    "an invitation list": "/themes/T-KOMMUNELOFT/invite",
    "organisations": "/organisations",
    "an organisation": "/organisations/HOD",
    "an organisation's timeline": "/organisations/HOD/timeline",
    "communications": "/communications",
    "communications of the year": "/communications/timeline",
    "communications, gaps": "/communications/gaps",
    "outlets": "/media",
    "coverage": "/media/coverage",
    "a letter": "/letters/L2020-01",
}
"""A page of every sort, by its address."""


def measure(place: Place, sizes: tuple[Size, Size], views: int, rounds: int) -> Iterator[Line]:
    """Milliseconds for a page among many against among few."""
    with ExitStack() as stack:
        few, many = (served(place, partial(fill_contacts, size=each), stack) for each in sizes)
        among = f"{sizes[1].contacts:,} contacts against {sizes[0].contacts:,}"
        for name, path in PAGES.items():
            found = compare(many.views(path, views), few.views(path, views), rounds)
            yield Line.of_cost(f"{name}, {among}, {place.name}", found, GOAL_BY_SIZE)
