"""The council's own register, 2016 to 2023, as it is shipped."""

from datetime import date, time
from importlib.resources import as_file, files
from zoneinfo import ZoneInfo

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import LetterKind, MeetingStatus, ReplyKind, Role
from tilsvar.domain.stakeholders import StakeholderRole, StanceValue
from tilsvar.domain.themes import Stage
from tilsvar.intake.register.reader import Register, read_register
from tilsvar.intake.register.theme_rows import StakeholderRow, ThemeRow


@pytest.fixture(scope="module")
def register() -> Register:
    with as_file(files("tilsvar.examples.helseomsorg21")) as folder:
        return read_register(folder)


def test_every_row_of_the_example_is_read(register: Register) -> None:
    assert {sheet: len(rows) for sheet, rows in register.sheets.items() if rows} == {
        "organisations": 30,
        "areas": 9,
        "people": 22,
        "letters": 19,
        "replies": 5,
        "consultations": 5,
        "opeds": 9,
        "meetings": 41,
        "deadlines": 19,
        "themes": 20,
        "stakeholders": 10,
        "target_groups": 10,
    }


def test_the_one_thing_to_mention_is_a_submission_that_came_after_its_deadline(
    register: Register,
) -> None:
    assert register.notes == (
        (
            "consultations.csv line 2: L2020-01 was sent 2020-06-04, after the deadline 2020-04 of "
            "C2020-01. It is shown as late."
        ),
    )


def test_a_letter_to_three_ministries_names_all_three(register: Register) -> None:
    letter = next(row for row in register.letters if row.id == "L2020-02")
    assert letter.kind is LetterKind.LETTER
    assert letter.sent == Edtf("2020-06-30")
    assert letter.recipients == ("HOD", "KMD", "KD")
    assert letter.reply_expected
    assert (letter.area, letter.responsible, letter.follows_up) == ("KOMMUNELOFT", None, ())
    assert letter.where == "letters.csv line 5"


def test_an_imprecise_reply_stays_imprecise(register: Register) -> None:
    reply = register.replies[-1]
    assert (reply.letter, reply.from_, reply.kind) == ("L2021-02", "HOD", ReplyKind.INTERIM)
    assert reply.received == Edtf("2021-02")
    assert (reply.sign_off, reply.promised) == (None, None)


def test_a_meeting_has_its_hours_and_the_day_it_was_moved_from(register: Register) -> None:
    by_id = {row.id: row for row in register.meetings}
    council, moved, spring = by_id["M2023-01"], by_id["M2023-02"], by_id["M2022-15"]
    assert (council.start.clock, str(council.start)) == (time(10, 0), "2023-02-03T10:00")
    begins = council.time(ZoneInfo("Europe/Oslo")).start
    assert begins is not None
    assert begins.isoformat() == "2023-02-03T09:00:00+00:00"
    assert str(moved.moved_from) == "2023-02-16"
    assert (moved.moved_on, moved.known) == (Edtf("2023-01-27"), Edtf("2022-11-28"))
    assert (spring.start.on, spring.status) == (Edtf("2022-21"), MeetingStatus.HELD)
    assert spring.time(ZoneInfo("Europe/Oslo")).start is None


def test_people_and_organisations_carry_their_days(register: Register) -> None:
    ministry = next(row for row in register.organisations if row.key == "KMD")
    assert (ministry.successor, ministry.from_) == ("KDD", Edtf("2022-01-01"))
    deputy = next(row for row in register.people if row.key == "V07")
    assert (deputy.role, deputy.deputy_for, deputy.to) == (Role.DEPUTY, "M07", date(2024, 1, 2))


def test_a_stance_has_its_date_as_it_was_written(register: Register) -> None:
    ministry = register.rows("stakeholders", StakeholderRow)[3]
    assert (ministry.pair, ministry.role) == (("T-KOMMUNELOFT", "KMD"), StakeholderRole.OWNER)
    assert (ministry.stance, ministry.as_of) == (StanceValue.PARTLY, Edtf("2020-09"))


def test_the_stage_of_a_theme_may_be_left_open(register: Register) -> None:
    stages = [theme.stage for theme in register.rows("themes", ThemeRow)]
    assert (stages.count(None), stages.count(Stage.IDEA)) == (5, 15)
