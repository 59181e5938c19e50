"""What every answer tells the browser, and what a person sees when something is wrong."""

from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.serving import served_as
from tilsvar.web.app import create_app


@pytest.mark.parametrize("path", ["/", "/nowhere", "/assets/tilsvar.css", "/readyz", "/healthz"])
def test_every_answer_trusts_nothing_but_this_site(reader: Reader, path: str) -> None:
    headers = reader.client.get(path).headers

    assert headers["content-security-policy"].startswith("default-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert headers["cross-origin-opener-policy"] == "same-origin"


def test_a_page_of_another_site_cannot_reach_these_under_its_own_name(reader: Reader) -> None:
    assert reader.client.get("/", headers={"Host": "evil.example"}).status_code == 400
    assert reader.client.get("/", headers={"Host": "localhost:8000"}).status_code == 200


def test_pages_are_asked_for_anew_and_assets_are_kept(reader: Reader) -> None:
    page = reader.open("/")

    assert page.headers["cache-control"] == "private, no-cache"
    sheets = [each.get("href", "") for each in page.all(".//link[@rel='stylesheet']")]
    assert [each.partition("?")[0].rpartition("/")[2] for each in sheets] == [
        "tilsvar.css",
        "designsystemet.css",
        "theme.css",
        "inter.css",
    ]
    kept = reader.client.get(sheets[0]).headers["cache-control"]
    assert kept == "public, max-age=31536000, immutable"


def test_only_reading_is_possible(reader: Reader) -> None:
    assert reader.client.post("/letters").status_code == 405
    assert reader.client.head("/letters").status_code == 200


def _faulty(_request: Request) -> Response:
    raise RuntimeError("a secret thing went wrong")


def test_a_fault_in_a_page_is_one_sentence_with_all_headers_and_no_traceback(
    make_app: MakeApp, sqlite: Databases, tmp_path: Path
) -> None:
    app = make_app(sqlite.migrated(tmp_path))
    application = create_app(app)
    application.router.routes.append(Route("/fault", _faulty))
    with served_as(application) as address:
        reader = Reader(address)
        page = reader.open("/fault", 500)
        reader.close()

    assert page.texts(".//h1") == ["Noe gikk galt"]
    assert "secret thing" not in page.html
