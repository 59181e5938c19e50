"""What may stand in a header: one line, whatever somebody pasted into a title."""

import unicodedata

# Control characters, line and paragraph separators, half characters. Joiners stay: they make emoji.
UNFIT = frozenset({"Cc", "Zl", "Zp", "Cs"})


def is_one_line(text: str) -> bool:
    """Whether the text can be a header's value: not empty, and nothing in it breaks a line."""
    return bool(text) and (
        text.isprintable() or all(unicodedata.category(sign) not in UNFIT for sign in text)
    )


def as_one_line(text: str) -> str:
    """The text with each run of spaces, line breaks and control characters as one space."""
    if not is_one_line(text):
        text = "".join(" " if unicodedata.category(sign) in UNFIT else sign for sign in text)
    # Only plain spaces are joined: a no-break space is there on purpose.
    return " ".join(word for word in text.split(" ") if word)
