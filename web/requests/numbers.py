"""The number of a row, as it comes in an address."""

LONGEST = 9
"""Digits; both databases have numbers of that length, and no row has a longer one."""


def row_number(text: str) -> int | None:
    """The number, None for what no row is called; digits of other scripts are none."""
    if not (text.isascii() and text.isdigit() and len(text) <= LONGEST):
        return None
    return int(text)
