"""What a session opens, and how it ends: on the server, whatever a browser keeps."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tilsvar.commands.signing_in import (
    revoke_sessions,
    sessions_of,
)
from tilsvar.store.clock import machine_now
from tilsvar.store.signing_in import session
from tilsvar.tests.servers.databases import Databases
from tilsvar.tests.servers.office import HandBell, MakeApp
from tilsvar.tests.web.visitor import SEK1, House, hand_out, opened, path_in, text_of


@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "letters", "/\tevil", "/\nx"],
)
def test_nobody_is_led_to_another_site_after_signing_in(house: House, wanted: str) -> None:
    visitor = house.visitor()
    visitor.send("/sign-in", email=SEK1, next=wanted)

    arrived = visitor.client.post(house.link())

    assert arrived.headers["location"] == "/"


def test_signing_out_ends_the_session_here_and_not_only_in_the_browser(
    house: House,
) -> None:
    visitor, copy = house.visitor(), house.visitor()
    visitor.send(hand_out(house))
    copy.client.cookies.update(visitor.client.cookies)
    copy.open("/letters")

    left = visitor.client.post("/sign-out")

    assert left.headers["clear-site-data"] == '"cache"'
    assert copy.client.get("/letters").status_code == 303
    assert visitor.send("/sign-out").title == "Logg inn – Tilsvar"


def test_signing_out_everywhere_reaches_the_browsers_elsewhere(house: House) -> None:
    here, there = house.visitor(), house.visitor()
    for each in (here, there):
        each.send(hand_out(house))
    assert here.open("/me").section("sessions").count("Sist brukt") == 2

    here.send("/sign-out", everywhere="1")

    assert there.client.get("/me").status_code == 303


def test_a_session_that_is_revoked_or_has_run_out_opens_nothing(house: House) -> None:
    visitor = house.visitor()
    visitor.send(hand_out(house))
    with house.app.office.work(by="cli") as work:
        [one] = sessions_of(work, "SEK1")
        assert revoke_sessions(work, person="LEDER", number=one.id) == 0
        assert revoke_sessions(work, person="SEK1", number=one.id) == 1
        work.commit()
    assert visitor.client.get("/me").status_code == 303

    visitor.send(hand_out(house))
    visitor.open("/me")
    with house.app.office.engine.begin() as connection:
        connection.execute(update(session).values(expires=machine_now()))
    assert visitor.client.get("/me").status_code == 303


def test_signing_in_anew_closes_the_session_that_the_browser_had(house: House) -> None:
    visitor, copy = house.visitor(), house.visitor()
    visitor.send(hand_out(house))
    copy.client.cookies.update(visitor.client.cookies)

    visitor.send(hand_out(house, "leder@ho21.example"))

    assert "Innlogget som Person LEDER" in visitor.open("/").text
    assert copy.client.get("/").status_code == 303


def test_that_a_session_is_in_use_is_noted_now_and_then(house: House) -> None:
    visitor = house.visitor()
    visitor.send(hand_out(house))
    seen = select(session.c.last_seen)
    engine = house.app.office.engine
    with engine.connect() as connection:
        first = connection.scalar(seen)
    visitor.open("/me")
    with engine.begin() as connection:
        assert connection.scalar(seen) == first
        connection.execute(update(session).values(last_seen=machine_now() - timedelta(hours=1)))
    visitor.open("/me")
    with engine.connect() as connection:
        assert machine_now() - connection.execute(seen).scalar_one() < timedelta(minutes=5)


def test_whoever_is_signed_in_is_not_asked_again(house: House) -> None:
    visitor = house.visitor()
    visitor.send(hand_out(house))

    assert visitor.client.get("/sign-in?next=/history").headers["location"] == "/history"


def test_with_https_the_cookies_are_for_this_very_site_and_https_only(
    make_app: MakeApp, sqlite: Databases, tmp_path: Path, bell: HandBell
) -> None:
    chosen = {"base_url": "https://tilsvar.example.no"}
    with opened(make_app, sqlite, tmp_path, bell, **chosen) as house:
        asked = house.visitor().client.post("/sign-in", data={"email": SEK1})
        came = house.visitor().client.post(hand_out(house))
        [mail] = house.post()

    for answer, name in ((asked, "asked"), (came, "tilsvar")):
        [cookie] = [each for each in answer.headers.get_list("set-cookie") if "=" in each[:30]][:1]
        assert cookie.startswith(f"__Host-{name}=")
        parts = {each.strip() for each in cookie.split(";")}
        assert {"HttpOnly", "Path=/", "SameSite=lax", "Secure"} <= parts
        assert "Domain" not in cookie
    assert "https://tilsvar.example.no/sign-in/link/" in text_of(mail)
    assert path_in(mail)
