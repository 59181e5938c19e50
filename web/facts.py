"""A label with what is known under it, as pages list them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """`href` leads to the thing that the text names, if it has a page."""

    label: str
    text: str
    href: str | None = None


def known(*facts: Fact) -> list[Fact]:
    """The facts of which something is known."""
    return [fact for fact in facts if fact.text]
