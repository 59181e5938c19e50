"""Signing in by a link in a mail: once, soon, in the browser that asked, and by a person's hand."""

from datetime import timedelta

import structlog
from sqlalchemy import select, text, update

from tilsvar.commands.signing_in import (
    choose_language,
)
from tilsvar.domain.people import Person
from tilsvar.store import flow
from tilsvar.store.clock import machine_now
from tilsvar.store.signing_in import sign_in_link
from tilsvar.tests.servers.office import set_clock
from tilsvar.tests.web.visitor import SEK1, House, hand_out, text_of

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def test_somebody_asks_for_a_link_follows_it_and_lands_where_they_wanted(
    house: House,
) -> None:
    visitor = house.visitor(**{"User-Agent": FIREFOX})

    turned_away = visitor.client.get("/letters?state=overdue")
    asked = visitor.open(turned_away.headers["location"])
    [next_] = [each.get("value") for each in asked.all(".//input[@name='next']")]
    sent = visitor.send("/sign-in", email=SEK1.upper(), next=str(next_))
    shown = visitor.open(house.link())
    arrived = visitor.send(house.link())

    assert turned_away.status_code == 303
    assert sent.title == "Se i innboksen – Tilsvar"
    assert "ti minutter, i denne nettleseren" in sent.text
    assert "Du er i ferd med å logge inn som Person SEK1." in shown.text
    assert arrived.title == "Brev – Tilsvar"
    assert visitor.open("/").text.count("Innlogget som Person SEK1") == 1


def test_the_mail_says_what_the_link_does_and_in_which_browser_it_works(
    house: House,
) -> None:
    house.visitor(**{"User-Agent": FIREFOX}).send("/sign-in", email=SEK1)

    [mail] = house.post()

    said = " ".join(text_of(mail).split())
    assert mail["subject"] == "Logg inn i Tilsvar"
    assert mail["to"] == "Person SEK1 <sek1@ho21.example>"
    assert "Lenken logger deg inn én gang, innen ti minutter" in said
    assert "Bedt om i: Firefox · Linux" in said
    assert "Var det ikke deg?" in said


def test_the_mail_speaks_the_language_that_its_reader_has_chosen(house: House) -> None:
    with house.app.office.work(by="SEK1") as work:
        choose_language(work, person="SEK1", language="nn")
        work.commit()

    house.visitor().send("/sign-in", email=SEK1)

    [mail] = house.post()
    assert mail["content-language"] == "nn"
    assert "Lenkja loggar deg inn éin gong" in text_of(mail)


def test_an_unknown_address_is_answered_alike_and_gets_no_mail(house: House) -> None:
    known = house.visitor().send("/sign-in", email=SEK1)
    unknown = house.visitor().send("/sign-in", email="nobody@ho21.example")

    assert unknown.html == known.html
    assert [mail["to"] for mail in house.post()] == ["Person SEK1 <sek1@ho21.example>"]


def test_whoever_has_left_gets_no_link_and_their_session_opens_nothing(
    house: House,
) -> None:
    visitor = house.visitor()
    visitor.send(hand_out(house))
    visitor.open("/letters")

    with house.app.office.work(by="cli") as work:
        work.get(Person, "SEK1").leave(work.today)
        work.commit()
    set_clock(house.app.office, house.app.office.clock.now() + timedelta(days=1))
    house.visitor().send("/sign-in", email=SEK1)

    assert house.post() == []
    assert visitor.client.get("/letters").headers["location"] == "/sign-in?next=/letters"


def test_following_the_link_signs_nobody_in_and_does_not_use_it_up(house: House) -> None:
    visitor = house.visitor()
    visitor.send("/sign-in", email=SEK1)

    for _ in range(3):
        visitor.open(house.link())
    scanner = house.visitor()
    scanner.open(house.link(), 403)

    assert visitor.client.get("/letters").status_code == 303
    assert visitor.send(house.link()).title == "I dag – Tilsvar"


def test_the_link_works_once(house: House) -> None:
    visitor = house.visitor()
    visitor.send("/sign-in", email=SEK1)
    visitor.send(house.link())

    again = house.visitor()
    again.client.cookies.update(visitor.client.cookies)
    again.client.cookies.delete("tilsvar")

    assert again.open(house.link(), 410).title == "Lenken virker ikke lenger – Tilsvar"
    assert again.send(house.link(), 410).title == "Lenken virker ikke lenger – Tilsvar"
    assert again.client.get("/letters").status_code == 303


def test_the_link_works_only_in_the_browser_that_asked_for_it(house: House) -> None:
    house.visitor().send("/sign-in", email=SEK1)

    thief = house.visitor()
    thief.send("/sign-in", email="nobody@ho21.example")

    assert "bare i nettleseren der du ba om den" in thief.open(house.link(), 403).text
    assert thief.send(house.link(), 403).title == "Åpne lenken i en annen nettleser – Tilsvar"
    assert thief.client.get("/letters").status_code == 303


def test_a_link_that_is_older_than_ten_minutes_by_the_machine_s_clock_is_dead(
    house: House,
) -> None:
    visitor = house.visitor()
    visitor.send("/sign-in", email=SEK1)
    path = house.link()

    with house.app.office.engine.begin() as connection:
        row = connection.execute(select(sign_in_link)).one()
        assert row.expires - row.created == timedelta(minutes=10)
        assert abs(row.created - machine_now()) < timedelta(minutes=5)
        connection.execute(update(sign_in_link).values(expires=machine_now()))

    visitor.open(path, 410)
    visitor.send(path, 410)


def test_a_mail_whose_link_has_run_out_before_it_could_be_sent_stays_here(
    house: House,
) -> None:
    house.visitor().send("/sign-in", email=SEK1)
    with house.app.office.engine.begin() as connection:
        connection.execute(update(sign_in_link).values(expires=machine_now()))

    assert house.post() == []
    with house.app.office.engine.connect() as connection:
        assert connection.scalar(select(flow.mail.c.state)) == "withdrawn"


def test_neither_database_nor_log_ever_holds_what_would_sign_somebody_in(
    house: House,
) -> None:
    visitor = house.visitor()
    with structlog.testing.capture_logs() as lines:
        visitor.send("/sign-in", email=SEK1)
        path = house.link()
        visitor.open(path)
        visitor.send(path)
    secrets = {path.rpartition("/")[2], *visitor.client.cookies.values()}
    assert len(secrets) == 2

    with house.app.office.engine.connect() as connection:
        tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        stored = repr(
            [
                connection.execute(text(f'SELECT * FROM "{name}"')).all()  # noqa: S608 - our own tables
                for name in tables.scalars().all()
            ]
        )
    for secret in secrets:
        assert secret not in stored
        assert secret not in repr(lines)
    assert [each["path"] for each in lines if each["event"] == "request"].count(
        "/sign-in/link/…"
    ) == 2


def test_a_link_that_is_handed_out_works_in_any_browser_once(house: House) -> None:
    path = hand_out(house, wanted="/history")

    assert house.visitor().send(path).title == "Historikk – Tilsvar"
    house.visitor().send(path, 410)


def test_a_strange_link_is_a_dead_one(house: House) -> None:
    for path in ("/sign-in/link/guess", "/sign-in/link/bl%C3%A5b%C3%A6r"):
        house.visitor().open(path, 410)
