"""The whole register as one workbook, to keep, to work on, or to bring into another system."""

from starlette.requests import Request
from starlette.responses import Response

from ...intake.export import register_now
from ...intake.register.writing import workbook_bytes

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def register_file(request: Request) -> Response:
    """Every sheet that has rows, as `tilsvar import` reads it; named by the day."""
    with request.app.state.tilsvar.office.reading() as work:
        rows = {sheet: found for sheet, found in register_now(work).items() if found}
        name = f"register-{work.today}.xlsx"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-cache",
    }
    return Response(workbook_bytes(rows), media_type=XLSX, headers=headers)
