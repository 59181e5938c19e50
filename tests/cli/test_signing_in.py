"""The first administrator gets in, people are linked to their accounts, sessions are ended."""

from pathlib import Path

import pytest

from tilsvar.bootstrap import bootstrap
from tilsvar.commands.signing_in import open_session, use_link
from tilsvar.tests.cli.conftest import Tilsvar


@pytest.fixture
def started(tilsvar: Tilsvar) -> Tilsvar:
    assert tilsvar("migrate").code == 0
    tilsvar("user", "add", "kari@ho21.example", "--role", "secretariat")
    return tilsvar


def test_the_first_administrator_gets_a_link_for_one_time(started: Tilsvar) -> None:
    said = started("user", "link", "KARI@ho21.example")

    assert (said.code, said.err) == (0, "")
    address, _, token = said.out.strip().rpartition("/")
    assert address == "http://localhost:8000/sign-in/link"
    app = bootstrap()
    with app.office.work(by="web") as work:
        assert use_link(work, token, None) == ("KARI", "/")
    app.close()


def test_nobody_gets_a_link_who_has_no_role_here(started: Tilsvar) -> None:
    said = started("user", "link", "nobody@ho21.example")

    assert said.code == 1
    assert said.err.startswith("Nobody here has the address nobody@ho21.example.")


def test_sessions_are_listed_without_their_secret_and_revoked(started: Tilsvar) -> None:
    app = bootstrap()
    with app.office.work(by="web") as work:
        tokens = [open_session(work, person="KARI", browser_name="Firefox · Linux") for _ in "12"]
        work.commit()
    app.close()

    listed = started("user", "sessions", "kari@ho21.example").out
    assert listed.count("Firefox · Linux") == 2
    assert not [token for token in tokens if token in listed]

    one = started("user", "revoke", "kari@ho21.example", "--session", "1")
    assert one.out == "KARI is signed out of 1 session.\n"
    rest = started("user", "revoke", "kari@ho21.example")
    assert rest.out == "KARI is signed out of 1 session.\n"
    assert "Firefox" not in started("user", "sessions", "kari@ho21.example").out


def test_somebody_is_linked_to_an_account_at_work(started: Tilsvar) -> None:
    kari = ("user", "oidc", "kari@ho21.example", "--tenant", "T1")

    assert started(*kari).out == "KARI is linked at the first sign-in from T1.\n"
    assert started(*kari, "--object", "O1").out == "KARI is O1 of T1.\n"

    started("user", "add", "ola@ho21.example", "--role", "member")
    other = started("user", "oidc", "ola@ho21.example", "--tenant", "T1", "--object", "O1")
    assert (other.code, other.err) == (1, "KARI is known as O1 of T1 already.\n")


@pytest.mark.parametrize("command", ["serve", "web"])
def test_other_machines_are_not_let_in_before_it_is_safe(started: Tilsvar, command: str) -> None:
    said = started(command, "--host", "0.0.0.0")  # noqa: S104 - it is refused

    assert said.code == 1
    assert said.err.startswith("Tilsvar does not listen on 0.0.0.0, where other machines reach it:")
    assert not Path("var/secret-key").exists()


def test_links_are_printed_on_this_machine_only(started: Tilsvar) -> None:
    said = started("serve", "--sign-in-links", "--host", "0.0.0.0")  # noqa: S104 - it is refused

    assert said.code == 2
    assert "this machine alone" in said.err


def test_the_doctor_looks_at_what_sign_in_needs(
    started: Tilsvar, monkeypatch: pytest.MonkeyPatch
) -> None:
    fine = started("doctor").out
    assert "none: people sign in by links in mails" in fine
    assert "this machine alone" in fine

    monkeypatch.setenv("TILSVAR_BIND", "0.0.0.0:8000")
    monkeypatch.setenv("TILSVAR_OIDC_ISSUER", "http://127.0.0.1:9")
    half = started("doctor")
    assert "name TILSVAR_OIDC_CLIENT_ID and TILSVAR_OIDC_CLIENT_SECRET too" in half.out
    assert "TILSVAR_BIND, TILSVAR_OIDC_ISSUER: see above" in half.err

    monkeypatch.setenv("TILSVAR_OIDC_CLIENT_ID", "tilsvar")
    monkeypatch.setenv("TILSVAR_OIDC_CLIENT_SECRET", "hush")
    whole = started("doctor")
    assert "http://127.0.0.1:9: ConnectError" in whole.out
    assert "hush" not in whole.out + whole.err
