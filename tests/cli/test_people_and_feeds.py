"""People come and go, and subscribe to the calendar."""

import sqlite3
from pathlib import Path

import pytest

from tilsvar.tests.cli.conftest import Tilsvar


@pytest.fixture
def started(tilsvar: Tilsvar) -> Tilsvar:
    assert tilsvar("migrate").code == 0
    return tilsvar


def test_somebody_joins_is_listed_and_leaves(started: Tilsvar) -> None:
    joined = started("user", "add", "kari.nordmann@ho21.example", "--role", "member")
    assert (joined.code, joined.out) == (0, "KARINORDMANN is member from 2023-02-03.\n")
    assert "KARINORDMANN  member" in started("user", "list").out

    left = started("user", "disable", "kari.nordmann@ho21.example", "--on", "2023-06-30")
    assert left.out == "KARINORDMANN is disabled from 2023-06-30.\n"
    assert "2023-06-30" in started("user", "list").out


def test_a_deputy_comes_from_somewhere_and_stands_in_for_somebody(started: Tilsvar) -> None:
    started("user", "add", "kari@ho21.example", "--role", "member")
    deputy = ("user", "add", "ola@ho21.example", "--role", "deputy", "--deputy-for")

    unknown = started(*deputy, "x@y.z")
    assert unknown.err.startswith("Nobody here has the address x@y.z.")
    assert started(*deputy, "kari@ho21.example").code == 0
    nowhere = started("user", "add", "per@ho21.example", "--role", "member", "--organisation", "X")
    assert (nowhere.code, "X" in nowhere.err) == (1, True)


def test_the_last_of_the_secretariat_is_not_disabled(started: Tilsvar) -> None:
    started("user", "add", "kari@ho21.example", "--role", "secretariat")

    kept = started("user", "disable", "kari@ho21.example")

    assert kept.code == 1
    assert kept.err.startswith("Nobody would be in the secretariat on 2023-02-04.")


def test_the_same_address_is_not_taken_twice_and_keys_stay_apart(started: Tilsvar) -> None:
    started("user", "add", "ola@ho21.example", "--role", "leader", "--name", "Ola Ås")

    again = started("user", "add", "OLA@ho21.example", "--role", "member")
    assert again.code == 1
    assert again.err.startswith("OLA@ho21.example is the address of OLA already.")

    namesake = started("user", "add", "ola@forskning.example", "--role", "member")
    assert namesake.out == "OLA2 is member from 2023-02-03.\n"


def test_what_somebody_records_bears_their_name(started: Tilsvar) -> None:
    started("user", "add", "kari@ho21.example", "--role", "secretariat", "--name", "Kari")
    deadline = ("deadline", "set", "--title", "Melding", "--due", "2023-05-02", "--key", "D2023-01")

    assert started(*deadline, "--by", "kari@ho21.example").code == 0

    assert "3. februar 2023 kl. 12.00, Kari: " in started("explain", "D2023-01").plain


def test_everybody_chooses_when_the_digest_comes(started: Tilsvar) -> None:
    started("user", "add", "kari@ho21.example", "--role", "member")
    kari = ("user", "digest", "kari@ho21.example")

    weekly = started(*kari, "--weekly", "--at", "08:15")
    assert (weekly.code, weekly.out) == (0, "KARI gets the weekly digest at 08:15.\n")
    at_its_hour = started(*kari, "--daily", "--at", "13:45")
    assert at_its_hour.out == "KARI gets the daily digest at 13:45.\n"
    assert started(*kari).out == "KARI gets the daily digest at 07:30.\n"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("ola@ho21.example",), 1, "ola@ho21.example"),
        (("kari@ho21.example", "--at", "klokka ni"), 2, "klokka ni is no hour"),
        (("kari@ho21.example", "--at", "25:00"), 2, "25:00 is no hour"),
    ],
)
def test_a_digest_for_nobody_or_at_no_hour_is_refused(
    started: Tilsvar, arguments: tuple[str, ...], code: int, says: str
) -> None:
    started("user", "add", "kari@ho21.example", "--role", "member")

    said = started("user", "digest", *arguments)

    assert said.code == code
    assert says in said.err


def test_a_subscription_is_shown_once_listed_and_revoked(started: Tilsvar) -> None:
    started("user", "add", "kari@ho21.example", "--role", "member")
    made = started(
        *("feed", "create", "council", "--member", "kari@ho21.example"),
        *("--kinds", "council,deadline"),
    )
    address = made.out.strip()
    assert made.code == 0
    assert address.startswith("http://localhost:8000/feeds/")
    assert address.endswith("/council.ics")

    listed = started("feed", "list").out
    assert "council,deadline" in listed
    assert address.split("/")[-2] not in listed
    assert "KARI" in listed

    assert started("feed", "revoke", "1").code == 0
    assert "revoked" in started("feed", "list").out


def test_a_subscription_tells_its_address_alone_and_its_page_beside_it(started: Tilsvar) -> None:
    started("user", "add", "kari@ho21.example", "--role", "member")

    made = started(
        *("feed", "create", "min", "--member", "kari@ho21.example"),
        *("--alarms", "--without-invited"),
    )

    address = made.out.strip()
    assert made.out.count("\n") == 1
    assert made.err.strip() == f"How to subscribe is told at {address.removesuffix('min.ics')}"
    assert "all; alarms; without invited" in started("feed", "list").out


def test_only_somebodys_own_calendar_can_leave_out_invitations(started: Tilsvar) -> None:
    said = started("feed", "create", "council", "--without-invited")

    assert said.code == 1
    assert said.err.startswith("Only somebody's own calendar can leave out")


def test_an_area_that_nobody_knows_has_no_calendar(started: Tilsvar) -> None:
    said = started("feed", "create", "data", "--area", "DATA")

    assert said.code == 1
    assert "There is no area DATA" in said.err


def test_the_list_names_the_program_that_came_last(started: Tilsvar, tmp_path: Path) -> None:
    started("feed", "create", "council")
    with sqlite3.connect(tmp_path / "var" / "tilsvar.db") as connection:
        connection.execute(
            "UPDATE feed SET fetched_at = '2023-02-03 08:30:00', fetched_by = ?",
            ("Google-Calendar-Importer",),
        )
    connection.close()

    assert "2023-02-03 09:30  Google Calendar  open" in started("feed", "list").out


def test_a_kind_that_no_feed_has_is_refused(started: Tilsvar) -> None:
    said = started("feed", "create", "council", "--kinds", "party")

    assert said.code == 1
    assert "party" in said.err
