"""What the digest says: each thing once, where it belongs on that day, the most urgent first."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain.digests import Rhythm
from tilsvar.notifications import mails
from tilsvar.notifications.contexts import Mail
from tilsvar.notifications.digest_contexts import Digest, DigestItem, Group
from tilsvar.notifications.rendered import Attachment
from tilsvar.notifications.transport import Unbuildable
from tilsvar.tests.notifications import examples
from tilsvar.tests.notifications.examples import SITE, due_today_but
from tilsvar.tests.notifications.examples_of_news import (
    a_full_morning,
    a_members_week,
    a_moved_meeting,
    an_answer,
    an_interim_reply,
    digest,
    our_own_deadline,
    our_response_is_late,
)


def test_a_full_morning_is_read_from_the_most_urgent_on() -> None:
    mail = mails.digest(a_full_morning())

    assert mail.subject.replace("\u00a0", " ") == (
        "Fredag 3. februar: elleve saker, av dem tre over fristen og én i dag"
    )
    in_order = [
        "Over fristen:",
        "(L2021-09)",
        "(L2022-06)",
        "(C2022-04)",
        "I dag:",
        "(D2023-05)",
        "Denne uken:",
        "(O2021-03)",
        "Venter på andre:",
        "(O2021-03)",
        "(D2023-02)",
        "(D2023-04)",
        "Nye svar:",
        "(L2022-02)",
        "Fremover:",
        "(M2023-01)",
        "Åpne I dag:",
    ]
    place = 0
    for each in in_order:
        place = mail.text.index(each, place) + 1


@given(st.permutations(a_full_morning().items))
def test_in_whatever_order_things_were_collected_the_digest_is_the_same(
    items: list[DigestItem],
) -> None:
    assert mails.digest(replace(a_full_morning(), items=tuple(items))) == mails.digest(
        a_full_morning()
    )


def test_one_thing_is_named_in_the_subject() -> None:
    late = mails.digest(digest(("ConsultationNearing", our_response_is_late())))
    answer = mails.digest(digest(("ReplyReceived", an_answer())))

    assert late.subject == "Over fristen: NOU 2022: 10 Lovgivning om statens fondsstyring"
    assert answer.subject == "Nytt svar: Bærekraftig helsetjeneste"
    assert "Over fristen:\n" not in late.text


def test_a_long_title_of_one_thing_is_shortened_in_the_subject_only() -> None:
    title = (
        "Innspill til komitebehandling av Meld. St. 30 (2019–2020) En innovativ offentlig sektor"
    )
    mail = mails.digest(
        digest(("ConsultationNearing", replace(our_response_is_late(), title=title)))
    )

    assert mail.subject.endswith("…")
    assert len(mail.subject) <= 78
    assert f"{title} (C2022-04)" in mail.text


def test_things_of_one_sort_are_counted_together() -> None:
    answer = ("ReplyReceived", an_answer())
    late = ("ConsultationNearing", our_response_is_late())

    def subject(*items: tuple[str, Mail], code: str = "nb") -> str:
        said = mails.digest(digest(*items), code).subject.replace("\u00a0", " ")
        return said.partition(": ")[2]

    assert subject(late, late) == "to saker over fristen"
    assert subject(answer, answer) == "to nye svar"
    assert subject(late, answer) == "to saker – én over fristen og ett nytt svar"
    assert subject(late, answer, code="nn") == "to saker – éi over fristen og eitt nytt svar"
    assert subject(late, answer, code="en") == "two items – one overdue and one new answer"
    assert subject(*[late] * 12, answer) == "13 saker – tolv over fristen og ett nytt svar"


def test_a_subject_that_would_be_too_long_names_the_most_urgent_only() -> None:
    day = date(2023, 9, 27)
    idle = replace(examples.draft_left_alone(), today=day)
    unanswered = replace(examples.op_ed_without_an_answer(), today=day)
    answer = replace(an_answer(), today=day)
    ahead = replace(our_own_deadline("2023-11-01"), today=day)
    items = [("OpEdIdle", idle), ("OpEdUnanswered", unanswered), ("ReplyReceived", answer)]

    subject = mails.digest(digest(*items * 11, ("DeadlineNearing", ahead)), "en").subject

    assert subject.replace("\u00a0", " ") == (
        "Wednesday 27 September: 34 items, of them eleven this week"
    )


def test_who_wants_it_weekly_is_told_of_the_week() -> None:
    mail = mails.digest(a_members_week())

    assert mail.subject == "Uke 35: to saker denne uken"
    assert "Påminnelsene dine kommer samlet den første virkedagen i uken." in mail.text
    assert "Du får denne fordi du er medlem av rådet." in mail.text


def test_the_foot_says_why_and_how_to_have_it_otherwise() -> None:
    text = mails.digest(a_full_morning()).text

    assert "ansvarlig for sakene, eller fordi de angår rollen din i rådet" in text
    assert "Påminnelsene dine kommer samlet hver virkedag." in text
    assert "Skriv til sekretariatet" in text


@pytest.mark.parametrize(
    ("due", "group"),
    [
        ("2023-02-02", Group.OVERDUE),
        ("2023-02-03", Group.TODAY),
        ("2023-02-04", Group.THIS_WEEK),
        ("2023-02-05", Group.THIS_WEEK),
        ("2023-02-06", Group.AHEAD),
        ("../2023-02-03", Group.TODAY),
        ("2023-01", Group.OVERDUE),
        ("2023-02", Group.THIS_WEEK),
        ("2023-24", Group.AHEAD),
        ("2023", Group.THIS_WEEK),
    ],
)
def test_a_date_of_our_own_stands_where_it_belongs_on_that_friday(due: str, group: Group) -> None:
    assert DigestItem(kind="DeadlineNearing", mail=our_own_deadline(due)).group is group


def test_what_others_are_to_do_waits_for_others_until_an_answer_is_late() -> None:
    expected = examples.report_expected_today()
    answers = due_today_but()

    def group(kind: str, mail: Mail) -> Group:
        return DigestItem(kind=kind, mail=mail).group

    assert group("DeadlineNearing", expected) is Group.WAITING
    assert group("DeadlineNearing", replace(expected, today=date(2023, 2, 9))) is Group.WAITING
    assert group("OpEdUnanswered", examples.op_ed_without_an_answer()) is Group.WAITING
    assert group("AnswerDue", answers) is Group.WAITING
    assert group("AnswerDue", replace(answers, today=date(2020, 7, 31))) is Group.OVERDUE
    assert group("OpEdIdle", examples.draft_left_alone()) is Group.THIS_WEEK
    assert group("InterimReplyReceived", an_interim_reply()) is Group.ANSWERS


def test_a_drafted_follow_up_hangs_on_the_digest_once_though_it_asks_about_two_letters() -> None:
    one = examples.one_department_with_a_draft()
    other = replace(one, key="L2022-07", url=f"{SITE}/letters/L2022-07")

    mail = mails.digest(digest(("ReplyOverdue", one), ("ReplyOverdue", other)))

    assert [each.name for each in mail.attachments] == ["purring-1-NFD.docx"]
    assert (
        mail.text.count("Utkast til purring nr.\u00a01 er vedlagt og venter på godkjenning.") == 2
    )


def test_several_drafts_of_one_letter_all_hang_on_the_digest() -> None:
    one = examples.one_department_with_a_draft()
    second = replace(one.drafts[0], file=Attachment("purring-1-HOD.docx", b"another letter"))
    both = replace(one, drafts=(*one.drafts, second))

    mail = mails.digest(digest(("ReplyOverdue", both)))

    assert [each.name for each in mail.attachments] == ["purring-1-NFD.docx", "purring-1-HOD.docx"]
    assert "Utkast til purringer er vedlagt og venter på godkjenning." in mail.text


def test_what_people_typed_is_shown_and_never_run() -> None:
    typed = '<script>alert("x")</script>\r\n& {{ 7 * 7 }} %(who)s'
    mail = mails.digest(
        digest(
            ("ReplyReceived", replace(an_answer(), title=typed)),
            ("OpEdUnanswered", replace(examples.op_ed_without_an_answer(), outlet="<b>VG</b>")),
        )
    )

    assert "<script>" not in mail.html
    assert "<b>" not in mail.html
    assert '<script>alert("x")</script> & {{ 7 * 7 }} %(who)s (L2022-02)' in mail.text


def test_with_nothing_to_tell_there_is_no_digest() -> None:
    with pytest.raises(Unbuildable, match="without a single thing"):
        digest()
    with pytest.raises(Unbuildable, match="web address"):
        Digest(today=date(2023, 2, 3), rhythm=Rhythm.DAILY, items=(), url="/")


def test_a_moved_meeting_is_never_kept_for_the_digest() -> None:
    moved = DigestItem(kind="MeetingMoved", mail=a_moved_meeting())

    with pytest.raises(Unbuildable, match="no place for MeetingMoved of M2023-02"):
        assert moved.group
    with pytest.raises(Unbuildable, match="MeetingMoved"):
        mails.digest(digest(("MeetingMoved", a_moved_meeting())))
