"""An answer has come: who hears at once, who in the digest, and who not at all."""

from pathlib import Path
from typing import Any

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.letters import receive_reply, send_letter, withdraw_reply
from tilsvar.domain.dates import Edtf
from tilsvar.domain.digests import DigestWish, Rhythm
from tilsvar.domain.kinds import ReplyKind
from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.servers.rows import rows, states
from tilsvar.tests.workers.beginnings import second_secretary, send, wish
from tilsvar.tests.workers.hearing import at, digests, in_the_box, lines, mails, read, text, told

# It is Friday 3 February 2023 at noon in these stories.


def came(office: Office, received: str = "2023-02-03", by: str = "SEK1", **more: Any) -> None:
    """The answer of NFD to L1, unless another letter is named."""
    with office.work(by=by) as work:
        more.setdefault("letter", "L1")
        receive_reply(work, sender="NFD", received=Edtf(received), **more)
        work.commit()


def test_an_answer_is_told_at_once_to_all_but_whoever_recorded_it(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    second_secretary(app.office)
    send(app.office, "HOD", "NFD", sent="2023-01-16")
    came(app.office)
    answer(app, bell)

    (mail,) = mails(app.office)
    assert (mail.kind, mail.person) == ("ReplyReceived", "SEK2")
    assert lines(app.office, mail) == [("L1/NFD", "answer 2023-02-03")]
    (found,) = in_the_box(tmp_path)
    assert "Nærings- og fiskeridepartementet svarte" in text(found)
    assert "HOD" in text(found)  # whose answer is still missing

    assert sorted(told(app.office)) == [
        ("answer 2023-02-03", "LEDER"),
        ("answer 2023-02-03", "SEK2"),
    ]


def test_the_leader_reads_of_an_answer_in_the_next_digest(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    """It comes during a Friday, after the hour of that day's digest."""
    send(app.office, "NFD", sent="2023-01-16")
    came(app.office)

    for day, hour in (("2023-02-03", "12:30"), ("2023-02-05", "12:00"), ("2023-02-06", "07:29")):
        pass_time(app, bell, at(app.office, day, hour))
        assert mails(app.office) == []
    pass_time(app, bell, at(app.office, "2023-02-06"))

    assert read(app.office) == [("answer 2023-02-03", "LEDER")]
    (found,) = in_the_box(tmp_path, "2023-02-06", "Digest", "LEDER")
    assert "NFD svarte" in text(found)


def test_an_answer_before_the_hour_is_in_the_digest_of_that_day(app: App, bell: HandBell) -> None:
    send(app.office, "NFD", sent="2023-01-16")
    pass_time(app, bell, at(app.office, "2023-02-06", "06:00"))
    came(app.office, "2023-02-03")

    pass_time(app, bell, at(app.office, "2023-02-06"))

    assert [row.at for row in digests(app.office, "LEDER")] == [at(app.office, "2023-02-06")]


def test_an_interim_reply_and_the_answer_on_the_same_day_are_both_told(
    app: App, bell: HandBell
) -> None:
    second_secretary(app.office)
    send(app.office, "NFD", sent="2023-01-16")
    came(app.office, kind=ReplyKind.INTERIM)
    answer(app, bell)
    came(app.office)
    answer(app, bell)

    found = mails(app.office, flow.mail.c.person == "SEK2")
    assert sorted(row.kind for row in found) == ["InterimReplyReceived", "ReplyReceived"]


def test_whoever_is_responsible_hears_of_it_and_the_leader_only_once(
    app: App, bell: HandBell
) -> None:
    with app.office.work(by="SEK1") as work:
        sent, answers = Edtf("2023-01-16"), "LEDER"
        send_letter(
            work, key="L1", title="Brev", sent=sent, recipients=["NFD"], responsible=answers
        )
        work.commit()
    came(app.office)
    pass_time(app, bell, at(app.office, "2023-02-06"))

    assert told(app.office) == [("answer 2023-02-03", "LEDER")]
    assert [row.kind for row in mails(app.office)] == ["ReplyReceived"]


def test_an_answer_that_counts_for_an_earlier_letter_too_is_told_of_once(
    app: App, bell: HandBell
) -> None:
    second_secretary(app.office)
    send(app.office, "NFD", sent="2022-11-01")
    with app.office.work(by="SEK1") as work:
        asked, sent = ("L1",), Edtf("2023-01-10")
        send_letter(
            work, key="L2", title="Purring", sent=sent, recipients=["NFD"], follows_up=asked
        )
        work.commit()
    came(app.office, letter="L2")
    pass_time(app, bell, at(app.office, "2023-02-06"))

    received = [row for row in rows(app.office, flow.event) if row.name == "ReplyReceived"]
    assert sorted(row.subject for row in received) == ["L1", "L2"]
    news = rows(app.office, flow.reminder, flow.reminder.c.bell == "ReplyReceived")
    assert sorted((row.key, row.recipient) for row in news) == [
        ("L2/NFD", "LEDER"),
        ("L2/NFD", "SEK2"),
    ]


@pytest.mark.parametrize(
    ("received", "is_news"), [("2023-02-02", True), ("2023-02-01", False), ("2021-06-01", False)]
)
def test_an_answer_older_than_the_working_day_before_is_no_news(
    app: App, bell: HandBell, received: str, is_news: bool
) -> None:
    """As in a register that is imported."""
    second_secretary(app.office)
    send(app.office, "NFD", sent="2021-05-03")
    came(app.office, received, by="import")
    pass_time(app, bell, at(app.office, "2023-02-06"))

    heard = ["LEDER", "SEK1", "SEK2"] if is_news else []
    assert sorted(person for rung, person in read(app.office) if "answer" in rung) == heard


def test_over_a_weekend_the_working_day_before_is_friday(app: App, bell: HandBell) -> None:
    second_secretary(app.office)
    send(app.office, "NFD", sent="2023-01-16")
    pass_time(app, bell, at(app.office, "2023-02-06", "10:00"))
    came(app.office, "2023-02-03")
    answer(app, bell)

    assert [row.person for row in mails(app.office)] == ["SEK2"]


def test_an_answer_that_is_withdrawn_before_the_mail_has_left_is_not_told(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    second_secretary(app.office)
    send(app.office, "NFD", sent="2023-01-16")
    answer(app, bell)
    came(app.office)
    while not bell.of("send"):
        actor, key = bell.rings.pop(0)
        app.handlers()[actor](key)
    with app.office.work(by="SEK1") as work:
        withdraw_reply(work, letter="L1", sender="NFD", why="feil brev")
        work.commit()

    pass_time(app, bell, at(app.office, "2023-02-06"))

    assert states(app.office, flow.mail) == {"withdrawn": 2}
    assert in_the_box(tmp_path) == []


def test_a_second_answer_of_the_day_is_in_the_same_digest(app: App, bell: HandBell) -> None:
    send(app.office, "HOD", "NFD", sent="2023-01-16")
    came(app.office)
    pass_time(app, bell, at(app.office, "2023-02-03", "14:00"))
    with app.office.work(by="SEK1") as work:
        receive_reply(work, letter="L1", sender="HOD", received=Edtf("2023-02-03"))
        work.commit()
    pass_time(app, bell, at(app.office, "2023-02-06"))

    (mail,) = digests(app.office, "LEDER")
    assert [key for key, _ in lines(app.office, mail)] == ["L1/HOD", "L1/NFD"]


def test_news_that_an_outage_delays_is_in_the_digest_that_is_late_with_it(
    app: App, bell: HandBell
) -> None:
    """Recorded on Friday at noon; nothing runs until Monday afternoon."""
    second_secretary(app.office)
    send(app.office, "NFD", sent="2023-01-16")
    came(app.office)

    pass_time(app, bell, at(app.office, "2023-02-06", "15:00"))

    assert sorted((row.kind, row.person) for row in mails(app.office)) == [
        ("Digest", "LEDER"),
        ("ReplyReceived", "SEK2"),
    ]


def test_what_was_overdue_is_still_told_where_the_answer_was_recorded_by_mistake(
    app: App, bell: HandBell
) -> None:
    """Both wait for the leader's weekly digest; the answer is withdrawn before it is sent."""
    wish(app.office, DigestWish(Rhythm.WEEKLY), "LEDER")
    send(app.office, "NFD")
    pass_time(app, bell, at(app.office, "2023-04-17"))
    pass_time(app, bell, at(app.office, "2023-04-19"))
    assert ("+30wd", "LEDER") in told(app.office)
    came(app.office, "2023-04-19")
    answer(app, bell)
    with app.office.work(by="SEK1") as work:
        withdraw_reply(work, letter="L1", sender="NFD", why="feil brev")
        work.commit()

    pass_time(app, bell, at(app.office, "2023-04-24"))

    assert [lines(app.office, each) for each in digests(app.office, "LEDER")] == [
        [("L1/NFD", "+30wd")]
    ]
