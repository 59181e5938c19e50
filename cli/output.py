"""Where a command's result goes: standard output, or the file that was asked for."""

from collections.abc import Iterable
from pathlib import Path

import typer


def deliver(content: str | bytes | Iterable[bytes], output: Path | None) -> None:
    """Write the content as UTF-8, or piece by piece; the folder of a file must exist."""
    data = content.encode() if isinstance(content, str) else content
    pieces = [data] if isinstance(data, bytes) else data
    if output is None or str(output) == "-":
        for piece in pieces:
            typer.echo(piece, nl=False)
    else:
        with output.open("wb") as file:
            file.writelines(pieces)
