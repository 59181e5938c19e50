"""A report as a file for scripts and spreadsheets."""

from collections.abc import Iterable

from starlette.responses import Response, StreamingResponse

from ...reports.documents.formats import gathered

MEDIA = {"json": "application/json", "csv": "text/csv"}


def report_file(text: str, name: str, ending: str) -> Response:
    """JSON is shown, CSV is kept under that name, so that Excel opens it."""
    return Response(text.encode(), media_type=MEDIA[ending], headers=_headers(name, ending))


def long_report_file(parts: Iterable[str], name: str, ending: str) -> Response:
    """The same, sent while it is written: very many rows never stand in memory as a text."""
    pieces = gathered(map(str.encode, parts))
    return StreamingResponse(pieces, media_type=MEDIA[ending], headers=_headers(name, ending))


def _headers(name: str, ending: str) -> dict[str, str]:
    headers = {"Cache-Control": "private, no-cache"}
    if ending == "csv":
        headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return headers
