"""Reminders that people put off: one item, everything, or while somebody is away."""

from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands import reminders
from tilsvar.commands.consultations import submit_consultation
from tilsvar.commands.deadlines import move_deadline, set_deadline
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.domain.dates import Edtf
from tilsvar.domain.errors import TilsvarError
from tilsvar.domain.kinds import DeadlineKind
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.workers.beginnings import publish
from tilsvar.tests.workers.hearing import lines, mails, morning, told


def sent(office: Office) -> list[tuple[str, str, str]]:
    return [(key, rung, mail.person) for mail in mails(office) for key, rung in lines(office, mail)]


def do(office: Office, command: str, **values: object) -> None:
    with office.work(by="SEK1") as work:
        getattr(reminders, command)(work, **values)
        work.commit()


def test_a_snoozed_item_is_silent_and_speaks_again_once_on_its_day(
    app: App, bell: HandBell
) -> None:
    publish(app.office, "2023-03-10")
    answer(app, bell)
    do(app.office, "snooze", key="C1", until=date(2023, 3, 6))
    answer(app, bell)

    for day in ((2, 17), (2, 24), (3, 3)):
        pass_time(app, bell, morning(date(2023, *day)))
    assert told(app.office) == []

    pass_time(app, bell, morning(date(2023, 3, 6)))
    assert told(app.office) == [("wake:2023-03-06", "SEK1")]

    pass_time(app, bell, morning(date(2023, 3, 7)))
    assert told(app.office)[1:] == [("-3d", "SEK1")]


def test_what_was_settled_during_a_snooze_stays_silent(app: App, bell: HandBell) -> None:
    publish(app.office, "2023-03-10")
    answer(app, bell)
    do(app.office, "snooze", key="C1", until=date(2023, 3, 6))
    with app.office.work(by="SEK1") as work:
        submit_consultation(work, consultation="C1", on=Edtf("2023-02-03"))
        work.commit()
    answer(app, bell)

    pass_time(app, bell, morning(date(2023, 3, 10)))
    assert told(app.office) == []


def test_a_date_that_moves_during_a_snooze_still_waits_for_its_day(
    app: App, bell: HandBell
) -> None:
    with app.office.work(by="SEK1") as work:
        set_deadline(work, key="D1", title="Frist", due=Edtf("2023-02-15"))
        work.commit()
    answer(app, bell)
    do(app.office, "snooze", key="D1", until=date(2023, 2, 20))
    with app.office.work(by="SEK1") as work:
        move_deadline(work, deadline="D1", due=Edtf("2023-02-22"))
        work.commit()
    answer(app, bell)

    pass_time(app, bell, morning(date(2023, 2, 15)))
    assert told(app.office) == []
    pass_time(app, bell, morning(date(2023, 2, 20)))
    assert {rung for rung, _ in told(app.office)} == {"wake:2023-02-20"}


def test_until_an_answer_comes_a_letter_is_not_asked_about(app: App, bell: HandBell) -> None:
    with app.office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="Brev", sent=Edtf("2023-02-03"), recipients=["NFD"])
        work.commit()
    answer(app, bell)
    do(app.office, "snooze", key="L1", until=None)
    answer(app, bell)

    pass_time(app, bell, morning(date(2023, 3, 17)))
    assert told(app.office) == []
    with app.office.work(by="SEK1") as work:
        receive_reply(work, letter="L1", sender="NFD", received=Edtf("2023-03-17"))
        work.commit()
    answer(app, bell)
    pass_time(app, bell, morning(date(2023, 6, 1)))
    assert told(app.office) == [("answer 2023-03-17", "LEDER")]


def test_waking_by_hand_brings_the_next_rung_back(app: App, bell: HandBell) -> None:
    publish(app.office, "2023-03-10")
    answer(app, bell)
    do(app.office, "snooze", key="C1", until=date(2023, 3, 9))
    answer(app, bell)
    do(app.office, "wake", key="C1")
    answer(app, bell)

    pass_time(app, bell, morning(date(2023, 2, 17)))
    pass_time(app, bell, morning(date(2023, 3, 9)))
    assert [rung for rung, _ in told(app.office)] == ["-21d", "-1d"]


def test_in_a_pause_nothing_goes_out_and_after_it_the_most_urgent(app: App, bell: HandBell) -> None:
    publish(app.office, "2023-03-10")
    answer(app, bell)
    do(app.office, "pause", first=date(2023, 2, 15), last=date(2023, 3, 5))

    for day in ((2, 17), (2, 24), (3, 3)):
        pass_time(app, bell, morning(date(2023, *day)))
    assert told(app.office) == []

    pass_time(app, bell, morning(date(2023, 3, 6)))
    assert told(app.office) == [("-7d", "SEK1")]


def test_a_pause_that_is_ended_early_is_over_at_once(app: App, bell: HandBell) -> None:
    publish(app.office, "2023-03-10")
    answer(app, bell)
    do(app.office, "pause", first=date(2023, 2, 15), last=date(2023, 3, 5))
    do(app.office, "end_pause")

    pass_time(app, bell, morning(date(2023, 2, 17)))
    assert told(app.office) == [("-21d", "SEK1")]


@pytest.mark.parametrize(
    ("command", "values", "says"),
    [
        ("snooze", {"key": "C9", "until": None}, "C9"),
        ("snooze", {"key": "C1", "until": date(2023, 2, 3)}, "put C1 off until a day after"),
        ("wake", {"key": "C1"}, "C1 is not put off"),
        ("end_pause", {}, "no pause"),
        ("pause", {"first": date(2023, 3, 2), "last": date(2023, 3, 1)}, "check the two"),
        ("change_ladder", {"ladder": "consultation", "rungs": "snart"}, "snart is no rung"),
        ("change_ladder", {"ladder": "consultation", "rungs": "-1d, -1d"}, "stands twice"),
        ("change_ladder", {"ladder": "brev", "rungs": "-1d"}, "no ladder brev"),
        ("change_ladder", {"ladder": "answer", "rungs": "0d to KARI"}, "KARI"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    app: App, bell: HandBell, command: str, values: dict[str, object], says: str
) -> None:
    publish(app.office)
    answer(app, bell)

    with pytest.raises(TilsvarError, match=says):
        do(app.office, command, **values)


def test_an_edited_ladder_takes_over_and_what_went_out_never_comes_back(
    app: App, bell: HandBell
) -> None:
    publish(app.office, "2023-03-10")
    answer(app, bell)
    pass_time(app, bell, morning(date(2023, 2, 17)))
    do(app.office, "change_ladder", ladder="consultation", rungs="-21d, -10d, -2d to LEDER")
    answer(app, bell)

    for day in ((2, 24), (2, 28), (3, 3), (3, 8), (3, 10)):
        pass_time(app, bell, morning(date(2023, *day)))

    assert told(app.office) == [("-21d", "SEK1"), ("-10d", "SEK1"), ("-2d", "LEDER")]


def test_one_object_may_have_a_ladder_of_its_own_until_it_is_reset(
    app: App, bell: HandBell
) -> None:
    with app.office.work(by="SEK1") as work:
        for key in ("D1", "D2"):
            set_deadline(
                work,
                key=key,
                title=key,
                due=Edtf("2023-03-10"),
                kind=DeadlineKind.EXTERNAL_PUBLICATION,
            )
        work.commit()
    answer(app, bell)
    do(app.office, "change_ladder", ladder="external", rungs="-1d", object_key="D1")
    answer(app, bell)
    pass_time(app, bell, morning(date(2023, 3, 3)))
    assert sent(app.office) == [("D2", "-7d", "SEK1")]

    do(app.office, "change_ladder", ladder="external", rungs=None, object_key="D1")
    answer(app, bell)
    pass_time(app, bell, morning(date(2023, 3, 10)))
    assert sorted(sent(app.office)) == [
        ("D1", "0d", "SEK1"),
        ("D2", "-7d", "SEK1"),
        ("D2", "0d", "SEK1"),
    ]


def test_while_the_responsible_person_is_away_somebody_else_hears(app: App, bell: HandBell) -> None:
    with app.office.work(by="SEK1") as work:
        set_deadline(
            work,
            key="D1",
            title="Rapport",
            due=Edtf("2023-03-10"),
            kind=DeadlineKind.EXTERNAL_PUBLICATION,
            responsible="LEDER",
        )
        reminders.register_absence(
            work, person="LEDER", first=date(2023, 3, 1), last=date(2023, 3, 5)
        )
        work.commit()
    answer(app, bell)

    pass_time(app, bell, morning(date(2023, 3, 3)))
    pass_time(app, bell, morning(date(2023, 3, 10)))
    assert told(app.office) == [("-7d", "SEK1"), ("0d", "LEDER")]
