"""An answer that is long overdue: a draft with the last reminder, and what becomes of the draft."""

from datetime import UTC, date, datetime
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document

from tilsvar.bootstrap import App
from tilsvar.commands.follow_ups import approve_follow_up, drafts
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.commands.reminders import change_ladder
from tilsvar.domain.dates import Edtf
from tilsvar.domain.follow_ups import FollowUp
from tilsvar.domain.kinds import FollowUpStatus, Kind, ReplyKind
from tilsvar.domain.letters import Letter
from tilsvar.notifications.follow_up_text import FollowUpWords
from tilsvar.store import flow
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.servers.rows import rows
from tilsvar.tests.workers.hearing import in_the_box, read, told
from tilsvar.workers.ticking import next_instant

# A letter of 3 February 2023 is due on 3 March; 30 working days later, past Easter, is 19 April.
LAST_RUNG = datetime(2023, 4, 19, 6, tzinfo=UTC)


def send(office: Office, key: str, *recipients: str, sent: str = "2023-02-03") -> None:
    with office.work(by="SEK1") as work:
        send_letter(
            work,
            key=key,
            title=f"Brev {key}",
            sent=Edtf(sent),
            recipients=recipients,
            responsible="SEK1",
        )
        work.commit()


def came(office: Office, letter: str, sender: str, **more: Any) -> None:
    with office.work(by="SEK1") as work:
        receive_reply(work, letter=letter, sender=sender, **more)
        work.commit()


def drafted(office: Office) -> list[tuple[str, str, tuple[str, ...], int]]:
    with office.reading() as work:
        return [(each.key, each.department, each.letters, each.number) for each in drafts(work)]


def approve(office: Office, key: str) -> str:
    with office.work(by="SEK1") as work:
        letter = approve_follow_up(work, follow_up=key, words=FollowUpWords())
        work.commit()
    return letter.key


def attached(mail: EmailMessage) -> dict[str, str]:
    """The Word files of a mail by name, as text."""
    found = {}
    for part in mail.iter_attachments():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        paragraphs = Document(BytesIO(content)).paragraphs
        found[str(part.get_filename())] = "\n".join(each.text for each in paragraphs)
    return found


def test_the_last_reminder_brings_a_draft_for_each_department(
    app: App, bell: HandBell, tmp_path: Path
) -> None:
    send(app.office, "L1", "HOD", "KD")
    pass_time(app, bell, datetime(2023, 4, 18, 12, tzinfo=UTC))
    assert drafted(app.office) == []

    pass_time(app, bell, LAST_RUNG)

    assert drafted(app.office) == [
        ("F2023-01", "HOD", ("L1",), 1),
        ("F2023-02", "KD", ("L1",), 1),
    ]
    to_leader, to_secretariat = in_the_box(tmp_path, "2023-04-19", "Digest")
    assert "LEDER" in to_leader["X-Tilsvar-Key"]
    files = attached(to_leader)
    assert files.keys() == {"purring-1-HOD.docx", "purring-1-KD.docx"}
    assert files == attached(to_secretariat)
    assert files["purring-1-HOD.docx"].startswith("Purring: Brev L1\nVi viser til vårt brev av 3.")
    (ten_days,) = in_the_box(tmp_path, "2023-04-18", "Digest")
    assert not attached(ten_days)
    assert ("+10wd", "SEK1") in read(app.office)
    assert len(in_the_box(tmp_path)) == 3


def test_a_draft_waits_for_a_person_and_follows_the_answers(app: App, bell: HandBell) -> None:
    send(app.office, "L1", "HOD")
    pass_time(app, bell, datetime(2023, 2, 6, 12, tzinfo=UTC))
    send(app.office, "L2", "HOD", sent="2023-02-06")
    pass_time(app, bell, LAST_RUNG)
    assert drafted(app.office) == [("F2023-01", "HOD", ("L1", "L2"), 1)]

    came(app.office, "L1", "HOD", received=Edtf("2023-04-19"))
    answer(app, bell)
    assert drafted(app.office) == [("F2023-01", "HOD", ("L2",), 1)]

    came(
        app.office,
        "L2",
        "HOD",
        received=Edtf("2023-04-19"),
        kind=ReplyKind.INTERIM,
        promised=Edtf("2023-06-01"),
    )
    answer(app, bell)
    assert drafted(app.office) == []
    with app.office.reading() as work:
        assert work.get(FollowUp, "F2023-01").status is FollowUpStatus.LAPSED
        told = [each.event.name for each in history(work.session, Kind.FOLLOW_UP, "F2023-01")]
    assert told == ["FollowUpDrafted", "FollowUpNarrowed", "FollowUpLapsed"]


def test_nobody_is_nagged_about_a_letter_while_its_follow_up_is_out(
    app: App, bell: HandBell
) -> None:
    office = app.office
    send(office, "L1", "HOD", "KD")
    pass_time(app, bell, datetime(2023, 3, 15, 12, tzinfo=UTC))
    send(office, "L2", "HOD", sent="2023-03-15")
    pass_time(app, bell, LAST_RUNG)
    first = approve(office, "F2023-01")
    answer(app, bell)

    instants = []
    while (instant := next_instant(office)) is not None:
        instants.append(instant)
        pass_time(app, bell, instant)

    with office.reading() as work:
        asked = work.get(Letter, first)
        assert (asked.follows_up, asked.obligations[0].due_on) == (
            ("L1", "L2"),
            date(2023, 5, 19),
        )
    later = [row for row in rows(office, flow.reminder) if row.at > LAST_RUNG]
    assert {row.key for row in later} == {f"{first}/HOD"}
    assert [row.rung for row in later if row.recipient == "SEK1"] == ["0d", "+10wd", "+30wd"]
    assert ("F2023-03", "HOD", ("L1", "L2"), 2) in drafted(office)


def test_after_the_second_follow_up_the_leader_signs(app: App, bell: HandBell) -> None:
    office = app.office
    send(office, "L1", "HOD")
    answer(app, bell)
    for number in (1, 2, 3):
        while not (waiting := drafted(office)):
            instant = next_instant(office)
            assert instant is not None
            pass_time(app, bell, instant)
        ((key, _, letters, numbered),) = waiting
        assert (letters, numbered) == (("L1",), number)
        with office.reading() as work:
            text = work.get(FollowUp, key).text
        assert ("Rådsleder" in text) == (number == 3)
        approve(office, key)
        answer(app, bell)

    pass_time(app, bell, datetime(2023, 12, 1, 12, tzinfo=UTC))
    came(office, "L1", "HOD", received=Edtf("2023-12-01"))
    with office.reading() as work:
        assert not any(one.open for each in work.all(Letter) for one in each.obligations)


def test_an_edited_ladder_drafts_on_its_own_last_rung(app: App, bell: HandBell) -> None:
    with app.office.work(by="SEK1") as work:
        change_ladder(work, ladder="answer", rungs="0d, +5wd")
        work.commit()
    send(app.office, "L1", "HOD")

    pass_time(app, bell, datetime(2023, 3, 10, 7, tzinfo=UTC))

    assert [key for key, *_ in drafted(app.office)] == ["F2023-01"]


def test_the_same_bell_told_twice_drafts_once(app: App, bell: HandBell) -> None:
    send(app.office, "L1", "HOD")
    pass_time(app, bell, LAST_RUNG)
    with app.office.engine.begin() as connection:
        connection.execute(
            flow.delivery.update()
            .where(flow.delivery.c.subscriber == "draft_and_remind")
            .values(state="pending")
        )

    for row in rows(app.office, flow.delivery, flow.delivery.c.state == "pending"):
        app.handlers()["handle"](str(row.id))
    answer(app, bell)

    assert len(drafted(app.office)) == 1
    assert sorted(told(app.office)) == [("+30wd", "LEDER"), ("+30wd", "SEK1")]
    assert sorted(read(app.office)) == [("+30wd", "LEDER"), ("+30wd", "SEK1")]
    assert len(rows(app.office, flow.mail)) == 2
