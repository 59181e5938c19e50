"""The number of a row or a page, as it comes in an address."""

LONGEST = 9
"""Digits; both databases have numbers of that length, and nothing here has a longer one."""


def row_number(text: str) -> int | None:
    """The number, None for what is no such number; digits of other scripts are none."""
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST):
        return None
    return int(text)
