"""Letters that ask for the same answer: what answers one of them, answers what it should."""

from datetime import date

from tilsvar.domain.asking_again import Thread
from tilsvar.domain.dates import Edtf
from tilsvar.domain.due_dates import work_out
from tilsvar.domain.events import (
    AnswerDueMoved,
    InterimReplyReceived,
    LetterCorrected,
    ObligationSignedOff,
    ReplyReceived,
    ReplyWithdrawn,
)
from tilsvar.domain.kinds import LetterKind, ReplyKind
from tilsvar.domain.letters import Letter
from tilsvar.domain.obligations import Reply, SignOff
from tilsvar.domain.watches import watched
from tilsvar.tests.domain.council import CALENDAR, ONE_MONTH, final, interim, letter, noted, told


def asking(key: str, sent: str, recipient: str, *about: str) -> Letter:
    """A follow-up, due a month after it was sent."""
    day = Edtf(sent)
    ruled = work_out(ONE_MONTH, day, CALENDAR)
    return Letter.send(
        key, LetterKind.LETTER, "Purring", day, [recipient], ruled=ruled, follows_up=about
    )


def thread(*letters: Letter) -> Thread:
    """The letters, all told, after each follow-up has been sent; KDD answers for KMD."""
    found = Thread({each.key: each for each in letters}, lambda key: {"KMD": "KDD"}.get(key, key))
    for each in letters:
        if each.follows_up:
            found.send(each)
    for each in letters:
        told(each)
    return found


def receive(thread: Thread, key: str, sender: str, reply: Reply) -> None:
    thread.letters[key].take_reply(sender, reply, ("KDD", "KMD") if sender == "KDD" else ())
    thread.spread(thread.letters[key], sender, reply)


def open_ones(thread: Thread) -> list[str]:
    return [
        one.key
        for key in sorted(thread.letters)
        for one in thread.letters[key].obligations
        if one.open
    ]


def test_while_a_follow_up_is_out_only_its_own_date_is_watched() -> None:
    first, second = (
        letter("2022-06-01", "HOD", "KD", key="L1"),
        letter("2022-07-01", "HOD", key="L2"),
    )
    purring = asking("L3", "2022-10-03", "HOD", "L1", "L2")
    thread(first, second, purring)

    assert [watch.key for each in (first, second, purring) for watch in watched(each)] == [
        "L1/KD",
        "L3/HOD",
    ]


def test_an_answer_to_the_follow_up_answers_all_that_it_asks_of_that_department() -> None:
    first, second = (
        letter("2022-06-01", "HOD", "KD", key="L1"),
        letter("2022-07-01", "HOD", key="L2"),
    )
    purring = asking("L3", "2022-10-03", "HOD", "L1", "L2")
    about = thread(first, second, purring)

    receive(about, "L3", "HOD", final("2022-10-20"))

    assert open_ones(about) == ["L1/KD"]
    assert told(first) == [
        ReplyReceived("L1", "HOD", Edtf("2022-10-20"), "uspesifisert", "HOD", given_to="L3")
    ]
    assert told(second)[0].subject == "L2"


def test_an_answer_to_one_letter_closes_the_follow_up_when_nothing_else_is_open() -> None:
    first, second = letter("2022-06-01", "HOD", key="L1"), letter("2022-07-01", "HOD", key="L2")
    about = thread(first, second, asking("L3", "2022-10-03", "HOD", "L1", "L2"))

    receive(about, "L1", "HOD", final("2022-10-20"))
    assert open_ones(about) == ["L2/HOD", "L3/HOD"]
    receive(about, "L2", "HOD", final("2022-10-25"))

    assert open_ones(about) == []
    assert told(about.letters["L3"]) == [
        ReplyReceived("L3", "HOD", Edtf("2022-10-25"), "uspesifisert", "HOD", given_to="L2")
    ]


def test_a_promise_puts_off_the_letter_and_its_follow_up_alike() -> None:
    first = letter("2022-06-01", "HOD", key="L1")
    about = thread(first, asking("L3", "2022-10-03", "HOD", "L1"))

    receive(about, "L1", "HOD", interim("2022-10-10", "2022-12-01"))

    purring = about.letters["L3"]
    assert purring.obligations[0].due() == date(2022, 12, 1)
    assert told(purring) == [
        InterimReplyReceived("L3", "HOD", Edtf("2022-10-10"), Edtf("2022-12-01"), given_to="L1"),
        AnswerDueMoved("L3", "HOD", date(2022, 11, 3), date(2022, 12, 1), "promise"),
    ]


def test_a_promise_for_one_letter_puts_off_the_follow_up_once_the_other_is_answered() -> None:
    first, second = letter("2022-06-01", "HOD", key="L1"), letter("2022-07-01", "HOD", key="L2")
    about = thread(first, second, asking("L3", "2022-10-03", "HOD", "L1", "L2"))
    purring = about.letters["L3"].obligations[0]

    receive(about, "L1", "HOD", interim("2022-10-10", "2022-12-01"))
    assert purring.due() == date(2022, 11, 3)
    receive(about, "L2", "HOD", final("2022-10-20"))

    assert purring.open
    assert purring.due() == date(2022, 12, 1)


def test_an_interim_reply_to_the_follow_up_counts_for_its_letters() -> None:
    about = thread(letter("2022-06-01", "HOD", key="L1"), asking("L3", "2022-10-03", "HOD", "L1"))

    receive(about, "L3", "HOD", interim("2022-10-10"))

    assert about.letters["L1"].obligations[0].interim() is not None
    assert len(about.letters["L3"].obligations[0].replies) == 1


def test_what_is_withdrawn_where_it_was_registered_is_withdrawn_everywhere() -> None:
    first, second = letter("2022-06-01", "HOD", key="L1"), letter("2022-07-01", "HOD", key="L2")
    about = thread(first, second, asking("L3", "2022-10-03", "HOD", "L1", "L2"))
    receive(about, "L3", "HOD", final("2022-10-20"))
    told(first)

    purring = about.letters["L3"]
    about.take_back(purring, "HOD", purring.withdraw_reply("HOD", "feil brev"), "feil brev")

    assert open_ones(about) == ["L1/HOD", "L2/HOD", "L3/HOD"]
    assert told(first) == [ReplyWithdrawn("L1", "HOD", Edtf("2022-10-20"), "feil brev")]
    assert [watch.key for each in (first, second, purring) for watch in watched(each)] == ["L3/HOD"]


def test_a_letter_that_the_answer_did_not_answer_is_watched_by_itself_again() -> None:
    first, second = letter("2022-06-01", "HOD", key="L1"), letter("2022-07-01", "HOD", key="L2")
    about = thread(first, second, asking("L3", "2022-10-03", "HOD", "L1", "L2"))
    receive(about, "L3", "HOD", final("2022-10-20"))

    about.take_back(second, "HOD", second.withdraw_reply("HOD", "gjaldt ikke dette"), "")

    assert open_ones(about) == ["L2/HOD"]
    assert [watch.key for watch in watched(second)] == ["L2/HOD"]


def test_a_sign_off_closes_the_letter_and_its_follow_up() -> None:
    first = letter("2022-06-01", "HOD", key="L1")
    about = thread(first, asking("L3", "2022-10-03", "HOD", "L1"))
    decision: SignOff = noted("2022-10-20")

    first.sign_off("HOD", decision)
    about.spread(first, "HOD", decision)
    assert open_ones(about) == []
    purring = about.letters["L3"]
    assert told(purring) == [
        ObligationSignedOff("L3", "HOD", "TE", Edtf("2022-10-20"), given_to="L1")
    ]

    about.take_back(first, "HOD", first.withdraw_sign_off("HOD", "feil"), "feil")
    assert open_ones(about) == ["L1/HOD", "L3/HOD"]


def test_a_second_follow_up_takes_over_from_the_first() -> None:
    first = letter("2022-06-01", "HOD", key="L1")
    purring, again = (
        asking("L3", "2022-10-03", "HOD", "L1"),
        asking("L4", "2023-01-09", "HOD", "L1"),
    )
    about = thread(first, purring, again)

    assert [watch.key for each in (first, purring, again) for watch in watched(each)] == ["L4/HOD"]
    receive(about, "L4", "HOD", final("2023-01-20"))
    assert open_ones(about) == []


def test_a_follow_up_to_the_successor_asks_for_what_its_predecessor_owes() -> None:
    about = thread(letter("2021-06-01", "KMD", key="L1"), asking("L3", "2022-10-03", "KDD", "L1"))

    receive(about, "L3", "KDD", final("2022-10-20"))

    assert open_ones(about) == []
    assert told(about.letters["L1"]) == [
        ReplyReceived("L1", "KMD", Edtf("2022-10-20"), "uspesifisert", "KDD", given_to="L3")
    ]


def test_a_follow_up_that_expects_no_answer_leaves_the_letter_to_its_own_reminders() -> None:
    first = letter("2022-06-01", "HOD", key="L1")
    purring = Letter.send(
        "L3",
        LetterKind.LETTER,
        "Purring",
        Edtf("2022-10-03"),
        ["HOD"],
        ruled=None,
        follows_up=("L1",),
    )
    about = thread(first, purring)

    assert [watch.key for watch in watched(first)] == ["L1/HOD"]
    receive(about, "L1", "HOD", final("2022-10-20"))
    assert told(purring) == []


def test_an_answer_that_both_letters_were_registered_with_is_one_answer_each() -> None:
    about = thread(letter("2022-06-01", "HOD", key="L1"), asking("L3", "2022-10-03", "HOD", "L1"))
    receive(about, "L1", "HOD", final("2022-10-20"))

    about.letters["L3"].take_reply(
        "HOD", Reply(ReplyKind.FINAL, Edtf("2022-10-20"), summary="Takk for purringen")
    )

    counting = about.letters["L3"].obligations[0].closing
    assert [(each.when.text, each.given_to) for each in counting] == [("2022-10-20", None)]


def test_a_follow_up_that_is_registered_after_the_answer_expects_nothing_more() -> None:
    first = letter("2022-06-01", "HOD", key="L1")
    first.take_reply("HOD", final("2022-10-20"))

    about = thread(first, asking("L3", "2022-10-03", "HOD", "L1"))

    assert open_ones(about) == []


def test_a_follow_up_about_an_answer_that_had_come_asks_for_more() -> None:
    first = letter("2022-06-01", "HOD", key="L1")
    first.take_reply("HOD", final("2022-07-01"))

    about = thread(first, asking("L3", "2022-10-03", "HOD", "L1"))

    assert open_ones(about) == ["L3/HOD"]


def test_a_letter_that_the_follow_up_turns_out_not_to_ask_about_is_watched_again() -> None:
    first = letter("2022-06-01", "HOD", key="L1")
    purring = asking("L3", "2022-10-03", "HOD", "L1")
    about = thread(first, purring)

    purring.correct(follows_up=())
    about.send(purring)

    assert told(first) == [LetterCorrected("L1", ("asked_again_in",))]
    assert [(watch.key, watch.version) for watch in watched(first)] == [("L1/HOD", 2)]
