"""Signing in with an account at work: nothing that the provider says is believed unproven."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from tilsvar.settings import Settings
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp
from tilsvar.tests.web.at_work import Work
from tilsvar.tests.web.identity_provider import (
    CLIENT_ID,
    CLIENT_SECRET,
    TENANT,
    IdentityProvider,
    new_key,
)
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.serving import served_as
from tilsvar.web.app import create_app


def test_the_provider_is_asked_with_state_nonce_and_a_challenge_that_differ_each_time(
    work: Work,
) -> None:
    work.link()
    asked = []
    for _ in range(2):
        work.sign_in()
        asked.append(work.provider.asked)

    assert asked[0]["redirect_uri"] == f"{work.address}/sign-in/oidc/callback"
    for name in ("state", "nonce", "code_challenge"):
        assert len({each[name] for each in asked}) == 2
        assert len(asked[0][name]) >= 43


@pytest.mark.parametrize(
    "spoilt",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another application"},
        {"aud": [CLIENT_ID, "another"], "azp": "another"},
        {"iss": "https://login.microsoftonline.com/another/v2.0"},
        {"exp": 1_700_000_000},
        {"exp": None},
        {"iat": None},
        {"sub": None},
        {"at_hash": "of another token"},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_this_attempt_is_not_believed(
    work: Work, spoilt: dict[str, Any]
) -> None:
    work.link()
    work.provider.spoil = spoilt

    assert "kunne ikke stoles på" in work.sign_in(403).text


def test_a_token_that_another_has_signed_is_not_believed_even_under_the_same_name(
    work: Work,
) -> None:
    work.link()
    work.provider.signing_key = new_key("first")

    work.sign_in(403)


def test_a_provider_that_has_changed_its_key_is_asked_for_the_new_one(
    work: Work, provider: IdentityProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.link()
    work.sign_in()
    provider.key = new_key("second")
    work.sign_in(403)  # asked a moment ago: whoever sends rubbish cannot make us ask all the time

    monkeypatch.setattr("tilsvar.web.signing_in.oidc.ASKED_AGAIN_AFTER", 0)
    work.sign_in()


def test_whoever_declines_is_not_signed_in(work: Work) -> None:
    work.link()
    work.provider.declines = True

    assert work.sign_in(403).title == "Du er ikke logget inn – Tilsvar"


def test_an_answer_to_an_attempt_of_another_browser_is_refused(work: Work) -> None:
    work.link()
    with httpx.Client(base_url=work.address) as mine, httpx.Client(base_url=work.address) as theirs:
        began = mine.get("/sign-in/oidc")
        back = httpx.get(began.headers["location"]).headers["location"]
        stolen = theirs.get(back)
        theirs.get("/sign-in/oidc")
        crossed = theirs.get(back)
        own = mine.get(back)
        again = mine.get(back)

    assert [each.status_code for each in (stolen, crossed, own, again)] == [400, 400, 303, 400]
    assert "tilsvar" in own.cookies
    assert "tilsvar" not in crossed.cookies


def test_a_sealed_attempt_that_somebody_has_changed_is_refused(work: Work) -> None:
    work.link()
    with httpx.Client(base_url=work.address) as client:
        back = httpx.get(client.get("/sign-in/oidc").headers["location"]).headers["location"]
        sealed = client.cookies["elsewhere"]
        client.cookies.clear()
        client.cookies.set("elsewhere", f"A{sealed[1:]}")
        assert client.get(back).status_code == 400


def test_a_provider_that_does_not_answer_is_no_fault_of_the_program(
    make_app: MakeApp, sqlite: Databases, tmp_path: Path
) -> None:
    # Nothing listens on port 9, the discard service of old.
    app = make_app(
        sqlite.migrated(tmp_path),
        oidc_issuer="http://127.0.0.1:9",
        oidc_client_id=CLIENT_ID,
        oidc_client_secret=CLIENT_SECRET,
    )
    with served_as(create_app(app)) as address:
        reader = Reader(address)
        page = reader.open("/sign-in/oidc", 502)
        reader.close()

    assert "svarer ikke akkurat nå" in page.text


def test_a_provider_that_calls_itself_by_another_name_is_not_asked(work: Work) -> None:
    work.provider.issuer = "https://evil.example"

    work.sign_in(502)


def test_entra_s_description_for_several_tenants_takes_the_tenant_from_the_token(
    work: Work,
) -> None:
    work.link()
    work.provider.issuer = f"{work.provider.address}/{{tenantid}}/v2.0"
    work.provider.spoil = {"iss": f"{work.provider.address}/{TENANT}/v2.0"}
    assert "Innlogget som Person SEK1" in work.sign_in().text

    work.provider.spoil = {"iss": f"{work.provider.address}/another/v2.0"}
    work.sign_in(403)


def test_an_issuer_without_https_is_no_setting() -> None:
    with pytest.raises(ValueError, match="https://"):
        Settings(oidc_issuer="http://login.example.no")
