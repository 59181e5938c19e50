"""A report as a file for scripts and spreadsheets."""

from starlette.responses import Response

MEDIA = {"json": "application/json", "csv": "text/csv"}


def report_file(text: str, name: str, ending: str) -> Response:
    """JSON is shown, CSV is kept under that name, so that Excel opens it."""
    headers = {"Cache-Control": "private, no-cache"}
    if ending == "csv":
        headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return Response(text.encode(), media_type=MEDIA[ending], headers=headers)
