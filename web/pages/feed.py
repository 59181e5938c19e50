"""The calendars that people subscribe to, found by the secret in their address."""

import time

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from ...calendar.lookup import Found
from ...calendar.press import Edition
from ...calendar.subscriptions import Subscriptions
from ..languages import chosen, reader_language
from ..requests.conditional import has_it, takes_gzip


async def feed(request: Request) -> Response:
    """The calendar's bytes; 304 while the reader has them, 404 for unknown, 410 for withdrawn.

    Programs poll this, many of them and often, so it asks the database one question, and keeps to
    the event loop where the answer is there at once.
    """
    subscriptions: Subscriptions = request.app.state.subscriptions
    found = await _found(subscriptions, request.path_params["token"])
    if found is None or found.name != request.path_params["name"]:
        lang = reader_language(request)
        said = lang.text("There is no calendar at this address. Ask the secretariat for a new one.")
        return _refusal(404, said)
    if found.revoked:
        lang = reader_language(request)
        said = lang.text("This address has been withdrawn. Ask the secretariat for a new one.")
        return _refusal(410, said)
    # A program has no cookies: an address may end in ?lang=nn, else the council's language is it.
    asked = chosen(request) if request.scope["query_string"] else None
    language = asked or request.app.state.tilsvar.settings.language
    press, order = subscriptions.press, subscriptions.order(found, language)
    edition = press.kept(order, found.change)
    if edition is None:
        edition = await run_in_threadpool(press.edition, order)
    response = await _answer(request, edition)
    if subscriptions.visits.unnoted(found.id):
        agent = request.headers.get("user-agent", "")
        response.background = BackgroundTask(subscriptions.visits.note, found.id, agent)
    return response


async def _found(subscriptions: Subscriptions, token: str) -> Found | None:
    lookup = subscriptions.lookup
    if lookup.is_instant:
        return lookup.find(token)
    return await run_in_threadpool(lookup.find, token)


async def _answer(request: Request, edition: Edition) -> Response:
    plain, packed = f'"{edition.tag}"', f'"{edition.tag}-gzip"'
    packs = takes_gzip(request.headers.get("accept-encoding", ""))
    headers = {
        "ETag": packed if packs else plain,
        "Cache-Control": "private, no-cache",
        "Vary": "Accept-Encoding",
    }
    # A second that is not over yet may see another change: its date would name both.
    modified = edition.modified if edition.modified < int(time.time()) else 0
    if has_it(request.headers, (plain, packed), modified):
        return Response(None, 304, headers)
    if modified > 0:
        headers["Last-Modified"] = edition.dated
    content = edition.content
    if packs:
        headers["Content-Encoding"] = "gzip"
        content = edition.zipped if edition.is_zipped else await run_in_threadpool(edition.zip)
    return Response(content, headers=headers, media_type="text/calendar")


def _refusal(status: int, sentence: str) -> Response:
    return PlainTextResponse(sentence, status, {"Cache-Control": "no-store"})
