"""Where one lands after something was done on a list of the day."""

from starlette.requests import Request

from ..languages import reader_language
from .needs import needs


def list_or_day(request: Request, name: str) -> str:
    """The list that one came from while anything is left on it, else the front page."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        left = {each.name for each in needs(work, lang)}
    return f"/today/{name}" if name in left else "/"
