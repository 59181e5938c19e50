"""Signing in with an account at work: who is linked gets in, and nobody else."""

from typing import Any

import httpx
import pytest

from tilsvar.commands.sign_in_limits import ATTEMPTS_PER_CLIENT
from tilsvar.commands.signing_in import IdentityTaken, link_identity
from tilsvar.tests.web.at_work import EMAIL, Work
from tilsvar.tests.web.identity_provider import OBJECT, TENANT
from tilsvar.tests.web.reader import Reader


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


def test_one_account_is_one_person(work: Work) -> None:
    work.link()

    with work.app.office.work(by="cli") as unit, pytest.raises(IdentityTaken, match="SEK1"):
        link_identity(unit, person="LEDER", tenant=TENANT, subject=OBJECT)


def test_whoever_begins_again_and_again_has_to_wait(work: Work) -> None:
    work.link()
    with httpx.Client(base_url=work.address) as client:
        for _ in range(ATTEMPTS_PER_CLIENT):
            assert client.get("/sign-in/oidc").status_code == 303
        refused = client.get("/sign-in/oidc")

    assert (refused.status_code, refused.headers["retry-after"]) == (429, "900")
    page = work.sign_in(429)
    assert "Vent et kvarter og prøv igjen." in page.text
    reader = Reader(work.address)
    sent = reader.send("/sign-in", email=EMAIL)
    reader.close()
    assert sent.title == "Se i innboksen – Tilsvar"
