"""Who is asked for comments on a draft, who is asked no more, and who reads that they have come."""

from datetime import date
from pathlib import Path

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.circulations import circulate
from tilsvar.commands.comments import (
    comment_on,
    have_no_comments,
    judge_comment,
    withdraw_comment,
)
from tilsvar.commands.op_eds import start_op_ed
from tilsvar.domain.comments import Verdict
from tilsvar.domain.kinds import Kind, OpEdStatus, Role
from tilsvar.domain.people import Person
from tilsvar.reports.foresight import due_on
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.workers.beginnings import publish
from tilsvar.tests.workers.hearing import at, digests, in_the_box, morning, read, text, told

DUE = date(2023, 2, 17)


@pytest.fixture
def council(app: App, bell: HandBell) -> App:
    """Two members have the op-ed O1 until 17 February, two weeks from now."""
    with app.office.work(by="SEK1") as work:
        work.add(Person.join("MEDLEM2", "Ola Hansen", "medlem2@ho21.example", Role.MEMBER))
        start_op_ed(work, key="O1", title="Helsedata", status=OpEdStatus.DRAFT)
        circulate(work, kind=Kind.OP_ED, key="O1", comments_by=DUE)
        work.commit()
    answer(app, bell)
    return app


def say(office: Office, who: str, kind: Kind = Kind.OP_ED, key: str = "O1") -> str:
    with office.work(by=who) as work:
        found = comment_on(work, kind=kind, key=key, who=who, text="Kort ned.")
        work.commit()
    return found.key


def test_whoever_has_answered_is_reminded_no_more(council: App, bell: HandBell) -> None:
    with council.office.work(by="MEDLEM1") as work:
        have_no_comments(work, kind=Kind.OP_ED, key="O1", who="MEDLEM1")
        work.commit()
    with council.office.reading() as work:
        foreseen = due_on(work, date(2023, 2, 10))
        assert sorted(each.to for each in foreseen.messages) == [
            "medlem2@ho21.example",
            "sek1@ho21.example",
        ]

    pass_time(council, bell, morning(date(2023, 2, 10)))

    assert sorted(read(council.office)) == [("-5wd", "MEDLEM2"), ("-5wd", "SEK1")]


def test_who_answers_between_the_bell_and_the_digest_is_left_out_and_asked_after_a_change_of_mind(
    council: App, bell: HandBell
) -> None:
    pass_time(council, bell, at(council.office, "2023-02-10", "06:00"))
    assert ("-5wd", "MEDLEM2") in told(council.office)
    for who in ("MEDLEM1", "MEDLEM2"):
        with council.office.work(by=who) as work:
            have_no_comments(work, kind=Kind.OP_ED, key="O1", who=who)
            work.commit()

    pass_time(council, bell, morning(date(2023, 2, 10)))
    assert read(council.office) == [("-5wd", "SEK1")]

    with council.office.work(by="MEDLEM1") as work:
        withdraw_comment(work, kind=Kind.OP_ED, key="O1", who="MEDLEM1")
        work.commit()
    pass_time(council, bell, morning(date(2023, 2, 15)))
    assert sorted(read(council.office)[1:]) == [("-2wd", "MEDLEM1"), ("-2wd", "SEK1")]
    assert not [who for _, who in told(council.office) if who.startswith("nobody")]


def test_comments_of_a_day_are_one_line_for_whoever_is_responsible(
    council: App, bell: HandBell, tmp_path: Path
) -> None:
    say(council.office, "MEDLEM1")
    say(council.office, "MEDLEM2")
    answer(council, bell)
    with council.office.reading() as work:
        foreseen = due_on(work, date(2023, 2, 6))
        assert [each.to for each in foreseen.messages] == ["sek1@ho21.example"]
    pass_time(council, bell, morning(date(2023, 2, 6)))

    [mail] = in_the_box(tmp_path, "2023-02-06", "Digest", "SEK1")
    assert (
        "Merknader fra Person MEDLEM1 og Ola Hansen venter på gjennomgang. To av 2 har svart."
        in text(mail)
    )
    assert "/op-eds/O1" in text(mail)


def test_what_is_gone_through_before_the_digest_is_not_told(council: App, bell: HandBell) -> None:
    key = say(council.office, "MEDLEM1")
    with council.office.work(by="SEK1") as work:
        judge_comment(work, comment=key, verdict=Verdict.TAKEN)
        work.commit()

    pass_time(council, bell, morning(date(2023, 2, 6)))

    assert digests(council.office) == []


def test_a_response_is_commented_on_where_its_deadline_leads(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    publish(app.office)
    with app.office.work(by="SEK1") as work:
        work.add(Person.join("MEDLEM2", "Ola Hansen", "medlem2@ho21.example", Role.MEMBER))
        circulate(work, kind=Kind.CONSULTATION, key="C1", comments_by=DUE, text="Vi støtter.")
        work.commit()
    say(app.office, "MEDLEM1", Kind.CONSULTATION, "C1")
    answer(app, bell)

    pass_time(app, bell, morning(date(2023, 2, 10)))

    assert not in_the_box(tmp_path, "2023-02-10", "MEDLEM1")
    [mail] = in_the_box(tmp_path, "2023-02-10", "MEDLEM2")
    assert "/consultations/C1" in text(mail)
