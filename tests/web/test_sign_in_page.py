"""The page that asks for an address: what it refuses, how often, and who is here at all."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from tilsvar.commands.sign_in_limits import LINKS_PER_ADDRESS
from tilsvar.store.clock import machine_now
from tilsvar.store.signing_in import sign_in_link
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import MakeApp
from tilsvar.tests.web.reader import Reader
from tilsvar.tests.web.serving import served
from tilsvar.tests.web.visitor import SEK1, House, hand_out


def test_too_many_links_for_one_address_are_refused_alike_whether_it_is_known(
    house: House,
) -> None:
    pages = {}
    for email in (SEK1, "nobody@ho21.example"):
        for _ in range(LINKS_PER_ADDRESS):
            house.visitor().send("/sign-in", email=email)
        pages[email] = house.visitor().send("/sign-in", 429, email=email)

    said = {page.html.replace(email, "…") for email, page in pages.items()}
    assert len(said) == 1
    assert "Vent et kvarter og prøv igjen." in said.pop()
    assert pages[SEK1].headers["retry-after"] == "900"
    assert len(house.post()) == LINKS_PER_ADDRESS


def test_one_client_cannot_ask_for_one_address_after_the_other(house: House) -> None:
    statuses = [
        house.visitor().client.post("/sign-in", data={"email": f"a{n}@ho21.example"}).status_code
        for n in range(22)
    ]

    assert statuses == [303] * 20 + [429] * 2


def test_the_limits_forget_after_a_while(house: House) -> None:
    for _ in range(LINKS_PER_ADDRESS):
        house.visitor().send("/sign-in", email=SEK1)
    with house.app.office.engine.begin() as connection:
        earlier = machine_now() - timedelta(minutes=16)
        connection.execute(update(sign_in_link).values(created=earlier))

    house.visitor().send("/sign-in", email=SEK1)


@pytest.mark.parametrize("typed", ["", "kari", "@ho21.example", "kari@", "a" * 300 + "@x.no"])
def test_what_is_no_address_is_said_above_and_at_the_field_and_is_kept(
    house: House, typed: str
) -> None:
    page = house.visitor().send("/sign-in", 422, email=typed, next="/letters")

    [field] = page.all(".//input[@id='email']")
    [summary] = page.all(".//div[@role='alert']")
    assert field.get("value") == typed
    assert field.get("aria-invalid") == "true"
    assert [each.get("href") for each in summary.iter("a")] == ["#email"]
    assert page.all(".//input[@name='next']")[0].get("value") == "/letters"


def test_the_pages_about_signing_in_are_kept_nowhere(house: House) -> None:
    for path in ("/sign-in", "/sign-in/sent", hand_out(house)):
        headers = house.visitor().open(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-robots-tag"] == "noindex"


def test_a_new_installation_tells_the_three_things_to_do_first(
    make_app: MakeApp, sqlite: Databases, tmp_path: Path
) -> None:
    app = make_app(sqlite.migrated(tmp_path))
    with served(app, person=None) as address:
        visitor = Reader(address)
        visitor.client.follow_redirects = True
        page = visitor.open("/")
        visitor.close()

    steps = page.section("first")
    assert "Ingen er registrert her ennå. Tre ting å gjøre først:" in steps
    assert "tilsvar user add kari@example.no --role secretariat" in steps
    assert "tilsvar user link kari@example.no" in steps
    assert not page.all(".//input[@id='email']")
