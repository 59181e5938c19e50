"""What the domain puts into a column is what it gets back, from both databases."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select
from sqlalchemy.exc import StatementError

from tilsvar.commands.letters import send_letter
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.domain.dates import Edtf
from tilsvar.domain.due_dates import work_out
from tilsvar.domain.kinds import LetterKind
from tilsvar.domain.letters import Letter
from tilsvar.domain.meetings import Meeting, MeetingTime
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.rules import CouncilRules
from tilsvar.store import flow
from tilsvar.store.unit_of_work import Office

OSLO_IN_SUMMER = timezone(timedelta(hours=2))


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    moment=st.datetimes(
        datetime(1950, 1, 1),  # noqa: DTZ001 - Hypothesis adds the zone
        datetime(2100, 12, 31),  # noqa: DTZ001 - Hypothesis adds the zone
        timezones=st.sampled_from([UTC, OSLO_IN_SUMMER, timezone(timedelta(hours=-11))]),
    )
)
def test_a_moment_comes_back_as_the_same_moment_in_utc(office: Office, moment: datetime) -> None:
    with office.engine.begin() as connection:
        connection.execute(delete(flow.lease))
        connection.execute(insert(flow.lease).values(name="a", holder="b", expires_at=moment))
        back = connection.scalar(select(flow.lease.c.expires_at))

    assert back == moment
    assert back is not None
    assert back.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(office: Office) -> None:
    naive = datetime(2023, 2, 3, 12)  # noqa: DTZ001 - that is the mistake

    with office.engine.begin() as connection, pytest.raises(StatementError, match="no time zone"):
        connection.execute(insert(flow.lease).values(name="a", holder="b", expires_at=naive))


@pytest.mark.parametrize("text", ["2022-10-03", "2022-10", "2022-23", "2022", "../2022-10-03"])
def test_an_imprecise_date_keeps_its_precision(office: Office, text: str) -> None:
    with office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="Brev", sent=Edtf(text), recipients=["NFD"])
        work.commit()

    with office.reading() as work:
        assert work.get(Letter, "L1").sent == Edtf(text)


def test_a_due_date_comes_back_with_all_that_explains_it(office: Office) -> None:
    """Sent 8 April 2021: a month later is a Saturday, so the answer is due on Monday 10 May."""
    sent = Edtf("2021-04-08")
    with office.work(by="SEK1") as work:
        send_letter(work, key="L1", title="Brev", sent=sent, recipients=["HOD"])
        work.commit()

    with office.reading() as work:
        ruled = work.get(Letter, "L1").obligation("HOD").ruled

    rules = CouncilRules()
    assert ruled == work_out(rules.answer_rule(LetterKind.LETTER), sent, rules.calendar)
    assert ruled is not None
    assert ruled.day == date(2021, 5, 10)
    assert [each.day.day for each in ruled.skipped] == [8, 9]


def test_the_order_of_recipients_and_participants_stays(office: Office) -> None:
    with office.work(by="SEK1") as work:
        send_letter(
            work, key="L1", title="Brev", sent=Edtf("2022"), recipients=["NFD", "HOD", "KD"]
        )
        time = MeetingTime(
            Edtf("2023-02-10"), datetime(2023, 2, 10, 12, tzinfo=OSLO_IN_SUMMER), None
        )
        schedule_meeting(work, key="M1", title="Møte", time=time, participants=["NFD", "HOD"])
        work.commit()

    with office.reading() as work:
        letter, meeting = work.get(Letter, "L1"), work.get(Meeting, "M1")
    assert letter.recipients == ("NFD", "HOD", "KD")
    assert meeting.participants == ("NFD", "HOD")
    assert meeting.time == time
    assert meeting.time.start is not None
    assert meeting.time.start.tzinfo is UTC


def test_norwegian_letters_and_half_a_page_of_text_survive(office: Office) -> None:
    name = "Ære være Øystein Å. – «sitat», " + "å" * 2000
    with office.work(by="SEK1") as work:
        work.add(Organisation.register("ÆØÅ", name, "committee"))
        work.commit()

    with office.reading() as work:
        assert work.get(Organisation, "ÆØÅ").name == name
