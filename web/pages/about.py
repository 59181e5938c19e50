"""What Tilsvar says about itself."""

from starlette.requests import Request
from starlette.responses import Response

from ..rendering import page


def accessibility(request: Request) -> Response:
    with request.app.state.tilsvar.office.reading() as work:
        return page(request, "accessibility.html", work)
