"""Members comment on a draft that lies with them, until it does not; the secretariat judges."""

from datetime import UTC, date, datetime

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.circulations import circulate, comments_deadline, put_text
from tilsvar.commands.comments import (
    CommentTooLong,
    DoesNotComment,
    comment_on,
    comments_on,
    have_no_comments,
    judge_comment,
    withdraw_comment,
)
from tilsvar.commands.consultations import publish_consultation, submit_consultation
from tilsvar.commands.deadlines import set_deadline
from tilsvar.commands.op_eds import start_op_ed, update_op_ed
from tilsvar.domain.circulations import NotWithTheMembers
from tilsvar.domain.comments import Comment, CommentsStand, NothingToJudge, NothingWritten, Verdict
from tilsvar.domain.consultations import ConsultationClosed
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, OpEdStatus, Role
from tilsvar.domain.op_eds import CommentsBeforeCirculation
from tilsvar.domain.people import Person
from tilsvar.store.clock import FixedClock
from tilsvar.store.event_log import history
from tilsvar.store.unit_of_work import Office, Unknown

DUE = date(2023, 2, 10)
"""A week after the day on which these stories begin."""


@pytest.fixture
def office(app: App) -> Office:
    """A council whose op-ed O1 is a draft, and which drafts its response to C1."""
    with app.office.work(by="SEK1") as work:
        work.add(Person.join("O1", "Observatøren", "o1@ho21.example", Role.OBSERVER))
        start_op_ed(work, key="O1", title="Helsedata", status=OpEdStatus.DRAFT)
        publish_consultation(
            work, key="C1", title="Ny lov", publisher="HOD", deadline=Edtf("2023-03-01")
        )
        work.commit()
    return app.office


def sent_out(office: Office, kind: Kind = Kind.OP_ED, key: str = "O1", text: str = "Les") -> None:
    with office.work(by="SEK1") as work:
        circulate(work, kind=kind, key=key, comments_by=DUE, text=text)
        work.commit()


def say(office: Office, text: str, who: str = "MEDLEM1") -> str:
    """The key of the comment on the op-ed."""
    with office.work(by=who) as work:
        found = comment_on(work, kind=Kind.OP_ED, key="O1", who=who, text=text)
        work.commit()
    return found.key


def nothing(office: Office, who: str = "MEDLEM1") -> None:
    with office.work(by=who) as work:
        have_no_comments(work, kind=Kind.OP_ED, key="O1", who=who)
        work.commit()


def standing(office: Office) -> list[tuple[str, str, bool]]:
    with office.reading() as work:
        found = comments_on(work, Kind.OP_ED, "O1")
        return [(each.by, each.text, each.late) for each in found if each.stands]


def told(office: Office, key: str) -> list[str]:
    with office.reading() as work:
        return [each.event.name for each in history(work.session, Kind.COMMENT, key)]


def days_pass(office: Office, day: int) -> None:
    assert isinstance(office.clock, FixedClock)
    office.clock.set(datetime(2023, 2, day, 11, tzinfo=UTC))


def test_a_comment_is_changed_withdrawn_and_given_again_and_every_wording_is_kept(
    office: Office,
) -> None:
    sent_out(office)

    key = say(office, "Avsnitt to er for langt.")
    say(office, "Avsnitt to er for langt.")
    say(office, "  Avsnitt to og tre er for lange. ")
    with office.work(by="MEDLEM1") as work:
        withdraw_comment(work, kind=Kind.OP_ED, key="O1", who="MEDLEM1")
        withdraw_comment(work, kind=Kind.OP_ED, key="O1", who="MEDLEM1")
        work.commit()
    assert standing(office) == []
    nothing(office)

    assert standing(office) == [("MEDLEM1", "", False)]
    assert told(office, key) == [
        "CommentGiven",
        "CommentChanged",
        "CommentWithdrawn",
        "NothingToComment",
    ]
    with office.reading() as work:
        assert [each.text for each in work.view(Comment, key).wordings] == [
            "Avsnitt to er for langt.",
            "Avsnitt to og tre er for lange.",
            "",
        ]


def test_what_came_in_time_stands_after_the_day_and_what_comes_then_is_late(
    office: Office,
) -> None:
    sent_out(office)
    say(office, "I tide.")
    days_pass(office, 11)

    with pytest.raises(CommentsStand, match="what came in time stands"):
        say(office, "Noe annet.")
    with office.work(by="MEDLEM1") as work, pytest.raises(CommentsStand):
        withdraw_comment(work, kind=Kind.OP_ED, key="O1", who="MEDLEM1")
    say(office, "For sent.", who="LEDER")
    say(office, "For sent, men rettet.", who="LEDER")

    assert standing(office) == [
        ("MEDLEM1", "I tide.", False),
        ("LEDER", "For sent, men rettet.", True),
    ]


def test_nobody_comments_before_it_is_with_them_nor_once_it_is_approved(office: Office) -> None:
    with pytest.raises(NotWithTheMembers):
        say(office, "Hva er dette?")
    sent_out(office)
    with office.work(by="LEDER") as work:
        update_op_ed(work, op_ed="O1", status=OpEdStatus.APPROVED)
        work.commit()

    with pytest.raises(NotWithTheMembers, match="no comments are taken"):
        nothing(office)
    with office.work(by="SEK1") as work, pytest.raises(NotWithTheMembers):
        put_text(work, kind=Kind.OP_ED, key="O1", text="Ny tekst")
    assert standing(office) == []


def test_an_empty_comment_an_endless_one_an_observers_and_a_strangers_are_refused(
    office: Office,
) -> None:
    sent_out(office)

    with pytest.raises(NothingWritten):
        say(office, " \n ")
    with pytest.raises(CommentTooLong, match="60000 characters"):
        say(office, "a" * 60_000)
    with pytest.raises(DoesNotComment, match="Observatøren does not comment"):
        say(office, "Hei", who="O1")
    with pytest.raises(Unknown):
        say(office, "Hei", who="NOBODY")
    assert standing(office) == []


def test_the_secretariat_says_what_became_of_a_comment_and_a_change_opens_it_again(
    office: Office,
) -> None:
    sent_out(office)
    key = say(office, "Kort ned.")

    with office.work(by="SEK1") as work:
        judge_comment(work, comment=key, verdict=Verdict.NOT_TAKEN, why=" Gjort\nalt. ")
        judge_comment(work, comment=key, verdict=Verdict.NOT_TAKEN, why="Gjort alt.")
        work.commit()
    with office.reading() as work:
        found = work.view(Comment, key)
        assert (found.verdict, found.why, found.waits) == (Verdict.NOT_TAKEN, "Gjort alt.", False)
    say(office, "Kort ned mer.")

    with office.reading() as work:
        found = work.view(Comment, key)
        assert (found.verdict, found.why, found.waits) == (Verdict.OPEN, "", True)
    assert told(office, key) == ["CommentGiven", "CommentJudged", "CommentChanged"]
    nothing(office)
    with office.work(by="SEK1") as work, pytest.raises(NothingToJudge):
        judge_comment(work, comment=key, verdict=Verdict.TAKEN)


def test_a_draft_that_goes_out_again_asks_everybody_anew_and_a_mended_text_does_not(
    office: Office,
) -> None:
    sent_out(office, text="Første tekst")
    first = say(office, "Kort ned.")
    with office.work(by="SEK1") as work:
        put_text(work, kind=Kind.OP_ED, key="O1", text="Første tekst, rettet")
        work.commit()
    assert say(office, "Kort ned mer.") == first

    with office.work(by="SEK1") as work:
        update_op_ed(work, op_ed="O1", status=OpEdStatus.DRAFT)
        circulate(work, kind=Kind.OP_ED, key="O1", comments_by=DUE, text="Annen tekst")
        work.commit()
    second = say(office, "Bedre.")

    assert second != first
    with office.reading() as work:
        found = comments_on(work, Kind.OP_ED, "O1")
        assert [(each.edition, each.text) for each in found] == [
            (1, "Kort ned mer."),
            (2, "Bedre."),
        ]


def test_a_response_goes_out_with_a_deadline_of_its_own_or_the_one_that_is_there(
    office: Office,
) -> None:
    sent_out(office, Kind.CONSULTATION, "C1")
    with office.reading() as work:
        made = comments_deadline(work, "C1")
        assert made is not None
        assert (made.due, made.title) == (Edtf("2023-02-10"), "Innspill fra medlemmene: Ny lov")

    with office.work(by="SEK1") as work:
        publish_consultation(work, key="C2", title="Forskrift", publisher="HOD")
        own = set_deadline(work, title="Innspill", due=Edtf("2023-02-07"), consultation="C2")
        circulate(work, kind=Kind.CONSULTATION, key="C2", comments_by=DUE)
        work.commit()
    with office.reading() as work:
        kept = comments_deadline(work, "C2")
        assert kept is not None
        assert (kept.key, kept.due) == (own.key, Edtf("2023-02-10"))

    with office.work(by="MEDLEM1") as work:
        comment_on(work, kind=Kind.CONSULTATION, key="C1", who="MEDLEM1", text="Bra.")
        work.commit()


def test_a_response_cannot_go_out_once_it_is_submitted_or_for_a_day_that_is_over(
    office: Office,
) -> None:
    with office.work(by="SEK1") as work:
        with pytest.raises(CommentsBeforeCirculation):
            circulate(work, kind=Kind.CONSULTATION, key="C1", comments_by=date(2023, 2, 1))
        submit_consultation(work, consultation="C1", on=Edtf("2023-02-02"))
        work.commit()
    with office.work(by="SEK1") as work, pytest.raises(ConsultationClosed):
        circulate(work, kind=Kind.CONSULTATION, key="C1", comments_by=DUE)
    with office.reading() as work:
        assert comments_deadline(work, "C1") is None


def test_everybody_who_may_comment_is_there_once(office: Office) -> None:
    sent_out(office)
    for who in ("SEK1", "LEDER", "MEDLEM1"):
        say(office, f"Fra {who}.", who=who)

    assert [who for who, _, _ in standing(office)] == ["SEK1", "LEDER", "MEDLEM1"]
