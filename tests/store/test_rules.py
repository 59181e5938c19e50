"""The council changes its rules: open dates are worked out again, closed ones stay as they were."""

from datetime import date

from tilsvar.bootstrap import App
from tilsvar.commands.closed_days import close, open_again
from tilsvar.commands.letters import move_answer_due, receive_reply, send_letter
from tilsvar.commands.rules import change_answer_rule
from tilsvar.domain.dates import Edtf
from tilsvar.domain.due_dates import Period
from tilsvar.domain.kinds import Kind, LetterKind
from tilsvar.domain.letters import Letter
from tilsvar.domain.rules import CouncilRules
from tilsvar.store import flow
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer
from tilsvar.tests.servers.rows import rows

SENT = Edtf("2023-01-30")
FIRST, LAST = date(2023, 2, 28), date(2023, 3, 1)


def send(office: Office, key: str, kind: LetterKind = LetterKind.LETTER) -> None:
    with office.work(by="SEK1") as work:
        send_letter(work, key=key, title=key, kind=kind, sent=SENT, recipients=["NFD"])
        work.commit()


def due(office: Office, key: str) -> date | None:
    with office.reading() as work:
        return work.get(Letter, key).obligation("NFD").due()


def test_without_stored_rules_the_defaults_hold(office: Office) -> None:
    with office.reading() as work:
        assert work.rules == CouncilRules()


def test_a_new_answer_period_holds_for_later_letters_and_for_open_ones(office: Office) -> None:
    send(office, "OPEN")
    send(office, "ANSWERED")
    send(office, "MEMO", LetterKind.MEMO)
    with office.work(by="SEK1") as work:
        receive_reply(work, letter="ANSWERED", sender="NFD", received=Edtf("2023-02-01"))
        work.commit()
    assert due(office, "OPEN") == date(2023, 2, 28)

    with office.work(by="LEDER") as work:
        change_answer_rule(work, kind=LetterKind.LETTER, period=Period.parse("2 weeks"))
        work.commit()
    send(office, "LATER")

    assert due(office, "OPEN") == due(office, "LATER") == date(2023, 2, 13)
    assert due(office, "ANSWERED") == due(office, "MEMO") == date(2023, 2, 28)
    with office.reading() as work:
        moved = history(work.session, Kind.LETTER, "OPEN")[-1]
        told = history(work.session, Kind.RULES, "letter")
    assert (moved.event.name, moved.by) == ("AnswerDueMoved", "LEDER")
    assert [each.event.name for each in told] == ["AnswerRuleChanged"]


def test_a_closed_day_moves_the_due_date_to_the_next_working_day(office: Office) -> None:
    send(office, "L1")

    with office.work(by="LEDER") as work:
        close(work, first=FIRST, last=LAST, why="Stengt")
        work.commit()

    assert due(office, "L1") == date(2023, 3, 2)
    with office.reading() as work:
        ruled = work.get(Letter, "L1").obligation("NFD").ruled
    assert ruled is not None
    assert [each.name for each in ruled.skipped] == ["Stengt", "Stengt"]


def test_opening_the_day_again_brings_the_date_back(office: Office) -> None:
    send(office, "L1")
    with office.work(by="LEDER") as work:
        close(work, first=FIRST, last=LAST, why="Stengt")
        work.commit()

    with office.work(by="LEDER") as work:
        open_again(work, first=FIRST, last=LAST)
        work.commit()

    assert due(office, "L1") == date(2023, 2, 28)


def test_a_date_that_a_person_has_set_is_not_moved_by_a_rule(office: Office) -> None:
    send(office, "L1")
    with office.work(by="SEK1") as work:
        move_answer_due(work, letter="L1", recipient="NFD", day=date(2023, 3, 15), why="avtalt")
        work.commit()

    with office.work(by="LEDER") as work:
        change_answer_rule(work, kind=LetterKind.LETTER, period=Period.parse("2 weeks"))
        work.commit()

    assert due(office, "L1") == date(2023, 3, 15)


def test_the_same_rule_again_is_no_event(office: Office) -> None:
    with office.work(by="LEDER") as work:
        change_answer_rule(work, kind=LetterKind.LETTER, period=Period.parse("1 month"))
        work.commit()

    assert [row.name for row in rows(office, flow.event)].count("AnswerRuleChanged") == 0


def test_all_stored_rules_are_read_back(office: Office) -> None:
    with office.work(by="LEDER") as work:
        change_answer_rule(work, kind=LetterKind.MEMO, period=Period.parse("10 working days"))
        close(work, first=FIRST, last=LAST, why="Stengt")
        changed = work.rules
        work.commit()

    with office.reading() as work:
        assert work.rules == changed
        assert work.rules.closed_days == ((FIRST, "Stengt"), (LAST, "Stengt"))


def test_reminders_follow_the_moved_date(app: App, bell: HandBell) -> None:
    send(app.office, "L1")
    answer(app, bell)

    with app.office.work(by="LEDER") as work:
        change_answer_rule(work, kind=LetterKind.LETTER, period=Period.parse("2 weeks"))
        work.commit()
    answer(app, bell)

    rungs = [(row.version, row.rung, row.state) for row in rows(app.office, flow.rung)]
    assert [(state, version) for version, rung, state in rungs if rung == "0d"] == [
        ("superseded", 1),
        ("waiting", 2),
    ]
    waiting = {row.rung: row.day for row in rows(app.office, flow.rung, flow.rung.c.version == 2)}
    assert waiting["0d"] == date(2023, 2, 13)


def test_reminders_planned_for_a_day_that_is_now_closed_move_to_a_working_day(
    app: App, bell: HandBell
) -> None:
    """The date itself, 20 February, stays; ten working days after it does not."""
    with app.office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="B", sent=Edtf("2023-01-20"), recipients=["NFD"])
        work.commit()
    answer(app, bell)

    with app.office.work(by="LEDER") as work:
        close(work, first=FIRST, last=LAST, why="Stengt")
        work.commit()
    answer(app, bell)

    days = {row.rung: (row.state, row.day) for row in rows(app.office, flow.rung)}
    assert days["0d"] == ("waiting", date(2023, 2, 20))
    assert days["+10wd"] == ("waiting", date(2023, 3, 8))
