"""The name of a file that somebody sends, made safe to keep and to save anywhere."""

import re
import unicodedata

LONGEST = 200
"""Bytes in UTF-8; file systems take 255, and copies get something added to their names."""

_FORBIDDEN = re.compile(r'[<>:"|?*]')  # Windows refuses these in names
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
NAMELESS = "vedlegg"


def clean_name(name: str, ending: str) -> str:
    """The last part of the name, without what no file may be called, with that ending if any.

    Folders before the name go, and so do signs that cannot be seen, among them those that turn the
    direction of writing, so that `fdp.exe` looks like `exe.pdf`.
    """
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(" " if each.isspace() else each for each in last)
    seen = "".join(each for each in seen if not unicodedata.category(each).startswith("C"))
    stem = " ".join(_FORBIDDEN.sub("-", unicodedata.normalize("NFC", seen)).split())
    stem = stem.strip(". ")
    end = f".{ending}" if ending else ""
    if end and stem.casefold().endswith(end):
        stem, end = stem[: -len(end)], stem[-len(end) :]
    room = LONGEST - len(end)
    stem = stem.encode()[:room].decode(errors="ignore").strip(". ") or NAMELESS
    return f"_{stem}{end}" if _RESERVED.fullmatch(stem) else stem + end
