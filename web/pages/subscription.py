"""The page of one subscription, for whoever holds its address: how to get it into a calendar.

The secret in the address is all that is asked for, as with the calendar itself. Nothing links here,
and the frame shows no counts, since it may be a person from outside who looks.
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from ...calendar.feeds import find_feed, selection_of
from ...calendar.titles import contents_of, title_of
from ..calendars.client_guides import guides
from ..calendars.feed_lines import fetched
from ..faults import gone, not_found
from ..languages import reader_language
from ..rendering import page

GOOGLE = "https://calendar.google.com/calendar/r"
OUTLOOK = "https://outlook.office.com/calendar/0/addfromweb"


@dataclass(frozen=True)
class Addresses:
    """One calendar's address, as each program wants it."""

    plain: str
    webcal: str
    google: str
    outlook: str

    @classmethod
    def of(cls, base_url: str, token: str, name: str, title: str) -> "Addresses":
        plain = f"{base_url}/feeds/{quote(token, safe='')}/{name}.ics"
        # An iPhone subscribes to webcal and imports https once; Google takes webcal, Outlook https.
        webcal = f"webcal:{plain.partition(':')[2]}"
        return cls(
            plain,
            webcal,
            f"{GOOGLE}?{urlencode({'cid': webcal})}",
            f"{OUTLOOK}?{urlencode({'url': plain, 'name': title})}",
        )


def subscription(request: Request) -> Response:
    """How to subscribe, what it holds, how soon changes come, and who fetched it last."""
    app, lang = request.app.state.tilsvar, reader_language(request)
    token = request.path_params["token"]
    with app.office.reading() as work:
        row = find_feed(work, token)
        if row is None:
            return not_found(request)
        if row.revoked is not None:
            return gone(request)
        selection = selection_of(row)
        title = title_of(work, row.name, selection, lang)
        contents = contents_of(work, selection, lang)
    response = page(
        request,
        "subscription.html",
        None,
        calendar=title,
        contents=contents,
        alarms=row.alarms,
        new="new" in request.query_params,
        own=row.person is not None,
        to=Addresses.of(app.settings.base_url.rstrip("/"), token, row.name, title),
        fetched=fetched(row, lang),
        guides=guides(lang),
    )
    response.headers["X-Robots-Tag"] = "noindex"
    return response
