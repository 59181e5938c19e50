"""The digests of a coming day are foreseen: what is in them, and what waits for a later one."""

from datetime import date, time
from typing import Any

from tilsvar.commands.council import choose_digest, register_person
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.reminders import change_ladder, end_pause, pause, snooze
from tilsvar.domain.dates import Edtf
from tilsvar.domain.digests import DigestWish, Rhythm
from tilsvar.domain.kinds import DeadlineKind, Role
from tilsvar.reports.foresight import due_on
from tilsvar.reports.render_foresight import foresight_text
from tilsvar.tests.reports.council import Council
from tilsvar.tests.reports.test_foresight import seen, sent_then
from tilsvar.wording.language import language

LATER = "Det venter til en senere samlemelding."


def expect(council: Council, key: str, due: str) -> None:
    """Something of others comes out: -7d is collected, 0d goes at once."""
    with council.work() as work:
        kind = DeadlineKind.EXTERNAL_PUBLICATION
        set_deadline(work, key=key, title=key, due=Edtf(due), kind=kind)
        work.commit()


def weekly(council: Council, address: str = "kari@ho21.example") -> None:
    with council.work() as work:
        choose_digest(work, email=address, wish=DigestWish(Rhythm.WEEKLY, time(10)))
        work.commit()


def a_leader(council: Council) -> None:
    with council.work() as work:
        register_person(work, key="LEDER", name="Ola", email="ola@ho21.example", role=Role.LEADER)
        work.commit()


def told(day: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    """The messages: to whom, of what kind, with the objects of its lines."""
    return [(each["to"], each["kind"], each["objects"]) for each in day["messages"]]


def test_a_digest_of_a_coming_day_holds_all_that_is_collected_until_then(council: Council) -> None:
    letter = sent_then(council)  # due on 2 February
    expect(council, "D2023-01", "2023-02-09")
    expect(council, "D2023-02", "2023-02-02")
    council.live_until("2023-01-03")

    day = seen(council, "2023-02-02")

    assert told(day) == [
        ("kari@ho21.example", "DeadlineNearing", ["D2023-02"]),
        ("kari@ho21.example", "Digest", ["D2023-01", f"{letter}/HOD", f"{letter}/KD"]),
    ]
    digest = day["messages"][1]
    assert digest["rungs"] == ["-7d", "0d"]
    assert [(each["kind"], each["rung"]) for each in digest["lines"]] == [
        ("DeadlineNearing", "-7d"),
        ("AnswerDue", "0d"),
    ]
    assert digest["why"] == " ".join(each["why"] for each in digest["lines"])
    assert day["held_back"] == []


def test_what_goes_at_once_stands_before_the_digest_in_the_text(council: Council) -> None:
    letter = sent_then(council)
    expect(council, "D2023-02", "2023-02-02")
    council.live_until("2023-01-03")
    with council.reading() as work:
        found = due_on(work, date(2023, 2, 2))

    text = foresight_text(found, language("en")).replace("\u00a0", " ")

    at_once, digest = text.index("At once to Kari"), text.index("The digest of Kari")
    assert at_once < text.index("D2023-02") < digest < text.index(f"{letter}/HOD")


def test_a_weekly_reader_reads_it_on_monday_and_until_then_it_waits(council: Council) -> None:
    letter = sent_then(council)
    weekly(council)
    council.live_until("2023-01-03")
    objects = [f"{letter}/HOD", f"{letter}/KD"]

    thursday, monday = seen(council, "2023-02-02"), seen(council, "2023-02-06")

    assert thursday["messages"] == []
    assert thursday["held_back"] == [{"object": each, "why": LATER} for each in objects]
    assert told(monday) == [("kari@ho21.example", "Digest", objects)]
    assert monday["held_back"] == []
    for day in ("2023-02-02", "2023-02-03", "2023-02-04", "2023-02-05"):
        council.live_until(day)
    assert told(seen(council, "2023-02-06")) == told(monday)
    council.live_until("2023-02-06")
    assert seen(council, "2023-02-06") == monday


def test_readers_of_different_rhythms_are_told_apart(council: Council) -> None:
    """The last reminder of Thursday 16 March: Kari reads it that day, the leader on Monday."""
    letter = sent_then(council)
    a_leader(council)
    weekly(council, "ola@ho21.example")
    council.live_until("2023-03-15")
    objects = [f"{letter}/HOD", f"{letter}/KD"]

    thursday, monday = seen(council, "2023-03-16"), seen(council, "2023-03-20")

    assert told(thursday) == [("kari@ho21.example", "Digest", objects)]
    assert told(monday) == [("ola@ho21.example", "Digest", objects)]


def test_what_goes_at_once_before_it_is_left_out_of_the_digest(council: Council) -> None:
    council.today_is("2023-02-20")
    weekly(council)
    expect(council, "D2023-01", "2023-03-02")  # -7d is Thursday 23 February
    expect(council, "D2023-02", "2023-03-10")  # -7d is Friday 3 March, 0d the Friday after
    with council.work() as work:
        change_ladder(work, ladder="external", rungs="-7d, -2d, 0d at once")
        work.commit()
    council.live_until("2023-02-21")

    assert told(seen(council, "2023-02-27")) == [("kari@ho21.example", "Digest", ["D2023-01"])]
    assert told(seen(council, "2023-03-10")) == [
        ("kari@ho21.example", "DeadlineNearing", ["D2023-02"])
    ]
    assert told(seen(council, "2023-03-13")) == []
    for day in range(22, 29):
        council.live_until(f"2023-02-{day}")
    for day in range(1, 14):
        council.live_until(f"2023-03-{day:02}")
    assert told(seen(council, "2023-03-13")) == []


def test_what_has_been_collected_already_is_foreseen_too_while_it_holds(council: Council) -> None:
    letter = sent_then(council)
    weekly(council)
    expect(council, "D2023-01", "2023-02-10")
    council.live_until("2023-02-02")
    council.live_until("2023-02-03")

    before = seen(council, "2023-02-06")
    council.receive(letter, "HOD", "2023-02-03")
    with council.work() as work:
        snooze(work, key="D2023-01", until=date(2023, 2, 8))
        work.commit()
    council.live_until("2023-02-03")

    assert told(before)[0][2] == ["D2023-01", f"{letter}/HOD", f"{letter}/KD"]
    assert told(seen(council, "2023-02-06"))[0][2] == [f"{letter}/KD"]


def test_a_pause_moves_the_digest_to_the_first_working_day_after_it(council: Council) -> None:
    letter = sent_then(council)
    council.live_until("2023-02-01")
    with council.work() as work:
        pause(work, first=date(2023, 2, 2), last=date(2023, 2, 4))
        work.commit()
    council.live_until("2023-02-01")
    objects = [f"{letter}/HOD", f"{letter}/KD"]

    paused, after = seen(council, "2023-02-02"), seen(council, "2023-02-06")

    assert paused["messages"] == []
    assert [each["object"] for each in paused["held_back"]] == objects
    assert {each["why"] for each in paused["held_back"]} == {"Alle påminnelser hviler den dagen."}
    assert told(after) == [("kari@ho21.example", "Digest", objects)]
    for day in range(2, 7):
        council.live_until(f"2023-02-{day:02}")
    assert told(seen(council, "2023-02-06")) == told(after)


def test_what_a_pause_finds_collected_is_foreseen_after_it(council: Council) -> None:
    """And on its own day again, where somebody ends the pause."""
    letter = sent_then(council)
    weekly(council)
    council.live_until("2023-02-02")
    objects = [f"{letter}/HOD", f"{letter}/KD"]
    with council.work() as work:
        pause(work, first=date(2023, 2, 6), last=date(2023, 2, 7))
        work.commit()

    assert told(seen(council, "2023-02-06")) == []
    assert told(seen(council, "2023-02-13")) == [("kari@ho21.example", "Digest", objects)]
    with council.work() as work:
        end_pause(work)
        work.commit()
    assert told(seen(council, "2023-02-06")) == [("kari@ho21.example", "Digest", objects)]


def test_what_stands_in_the_calendar_only_is_held_back_with_its_reason(council: Council) -> None:
    with council.work() as work:
        change_ladder(work, ladder="external", rungs="-7d calendar")
        work.commit()
    expect(council, "D2023-01", "2023-02-17")
    council.live_until("2023-02-03")

    day = seen(council, "2023-02-10")

    assert day["messages"] == []
    assert day["held_back"] == [{"object": "D2023-01", "why": "Det står bare i kalenderen."}]


def test_an_answer_waits_for_the_leaders_digest(council: Council) -> None:
    """Recorded on Friday 3 February after the hour of that day's digest."""
    letter = sent_then(council)
    a_leader(council)
    council.today_is("2023-02-03")
    council.receive(letter, "HOD", "2023-02-03")
    council.live_until("2023-02-03")

    day = seen(council, "2023-02-06")

    leaders = [each for each in day["messages"] if each["to"] == "ola@ho21.example"]
    assert [(each["kind"], each["objects"]) for each in leaders] == [("Digest", [f"{letter}/HOD"])]
    assert leaders[0]["why"] == "HOD har svart."
    council.live_until("2023-02-06")
    assert [
        each for each in seen(council, "2023-02-06")["messages"] if each["to"] == leaders[0]["to"]
    ] == leaders


def test_each_day_of_two_months_comes_as_it_was_foreseen_the_day_before(council: Council) -> None:
    """Two readers of different rhythms, things at once and collected, one of them put off."""
    sent_then(council)
    a_leader(council)
    weekly(council, "ola@ho21.example")
    for key, due in (("D2023-01", "2023-01-27"), ("D2023-02", "2023-02-14")):
        expect(council, key, due)
    with council.work() as work:
        ours, who = Edtf("2023-02-16"), "LEDER"
        set_deadline(work, key="D2023-03", title="Innspill", due=ours, responsible=who)
        snooze(work, key="D2023-02", until=date(2023, 2, 10))
        work.commit()
    council.live_until("2023-01-03")
    days = [date(2023, 1, 4).toordinal() + n for n in range(80)]

    for day in (date.fromordinal(each).isoformat() for each in days):
        foreseen = seen(council, day)
        council.live_until(day)
        assert told(seen(council, day)) == told(foreseen), day


def test_why_somebody_heard_of_an_answer_is_known_also_where_that_was_late(
    council: Council,
) -> None:
    """Recorded on Friday at noon; nothing ran until Monday."""
    letter = sent_then(council)
    a_leader(council)
    council.live_until("2023-02-02")
    council.today_is("2023-02-03")
    council.receive(letter, "HOD", "2023-02-03")

    council.live_until("2023-02-06")

    told_of = [
        line["why"]
        for each in seen(council, "2023-02-06")["messages"]
        for line in each["lines"]
        if line["kind"] == "ReplyReceived"
    ]
    assert told_of == ["HOD har svart."]
