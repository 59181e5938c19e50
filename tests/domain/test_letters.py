"""A letter to several departments is several answers, each with its own date and its own story."""

from datetime import date

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.due_dates import DueRule, Period, work_out
from tilsvar.domain.events import (
    AcknowledgementReceived,
    AnswerDueMoved,
    AnswerExpected,
    FollowUpSent,
    InterimReplyReceived,
    LetterCorrected,
    LetterSent,
    ObligationSignedOff,
    ReplyReceived,
    ReplyWithdrawn,
    SignOffWithdrawn,
)
from tilsvar.domain.kinds import LetterKind, ReplyKind, SignOffCode
from tilsvar.domain.letter_errors import (
    AlreadyClosed,
    NoRecipients,
    NotARecipient,
    NothingExpected,
    NothingToWithdraw,
    PromiseStands,
    ReplyBeforeLetter,
)
from tilsvar.domain.letters import Letter
from tilsvar.domain.obligations import ObligationState, Reply
from tilsvar.tests.domain.council import CALENDAR, final, interim, letter, noted, told

TWO_MONTHS = DueRule("letter", Period.parse("2 months"), "")


def test_a_letter_to_three_ministries_is_three_answers_with_the_same_date() -> None:
    sent = letter("2020-06-30", "HOD", "KMD", "KD")

    assert [each.key for each in sent.obligations] == [
        *("L2022-06/HOD", "L2022-06/KMD", "L2022-06/KD"),
    ]
    assert {each.due() for each in sent.obligations} == {date(2020, 7, 30)}
    assert told(sent) == [
        LetterSent("L2022-06", ("HOD", "KMD", "KD"), Edtf("2020-06-30")),
        *(
            AnswerExpected("L2022-06", each, date(2020, 7, 30), "letter")
            for each in ("HOD", "KMD", "KD")
        ),
    ]


def test_one_answer_leaves_the_others_open() -> None:
    sent = letter("2020-06-30", "HOD", "KMD")

    sent.take_reply("HOD", final("2020-09"))

    hod, kmd = sent.obligations
    assert not hod.open
    assert kmd.open
    assert hod.closed_on == date(2020, 9, 30)


def test_a_recipient_named_twice_is_one_and_none_is_refused() -> None:
    assert letter("2020-06-30", "HOD", "HOD").recipients == ("HOD",)
    with pytest.raises(NoRecipients):
        Letter.send("L1", LetterKind.LETTER, "Et brev", Edtf("2020"), [], ruled=None)


def test_a_submission_expects_nothing_and_has_no_date_to_move() -> None:
    sent = letter("2022-10-03", expected=False)

    assert sent.obligations[0].state(date(2030, 1, 1)) is ObligationState.NONE_EXPECTED
    with pytest.raises(NothingExpected):
        sent.move_due("NFD", date(2022, 12, 1), "de ba om det")


def test_an_acknowledgement_changes_nothing_but_is_told() -> None:
    sent = letter("2022-10-03")
    told(sent)

    sent.take_reply("NFD", Reply(ReplyKind.ACKNOWLEDGEMENT, Edtf("2022-10-04")))

    assert sent.obligations[0].open
    assert sent.obligations[0].due() == date(2022, 11, 3)
    assert told(sent) == [AcknowledgementReceived("L2022-06", "NFD", Edtf("2022-10-04"))]


def test_a_promise_replaces_the_due_date_and_starts_a_new_version() -> None:
    sent = letter("2022-10-03")
    told(sent)

    sent.take_reply("NFD", interim("2022-10-20", "../2023-04-01"))

    assert (sent.obligations[0].due_on, sent.obligations[0].version) == (date(2023, 4, 1), 2)
    assert told(sent) == [
        InterimReplyReceived("L2022-06", "NFD", Edtf("2022-10-20"), Edtf("../2023-04-01")),
        AnswerDueMoved("L2022-06", "NFD", date(2022, 11, 3), date(2023, 4, 1), "promise"),
    ]


def test_an_interim_reply_without_a_promise_moves_nothing() -> None:
    sent = letter("2022-10-03")

    sent.take_reply("NFD", interim("2022-10-20"))

    assert (sent.obligations[0].due_on, sent.obligations[0].version) == (date(2022, 11, 3), 1)


def test_of_two_promises_of_the_same_day_the_one_recorded_last_counts() -> None:
    sent = letter("2022-10-03")

    sent.take_reply("NFD", interim("2022-10", "2022-12-01"))
    sent.take_reply("NFD", interim("2022-10", "2023-01-16"))

    assert sent.obligations[0].due() == date(2023, 1, 16)


def test_an_older_promise_that_is_recorded_late_does_not_win_over_a_newer_one() -> None:
    sent = letter("2022-10-03")

    sent.take_reply("NFD", interim("2022-11-10", "2023-01-16"))
    sent.take_reply("NFD", interim("2022-10-20", "2022-12-01"))

    assert sent.obligations[0].due() == date(2023, 1, 16)


def test_a_second_answer_has_to_wait_until_the_first_is_withdrawn() -> None:
    sent = letter("2022-10-03")
    sent.take_reply("NFD", final("2022-10-20", SignOffCode.EMAIL))

    with pytest.raises(AlreadyClosed):
        sent.take_reply("NFD", final("2022-10-21"))
    with pytest.raises(AlreadyClosed):
        sent.sign_off("NFD", noted("2022-10-21"))
    assert len(sent.obligations[0].replies) == 1


def test_a_reply_recorded_by_mistake_is_withdrawn_and_the_answer_is_open_again() -> None:
    sent = letter("2022-10-03")
    sent.take_reply("NFD", final("2022-10-20"))
    told(sent)

    sent.withdraw_reply("NFD", "gjaldt et annet brev")

    nfd = sent.obligations[0]
    assert nfd.open
    assert (nfd.closed_on, nfd.version) == (None, 2)
    assert len(nfd.replies) == 1, "nothing is deleted"
    assert told(sent) == [
        ReplyWithdrawn("L2022-06", "NFD", Edtf("2022-10-20"), "gjaldt et annet brev")
    ]


def test_a_withdrawn_promise_gives_the_date_of_the_rule_back() -> None:
    sent = letter("2022-10-03")
    sent.take_reply("NFD", interim("2022-10-20", "2023-01-16"))
    told(sent)

    sent.withdraw_reply("NFD", "ikke lovet likevel")

    assert sent.obligations[0].due_on == date(2022, 11, 3)
    assert told(sent)[1:] == [
        AnswerDueMoved("L2022-06", "NFD", date(2023, 1, 16), date(2022, 11, 3), "withdrawn")
    ]
    with pytest.raises(NothingToWithdraw, match="no reply from NFD"):
        sent.withdraw_reply("NFD", "en gang til")


def test_a_sign_off_closes_without_a_reply_and_can_be_withdrawn() -> None:
    sent = letter("2022-10-03")
    told(sent)

    sent.sign_off("NFD", noted("2023-02-03"))
    assert sent.obligations[0].closed_on == date(2023, 2, 3)
    sent.withdraw_sign_off("NFD", "saken er ikke ferdig")

    assert sent.obligations[0].open
    assert sent.obligations[0].version == 2
    assert told(sent) == [
        ObligationSignedOff("L2022-06", "NFD", "TE", Edtf("2023-02-03")),
        SignOffWithdrawn("L2022-06", "NFD", "TE", "saken er ikke ferdig"),
    ]
    with pytest.raises(NothingToWithdraw, match="no sign-off from NFD"):
        sent.withdraw_sign_off("NFD", "en gang til")


def test_a_final_reply_without_a_code_stays_unspecified() -> None:
    sent = letter("2022-10-03")
    told(sent)

    sent.take_reply("NFD", final("2022-10-20"))

    assert told(sent) == [
        ReplyReceived("L2022-06", "NFD", Edtf("2022-10-20"), "uspesifisert", "NFD")
    ]


def test_a_person_may_set_another_date_but_not_against_a_promise() -> None:
    sent = letter("2022-10-03")

    sent.move_due("NFD", date(2022, 12, 1), "avtalt på telefon")
    assert sent.obligations[0].due_on == date(2022, 12, 1)
    sent.take_reply("NFD", interim("2022-11-20", "2023-01-16"))
    assert sent.obligations[0].due_on == date(2023, 1, 16)

    with pytest.raises(PromiseStands, match="NFD has promised to answer L2022-06 by 2023-01-16"):
        sent.move_due("NFD", date(2023, 3, 1), "de trenger tid")


def test_a_changed_rule_moves_open_dates_and_leaves_closed_ones() -> None:
    sent = letter("2022-10-03", "NFD", "HOD")
    sent.take_reply("HOD", final("2022-10-20"))
    told(sent)

    sent.recompute(lambda day: work_out(TWO_MONTHS, day, CALENDAR), "rule")

    nfd, hod = sent.obligations
    assert (nfd.due_on, hod.due_on) == (date(2022, 12, 5), date(2022, 11, 3))
    assert told(sent) == [
        AnswerDueMoved("L2022-06", "NFD", date(2022, 11, 3), date(2022, 12, 5), "rule")
    ]


@pytest.mark.parametrize(
    ("sent", "received"),
    [("2022-10-03", "2022-10-02"), ("2022-10-03", "2022-09"), ("2022-10", "2022-09-30")],
)
def test_a_reply_that_is_certainly_before_its_letter_is_refused(sent: str, received: str) -> None:
    with pytest.raises(ReplyBeforeLetter):
        letter(sent).take_reply("NFD", final(received))


@pytest.mark.parametrize(
    ("sent", "received"),
    [("2022-10-03", "2022-10-03"), ("2022-10-03", "2022-10"), ("2022-10", "2022-10-01")],
)
def test_a_reply_that_may_be_after_its_letter_is_taken(sent: str, received: str) -> None:
    assert letter(sent).take_reply("NFD", final(received)).closed()


def test_somebody_who_was_not_written_to_cannot_answer() -> None:
    with pytest.raises(NotARecipient, match="NFD"):
        letter("2022-10-03").take_reply("KS", final("2022-10-20"))


def test_a_follow_up_is_told_on_the_letter_that_it_asks_about() -> None:
    sent = letter("2022-10-03")
    told(sent)

    sent.followed_up("L2023-01", 1, ("NFD",))

    assert told(sent) == [FollowUpSent("L2022-06", "L2023-01", 1, ("NFD",))]


def test_a_correction_names_only_what_became_different() -> None:
    sent = letter("2022-10-03")
    told(sent)

    sent.correct(title="Et brev", outcome="Møte i mai")
    sent.correct(title="Et brev", outcome="Møte i mai")

    assert told(sent) == [LetterCorrected("L2022-06", ("outcome",))]


def test_an_answer_that_was_not_to_be_expected_and_then_is_gets_its_reminders_anew() -> None:
    sent = letter("2022-10-03")
    nfd, ruled = sent.obligations[0], sent.obligations[0].ruled

    sent.correct_sending(Edtf("2022-10-03"), ["NFD"], None)
    assert (nfd.open, nfd.due_on) == (False, None)
    sent.correct_sending(Edtf("2022-10-03"), ["NFD"], ruled)

    assert (nfd.open, nfd.due_on) == (True, date(2022, 11, 3))
    assert nfd.version > 1
