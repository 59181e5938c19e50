"""What goes out on a day, to whom and why; and what is held back."""

import json
from datetime import date
from typing import Any

from tilsvar.commands.council import register_person
from tilsvar.commands.deadlines import move_deadline, set_deadline
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import DeadlineKind, Role
from tilsvar.reports.foresight import due_on
from tilsvar.reports.render_foresight import foresight_json, foresight_text
from tilsvar.tests.reports.council import Council
from tilsvar.wording.language import language


def seen(council: Council, day: str) -> dict[str, Any]:
    """What a script is told of that day."""
    with council.reading() as work:
        told = due_on(work, date.fromisoformat(day))
    document: dict[str, Any] = json.loads(foresight_json(told, language("nb")))
    return document


def sent_then(council: Council) -> str:
    """A letter to two ministries on 2 January 2023, recorded on that day."""
    council.today_is("2023-01-02")
    letter = council.send("2023-01-02", "HOD", "KD")
    council.live_until("2023-01-02")
    return letter


def test_a_coming_day_says_who_hears_of_what_and_why(council: Council) -> None:
    letter = sent_then(council)
    objects, why = (
        [f"{letter}/HOD", f"{letter}/KD"],
        "Svaret fra HOD og KD forfaller og er ikke registrert.",
    )

    assert seen(council, "2023-02-02") == {
        "on": "2023-02-02",
        "messages": [
            {
                "to": "kari@ho21.example",
                "kind": "Digest",
                "objects": objects,
                "rungs": ["0d"],
                "why": why,
                "lines": [{"kind": "AnswerDue", "objects": objects, "rung": "0d", "why": why}],
            }
        ],
        "held_back": [],
    }
    assert seen(council, "2023-02-03")["messages"] == []


def test_looking_ahead_sends_nothing_and_then_it_comes_as_foreseen(council: Council) -> None:
    sent_then(council)
    foreseen = [seen(council, day) for day in ("2023-02-02", "2023-02-16")]
    assert seen(council, "2023-02-02") == foreseen[0]

    council.live_until("2023-02-02")
    council.live_until("2023-02-16")

    assert [seen(council, day) for day in ("2023-02-02", "2023-02-16")] == foreseen


def test_what_was_answered_meanwhile_is_left_out(council: Council) -> None:
    letter = sent_then(council)
    council.today_is("2023-01-20")
    council.receive(letter, "HOD", "2023-01-20")
    council.live_until("2023-01-20")

    day = seen(council, "2023-02-02")

    assert day["messages"][0]["objects"] == [f"{letter}/KD"]
    assert day["held_back"] == [
        {"object": f"{letter}/HOD", "why": "Det er ikke lenger noe å minne om."}
    ]


def test_a_council_without_a_leader_hears_of_it(council: Council) -> None:
    letter = sent_then(council)

    last = seen(council, "2023-03-16")

    assert [each["to"] for each in last["messages"]] == ["kari@ho21.example"]
    assert last["held_back"] == [
        {"object": f"{letter}/{name}", "why": "Rådet har ingen leder den dagen."}
        for name in ("HOD", "KD")
    ]
    for day in ("2023-02-02", "2023-02-16", "2023-03-16"):
        council.live_until(day)
    assert seen(council, "2023-03-16") == last


def test_a_leader_gets_the_last_one_too(council: Council) -> None:
    with council.work() as work:
        register_person(work, key="LEDER", name="Ola", email="ola@ho21.example", role=Role.LEADER)
        work.commit()
    sent_then(council)

    told = seen(council, "2023-03-16")

    assert [each["to"] for each in told["messages"]] == ["ola@ho21.example", "kari@ho21.example"]
    assert told["held_back"] == []


def test_what_was_recorded_too_late_is_named_and_not_sent(council: Council) -> None:
    letter = council.send("2022-10-03", "NFD")
    council.live_until("2023-02-03")

    assert seen(council, "2022-11-03") == {
        "on": "2022-11-03",
        "messages": [],
        "held_back": [
            {"object": f"{letter}/NFD", "why": "Dagen var passert da dette ble registrert."}
        ],
    }


def test_a_moved_deadline_is_foreseen_on_its_new_day_only(council: Council) -> None:
    with council.work() as work:
        set_deadline(
            work,
            key="D2023-01",
            title="Melding",
            due=Edtf("2023-03-15"),
            kind=DeadlineKind.EXTERNAL_MILESTONE,
        )
        work.commit()
    council.live_until("2023-02-03")
    with council.work() as work:
        move_deadline(work, deadline="D2023-01", due=Edtf("2023-04-19"))
        work.commit()
    council.live_until("2023-02-03")

    assert seen(council, "2023-03-15")["messages"] == []
    assert "Datoen er flyttet" in seen(council, "2023-03-15")["held_back"][0]["why"]
    assert seen(council, "2023-04-19")["messages"][0]["objects"] == ["D2023-01"]


def test_after_an_outage_today_shows_only_the_most_urgent_reminder(council: Council) -> None:
    letter = sent_then(council)
    council.today_is("2023-02-20")

    day = seen(council, "2023-02-20")

    assert [(each["kind"], each["rungs"]) for each in day["messages"]] == [("Digest", ["+10wd"])]
    assert [each["kind"] for each in day["messages"][0]["lines"]] == ["ReplyOverdue"]
    assert day["held_back"] == []
    council.live_until("2023-02-20")
    assert seen(council, "2023-02-20") == day
    assert day["messages"][0]["objects"] == [f"{letter}/HOD", f"{letter}/KD"]


def test_a_person_reads_it_as_text(council: Council) -> None:
    letter = sent_then(council)
    with council.reading() as work:
        day, empty = due_on(work, date(2023, 2, 2)), due_on(work, date(2023, 2, 5))

    text = foresight_text(day, language("nb")).replace("\u00a0", " ")

    assert text.startswith("Påminnelser torsdag 2. februar 2023\n")
    assert f"{letter}/HOD, {letter}/KD (på dagen)" in text
    assert "Samlemelding til Kari <kari@ho21.example>." in text
    assert foresight_text(empty, language("en")).startswith("No reminders on Sunday")
