"""Where a command's result goes: standard output, or the file that was asked for."""

from pathlib import Path

import typer


def deliver(content: str | bytes, output: Path | None) -> None:
    """Write the content as UTF-8; a file is replaced whole, its folder must exist."""
    data = content.encode() if isinstance(content, str) else content
    if output is None or str(output) == "-":
        typer.echo(data, nl=False)
    else:
        output.write_bytes(data)
