"""What is told of a thing, without links to pages that the reader may not open."""

from dataclasses import replace

from starlette.requests import Request

from ...domain.kinds import Role
from ..access import opens
from .facts import Told


def reachable(request: Request, role: Role, told: Told) -> Told:
    """The same facts; a fact keeps its words and loses its link, a mere link goes."""
    facts = [
        each
        if not each.href or not each.href.startswith("/") or opens(request, role, each.href)
        else replace(each, href=None)
        for each in told.facts
    ]
    related = [each for each in told.related if opens(request, role, each.href)]
    return replace(told, facts=facts, related=related)
