"""Answers to htmx: the part of a page that was asked for, where without it the whole would come.

The part is a block of the page's template that is called as the element that it replaces. What must
not be swallowed is led elsewhere: a fault to the place for faults, another page to the browser.
"""

from http import HTTPStatus
from urllib.parse import urlsplit

from jinja2 import Environment
from jinja2_fragments import render_block
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

VARY = "Cookie, HX-Request"
"""What the answers at one address depend on."""


def in_place(request: Request) -> bool:
    """Whether a part of a page asks; when htmx goes back in time it wants the whole."""
    headers = request.headers
    return "hx-request" in headers and "hx-history-restore-request" not in headers


def part(
    request: Request, templates: Environment, template: str, status: int, **facts: object
) -> Response | None:
    """The answer for the element that asks, None where it wants the whole page."""
    if not in_place(request):
        return None
    block = request.headers.get("hx-target", "")
    if status >= HTTPStatus.BAD_REQUEST:
        if "sentence" not in facts:
            return None
        text = templates.get_template("trouble.html").render(**facts)
        where = {"HX-Retarget": "#trouble", "HX-Reswap": "innerHTML", "HX-Push-Url": "false"}
        return HTMLResponse(text, status, where)
    blocks = templates.get_template(template).blocks
    if block not in blocks:
        return led_to(_address(request.url.path, request.url.query))
    facts = {"said": "", **facts}
    rendered = {"crumbs": "", "views": ""} | {
        each: Markup(render_block(templates, template, each, facts))  # noqa: S704 - a template made it
        for each in ("title", "crumbs", "views", block)
        if each in blocks
    }
    beside = templates.get_template("beside.html").render(**facts, parts=rendered)
    whole = f"<title>{rendered['title']} – Tilsvar</title>\n{rendered[block]}\n{beside}"
    return HTMLResponse(whole, status, _cleaned(request))


def led_to(where: str) -> Response:
    """The browser opens that page."""
    return Response(status_code=204, headers={"HX-Redirect": where, "Cache-Control": "no-store"})


def asking_page(request: Request) -> str:
    """The page on which the part stands, as an address on this site."""
    asking = urlsplit(request.headers.get("hx-current-url", "/"))
    return _address(asking.path or "/", asking.query)


def _cleaned(request: Request) -> dict[str, str]:
    """The address for the bar, without the filters that are not set.

    Going back leads to the page of the list that one came from, not through every letter typed.
    """
    if request.method != "GET" or request.headers.get("hx-target") != "results":
        return {}
    asked = request.query_params
    last = {name: asked[name] for name in asked if asked[name]}
    url = request.url.replace(query="").include_query_params(**last)
    narrowing = request.headers.get("hx-trigger", "").startswith(("filter", "sort-"))
    bar = "HX-Replace-Url" if narrowing else "HX-Push-Url"
    return {bar: _address(url.path, url.query)}


def _address(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path
