"""Follow-ups on both databases: what a draft lists, and what happens when it is approved."""

from dataclasses import replace
from datetime import date

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.council import succeed, write_to
from tilsvar.commands.follow_ups import (
    all_follow_ups,
    follow_ups_about,
    reject_follow_up,
    rewrite_follow_up,
    write_anew,
)
from tilsvar.commands.letters import sign_off, withdraw_reply
from tilsvar.commands.threads import following
from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import OrganisationCorrected
from tilsvar.domain.follow_ups import (
    FollowUp,
    NothingLeftToAsk,
    TextOutOfDate,
    TooSoon,
)
from tilsvar.domain.kinds import FollowUpStatus, Kind, ReplyKind, SignOffCode
from tilsvar.domain.letters import Letter
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.watches import watched
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Office
from tilsvar.tests.commands.asking import (
    WORDS,
    answer,
    approve,
    draft,
    later,
    open_ones,
    send,
    state,
)


def test_three_letters_to_one_department_become_one_follow_up_that_lists_them(
    office: Office,
) -> None:
    send(office, "B", "2022-06-01", "HOD", "KD")
    send(office, "A", "2022-07-01", "HOD")
    send(office, "C", "2022-10-03", "HOD")
    send(office, "NOT-YET-DUE", "2023-01-20", "HOD")

    key = draft(office)

    assert key == "F2023-01"
    assert state(office, key) == (FollowUpStatus.DRAFTED, ("B", "A", "C"), 1, "nb 1: B A C")
    sent_as = approve(office, key)
    with office.reading() as work:
        letter = work.get(Letter, sent_as)
        assert (letter.title, letter.recipients) == ("Purring", ("HOD",))
        assert letter.follows_up == ("B", "A", "C")
        assert letter.obligations[0].due() == date(2023, 3, 3)
        assert [one.key for each in work.all(Letter) for one in watched(each)] == [
            "B/KD",
            f"{sent_as}/HOD",
            "NOT-YET-DUE/HOD",
        ]
        told = [each.event.name for each in history(work.session, Kind.LETTER, "A")]
        assert told[-1] == "FollowUpSent"
        assert following(work, "A") == [sent_as]
        assert follow_ups_about(work, "A") == [key]


def test_a_department_has_one_draft_at_a_time(office: Office) -> None:
    send(office, "A", "2022-06-01", "HOD")
    first = draft(office)
    send(office, "B", "2022-10-03", "HOD")

    assert draft(office) == first
    assert state(office, str(first))[1:] == (("A", "B"), 1, "nb 1: A B")
    with office.reading() as work:
        assert [each.key for each in all_follow_ups(work)] == [first]


def test_nothing_is_drafted_where_nothing_is_overdue(office: Office) -> None:
    send(office, "A", "2023-01-20", "HOD")

    assert draft(office) is None


def test_two_follow_ups_to_one_department_keep_their_distance_across_letters(app: App) -> None:
    office = app.office
    send(office, "A", "2022-06-01", "HOD")
    approve(office, str(draft(office)))
    send(office, "B", "2022-10-03", "HOD", "KD")
    second = str(draft(office))

    later(app, 2023, 2, 16)
    with pytest.raises(TooSoon, match=r"HOD got a follow-up on 2023-02-03: .* out on 2023-02-17"):
        approve(office, second)
    later(app, 2023, 2, 17)
    approve(office, second)
    approve(office, str(draft(office, "KD")))


def test_the_distance_counts_from_what_the_predecessor_got(app: App) -> None:
    office = app.office
    with office.work(by="SEK1") as work:
        for key in ("KMD", "KDD"):
            work.add(Organisation.register(key, key, "ministry"))
        work.commit()
    send(office, "A", "2022-06-01", "KMD")
    approve(office, str(draft(office, "KMD")))
    with office.work(by="SEK1") as work:
        succeed(work, organisation="KMD", successor="KDD", on=date(2023, 2, 6))
        work.commit()
    later(app, 2023, 2, 8)
    send(office, "B", "2022-10-03", "KDD")
    key = str(draft(office, "KMD"))

    assert state(office, key)[1] == ("B",)
    with pytest.raises(TooSoon, match="KDD"):
        approve(office, key)


def test_what_is_answered_before_it_is_approved_is_left_out(office: Office) -> None:
    send(office, "A", "2022-06-01", "HOD")
    send(office, "B", "2022-10-03", "HOD")
    key = str(draft(office))

    answer(office, "A")
    sent_as = approve(office, key)

    assert state(office, key)[1:] == (("B",), 1, "nb 1: B")
    with office.reading() as work:
        assert work.get(Letter, sent_as).follows_up == ("B",)


def test_a_follow_up_about_nothing_is_not_sent(office: Office) -> None:
    send(office, "A", "2022-06-01", "HOD")
    key = str(draft(office))
    with office.work(by="SEK1") as work:
        day = Edtf("2023-02-03")
        sign_off(work, letter="A", recipient="HOD", code=SignOffCode.NOTED, on=day)
        work.commit()

    with pytest.raises(NothingLeftToAsk):
        approve(office, key)


def test_a_promise_takes_the_letter_out_of_the_draft(office: Office) -> None:
    send(office, "A", "2022-06-01", "HOD")
    key = str(draft(office))

    answer(office, "A", kind=ReplyKind.INTERIM, promised=Edtf("2023-03"))

    with pytest.raises(NothingLeftToAsk):
        approve(office, key)


def test_an_answer_to_the_follow_up_closes_everything_and_can_be_withdrawn(office: Office) -> None:
    send(office, "A", "2022-06-01", "HOD", "KD")
    send(office, "B", "2022-10-03", "HOD")
    sent_as = approve(office, str(draft(office)))

    answer(office, sent_as)
    assert open_ones(office) == ["A/KD"]

    with office.work(by="SEK1") as work:
        withdraw_reply(work, letter=sent_as, sender="HOD", why="feil brev")
        work.commit()
    assert open_ones(office) == ["A/HOD", "A/KD", "B/HOD", f"{sent_as}/HOD"]


def test_when_the_follow_up_is_overdue_the_second_asks_about_the_letters_again(app: App) -> None:
    office = app.office
    send(office, "A", "2022-06-01", "HOD")
    first = approve(office, str(draft(office)))

    later(app, 2023, 3, 3)
    assert draft(office) is None
    later(app, 2023, 3, 6)
    key = str(draft(office))
    assert state(office, key)[1:] == (("A",), 2, "nb 2: A")
    second = approve(office, key)

    with office.reading() as work:
        assert work.get(Letter, second).follows_up == ("A",)
        assert [one.key for each in work.all(Letter) for one in watched(each)] == [f"{second}/HOD"]
    answer(office, second, received=Edtf("2023-03-06"))
    assert open_ones(office) == []
    assert first != second


def test_an_edited_text_is_kept_and_a_letter_that_comes_in_is_added(office: Office) -> None:
    send(office, "A", "2022-06-01", "HOD")
    key = str(draft(office))
    with office.work(by="SEK1") as work:
        rewrite_follow_up(work, follow_up=key, text="Hei\n\nHva skjer med A?")
        work.commit()
    send(office, "B", "2022-10-03", "HOD")
    draft(office)

    assert state(office, key)[3] == "Hva skjer med A?\n\nOg B."
    answer(office, "A")
    with pytest.raises(TextOutOfDate, match="about A too"):
        approve(office, key)
    with office.work(by="SEK1") as work:
        write_anew(work, follow_up=key, words=WORDS, language="nn")
        work.commit()
    with office.reading() as work:
        assert work.get(Letter, approve(office, key)).title == "Purring"


def test_a_rejected_draft_leaves_the_letter_to_the_next(office: Office) -> None:
    send(office, "A", "2022-06-01", "HOD")
    key = str(draft(office))
    with office.work(by="SEK1") as work:
        reject_follow_up(work, follow_up=key, why="Møte er avtalt")
        work.commit()

    with office.reading() as work:
        found = work.get(FollowUp, key)
        assert (found.reason, found.decided_by) == ("Møte er avtalt", "SEK1")
    assert draft(office) == "F2023-02"


def test_a_key_that_begins_like_another_is_not_taken_for_it(office: Office) -> None:
    send(office, "L1", "2022-06-01", "HOD")
    send(office, "L11", "2022-06-02", "KD")
    approve(office, str(draft(office, "KD")))

    with office.reading() as work:
        assert following(work, "L1") == []
        assert follow_ups_about(work, "L1") == []


def test_each_department_is_written_to_in_its_own_language(office: Office) -> None:
    with office.work(by="SEK1") as work:
        write_to(work, organisation="HOD", language="nn")
        work.commit()
    send(office, "A", "2022-06-01", "HOD", "KD")

    assert state(office, str(draft(office)))[3] == "nn 1: A"
    assert state(office, str(draft(office, "KD")))[3] == "nb 1: A"
    with office.reading() as work:
        told = [each.event for each in history(work.session, Kind.ORGANISATION, "HOD")]
        assert told[-1] == OrganisationCorrected("HOD", ("language",))


def test_a_council_that_writes_nynorsk_does_so_to_whoever_has_no_language(app: App) -> None:
    office = replace(app.office, language="nn")
    with office.work(by="SEK1") as work:
        write_to(work, organisation="HOD", language="nb")
        work.commit()
    send(office, "A", "2022-06-01", "HOD", "KD")

    assert state(office, str(draft(office)))[3] == "nb 1: A"
    assert state(office, str(draft(office, "KD")))[3] == "nn 1: A"
