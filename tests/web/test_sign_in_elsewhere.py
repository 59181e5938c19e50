"""Signing in with an account at work: who is linked gets in, and nothing unproven is believed."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from tilsvar.bootstrap import App
from tilsvar.commands.signing_in import IdentityTaken, link_identity
from tilsvar.settings import Settings
from tilsvar.store.signing_in import account
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp, settle_in
from tilsvar.tests.web.identity_provider import (
    CLIENT_ID,
    CLIENT_SECRET,
    OBJECT,
    TENANT,
    IdentityProvider,
    identity_provider,
    new_key,
)
from tilsvar.tests.web.reader import Page, Reader
from tilsvar.tests.web.serving import served_as
from tilsvar.web.app import create_app
from tilsvar.web.oidc import Provider

EMAIL = "sek1@ho21.example"


class Work:
    """The council's pages and the provider at work, which know each other's addresses."""

    def __init__(self, app: App, provider: IdentityProvider, address: str) -> None:
        self.app, self.provider, self.address = app, provider, address

    def link(self, subject: str | None = OBJECT, tenant: str = TENANT) -> None:
        with self.app.office.work(by="cli") as work:
            link_identity(work, person="SEK1", tenant=tenant, subject=subject)
            work.commit()

    def sign_in(self, status: int = 200, wanted: str = "/") -> Page:
        """What a browser shows after it has gone to the provider and come back."""
        reader = Reader(self.address)
        reader.client.follow_redirects = True
        page = reader.open(f"/sign-in/oidc?next={wanted}", status)
        reader.close()
        return page

    def linked(self) -> list[tuple[str, str | None, str | None]]:
        with self.app.office.engine.connect() as connection:
            query = select(account.c.person, account.c.tenant, account.c.subject)
            return [(row.person, row.tenant, row.subject) for row in connection.execute(query)]


@pytest.fixture(scope="module")
def entra() -> Iterator[IdentityProvider]:
    with identity_provider() as found:
        yield found


@pytest.fixture
def provider(entra: IdentityProvider) -> IdentityProvider:
    """The provider as it was at the start."""
    address, application_key = entra.address, entra.key
    entra.__dict__.update(IdentityProvider(address, key=application_key).__dict__)
    return entra


@pytest.fixture
def work(
    make_app: MakeApp, sqlite: Databases, tmp_path: Path, provider: IdentityProvider
) -> Iterator[Work]:
    app = make_app(
        sqlite.migrated(tmp_path),
        oidc_issuer=provider.address,
        oidc_client_id=CLIENT_ID,
        oidc_client_secret=CLIENT_SECRET,
    )
    settle_in(app.office)
    web = create_app(app)
    with served_as(web) as address:
        # Only now it is known where people reach the pages.
        web.state.provider = Provider.of(app.settings.model_copy(update={"base_url": address}))
        yield Work(app, provider, address)


def test_whoever_is_linked_gets_in_and_lands_where_they_wanted(work: Work) -> None:
    work.link()

    page = work.sign_in(wanted="/history")

    assert page.title == "Historikk – Tilsvar"
    assert "Innlogget som Person SEK1" in page.text


def test_the_sign_in_page_offers_it_where_it_is_set(work: Work) -> None:
    reader = Reader(work.address)
    page = reader.open("/sign-in?next=/history")
    reader.close()

    [button] = [each for each in page.all(".//a") if "Logg inn med jobbkontoen" in str(each.text)]
    assert button.get("href") == "/sign-in/oidc?next=/history"


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


def test_an_account_that_is_linked_to_nobody_is_told_what_to_give_the_secretariat(
    work: Work,
) -> None:
    work.provider.person |= {"email": EMAIL, "email_verified": True}

    page = work.sign_in(403)

    assert "Jobbkontoen din er ikke knyttet til noen her." in page.text
    assert TENANT in page.text
    assert OBJECT in page.text
    assert work.linked() == []


@pytest.mark.parametrize("vouched", [{"email_verified": True}, {"xms_edov": True}, {"xms_edov": 1}])
def test_a_verified_address_links_once_where_the_secretariat_has_allowed_that_tenant(
    work: Work, vouched: dict[str, Any]
) -> None:
    work.link(subject=None)
    work.provider.person |= {"email": EMAIL.upper(), **vouched}

    assert "Innlogget som Person SEK1" in work.sign_in().text

    assert work.linked() == [("SEK1", TENANT, OBJECT)]
    work.provider.person |= {"oid": "another account with the same address"}
    work.sign_in(403)
    work.provider.person = {"tid": TENANT, "oid": OBJECT, "email": "new-name@ho21.example"}
    assert "Innlogget som Person SEK1" in work.sign_in().text


@pytest.mark.parametrize(
    "person",
    [
        {"email": EMAIL},
        {"email": EMAIL, "email_verified": False},
        {"email": EMAIL, "email_verified": "true"},
        {"email": EMAIL, "xms_edov": False},
        {"preferred_username": EMAIL, "email_verified": True},
        {"email": "leder@ho21.example", "email_verified": True},
        {"email": EMAIL, "email_verified": True, "tid": "another tenant"},
    ],
)
def test_an_address_that_nobody_vouches_for_links_nobody(
    work: Work, person: dict[str, Any]
) -> None:
    work.link(subject=None)
    work.provider.person |= person

    work.sign_in(403)

    assert work.linked() == [("SEK1", TENANT, None)]


def test_another_provider_is_known_by_its_issuer_and_subject(work: Work) -> None:
    work.provider.person = {"sub": "kari"}
    work.link("kari", work.provider.address)

    assert "Innlogget som Person SEK1" in work.sign_in().text


@pytest.mark.parametrize(
    "spoilt",
    [
        {"nonce": "another"},
        {"nonce": None},
        {"aud": "another application"},
        {"aud": [CLIENT_ID, "another"], "azp": "another"},
        {"iss": "https://login.microsoftonline.com/another/v2.0"},
        {"exp": int(time.time()) - 3600},
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

    monkeypatch.setattr("tilsvar.web.oidc.ASKED_AGAIN_AFTER", 0)
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


def test_one_account_is_one_person(work: Work) -> None:
    work.link()

    with work.app.office.work(by="cli") as unit, pytest.raises(IdentityTaken, match="SEK1"):
        link_identity(unit, person="LEDER", tenant=TENANT, subject=OBJECT)


def test_an_issuer_without_https_is_no_setting() -> None:
    with pytest.raises(ValueError, match="https://"):
        Settings(oidc_issuer="http://login.example.no")
