"""One believable example of each e-mail, from the council's own register, and how to read it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import ConsultationKind, DeadlineKind
from tilsvar.notifications import mails
from tilsvar.notifications.contexts import (
    AnswerMail,
    ConsultationMail,
    DeadlineMail,
    DepartmentLine,
    Draft,
    MeetingMail,
    OpEdCommentsMail,
    OpEdMail,
    OpEdSubmittedMail,
    Recipient,
)
from tilsvar.notifications.rendered import Attachment, Rendered
from tilsvar.notifications.sign_in_mail import sign_in_link
from tilsvar.wording.language import language

SITE = "https://tilsvar.ho21.example"
HOD, KD = "Helse- og omsorgsdepartementet", "Kunnskapsdepartementet"
KMD, KDD = "Kommunal- og moderniseringsdepartementet", "Kommunal- og distriktsdepartementet"
NFD = "Nærings- og fiskeridepartementet"


def waiting(key: str, name: str, due: str, **more: Any) -> DepartmentLine:
    line = {"addressed_to_key": key, "due": date.fromisoformat(due), **more}
    return DepartmentLine(key=key, name=name, **line)


def three_departments_due_today() -> AnswerMail:
    return AnswerMail(
        key="L2020-02",
        title="Departemental forankring av KSF-rapport",
        url=f"{SITE}/letters/L2020-02",
        register_url=f"{SITE}/letters/L2020-02/reply",
        today=date(2020, 7, 30),
        role=Recipient.RESPONSIBLE,
        responsible="Saksbehandler 1",
        sent=Edtf("2020-06-30"),
        departments=(
            waiting("HOD", HOD, "2020-07-30"),
            waiting("KMD", KMD, "2020-07-30"),
            waiting("KD", KD, "2020-07-30"),
        ),
        also_leader=True,
    )


def one_department_overdue() -> AnswerMail:
    return AnswerMail(
        key="L2022-06",
        title="Innspill om norsk helsenæring",
        url=f"{SITE}/letters/L2022-06",
        register_url=f"{SITE}/letters/L2022-06/reply",
        today=date(2022, 12, 15),
        role=Recipient.LEADER,
        responsible="Saksbehandler 1",
        sent=Edtf("2022-10-03"),
        departments=(waiting("NFD", NFD, "2022-11-03", working_days_over=30),),
    )


def one_department_with_a_draft() -> AnswerMail:
    """The last reminder, with the follow-up that waits for approval."""
    file = Attachment("purring-1-NFD.docx", b"a letter")
    draft = Draft(number=1, department="NFD", file=file)
    return replace(one_department_overdue(), drafts=(draft,))


def departments_that_differ() -> AnswerMail:
    """A predecessor was written to, one answered for now, one promised a date that passed."""
    return AnswerMail(
        key="L2021-09",
        title="Strategi for helsedata",
        url=f"{SITE}/letters/L2021-09",
        today=date(2022, 4, 20),
        role=Recipient.SECRETARIAT,
        sent=Edtf("2022-02-21"),
        follow_ups=2,
        departments=(
            waiting("KDD", KDD, "2022-03-21", addressed_to_key="KMD", working_days_over=17),
            waiting("HOD", HOD, "2022-03-21", working_days_over=17, interim=True),
            waiting(
                "KD",
                KD,
                "2022-04-01",
                working_days_over=8,
                interim=True,
                promised=Edtf("../2022-04-01"),
            ),
        ),
    )


def consultation_in_a_week() -> ConsultationMail:
    return ConsultationMail(
        key="C2021-02",
        title="Revidert langtidsplan for forskning og høyere utdanning",
        url=f"{SITE}/consultations/C2021-02",
        today=date(2021, 9, 3),
        role=Recipient.RESPONSIBLE,
        kind=ConsultationKind.CALL_FOR_INPUT,
        publisher=KD,
        published=Edtf("2021-06"),
        due=Edtf("2021-09-10"),
    )


def consultation_some_day_in_april() -> ConsultationMail:
    return ConsultationMail(
        key="C2020-01",
        title="Nasjonal handlingsplan for kliniske studier",
        url=f"{SITE}/consultations/C2020-01",
        today=date(2020, 3, 25),
        role=Recipient.SECRETARIAT,
        kind=ConsultationKind.CONSULTATION,
        publisher=HOD,
        due=Edtf("2020-04"),
    )


def written_input_from_members() -> DeadlineMail:
    return DeadlineMail(
        key="D2021-01",
        title="Rådsmedlemmenes skriftlige innspill til langtidsplanen",
        url=f"{SITE}/calendar/D2021-01",
        today=date(2021, 8, 27),
        role=Recipient.MEMBER,
        kind=DeadlineKind.INTERNAL,
        due=Edtf("2021-09-03"),
        working_days_left=5,
        consultation="Revidert langtidsplan for forskning og høyere utdanning",
    )


def comments_on_minutes_today() -> DeadlineMail:
    return DeadlineMail(
        key="D2021-02",
        title="Merknadsfrist referat møte 4/2021 (sendt 16. juni)",
        url=f"{SITE}/calendar/D2021-02",
        today=date(2021, 6, 23),
        role=Recipient.MEMBER,
        kind=DeadlineKind.MINUTES_COMMENTS,
        due=Edtf("2021-06-23"),
    )


def report_expected_today() -> DeadlineMail:
    return DeadlineMail(
        key="D2023-02",
        title="NOU om personell i helse- og omsorgstjenesten",
        url=f"{SITE}/calendar/D2023-02",
        today=date(2023, 2, 1),
        role=Recipient.SECRETARIAT,
        kind=DeadlineKind.EXTERNAL_PUBLICATION,
        due=Edtf("2023-02-01"),
    )


def report_no_later_than() -> DeadlineMail:
    return DeadlineMail(
        key="D2023-04",
        title="NOU fra Kvinnehelseutvalget",
        url=f"{SITE}/calendar/D2023-04",
        today=date(2023, 3, 1),
        role=Recipient.SECRETARIAT,
        kind=DeadlineKind.EXTERNAL_PUBLICATION,
        due=Edtf("../2023-03-08"),
    )


def spring_has_begun() -> DeadlineMail:
    return DeadlineMail(
        key="D2023-10",
        title="Folkehelsemeldingen",
        url=f"{SITE}/calendar/D2023-10",
        today=date(2023, 3, 1),
        role=Recipient.SECRETARIAT,
        kind=DeadlineKind.EXTERNAL_PUBLICATION,
        due=Edtf("2023-21"),
    )


def draft_left_alone() -> OpEdMail:
    return OpEdMail(
        key="O2021-03",
        title="Kronikk om overdiagnostikk og overbehandling",
        url=f"{SITE}/op-eds/O2021-03",
        today=date(2021, 6, 17),
        role=Recipient.SECRETARIAT,
        last_touched=date(2021, 6, 3),
    )


def op_ed_with_the_members() -> OpEdCommentsMail:
    return OpEdCommentsMail(
        key="O2021-03",
        title="Kronikk om overdiagnostikk og overbehandling",
        url=f"{SITE}/op-eds/O2021-03",
        today=date(2021, 8, 27),
        role=Recipient.MEMBER,
        due=Edtf("2021-09-03"),
        working_days_left=5,
    )


def op_ed_without_an_answer() -> OpEdSubmittedMail:
    return OpEdSubmittedMail(
        key="O2021-03",
        title="Kronikk om overdiagnostikk og overbehandling",
        url=f"{SITE}/op-eds/O2021-03",
        today=date(2021, 9, 20),
        role=Recipient.SECRETARIAT,
        outlet="Bergens Tidende",
        sent=date(2021, 9, 6),
        working_days=10,
    )


def papers_in_three_days() -> MeetingMail:
    return MeetingMail(
        key="M2023-01",
        title="Rådsmøte 1/2023",
        url=f"{SITE}/meetings/M2023-01",
        today=date(2023, 1, 24),
        role=Recipient.SECRETARIAT,
        due=Edtf("2023-01-27"),
        on=Edtf("2023-02-03"),
    )


def minutes_today() -> MeetingMail:
    return replace(papers_in_three_days(), today=date(2023, 2, 17), due=Edtf("2023-02-17"))


EXAMPLES: dict[str, Callable[[str], Rendered]] = {
    "answer_due": lambda code: mails.answer_due(three_departments_due_today(), code),
    "answer_overdue": lambda code: mails.answer_overdue(one_department_overdue(), code),
    "answer_overdue differing": lambda code: mails.answer_overdue(departments_that_differ(), code),
    "consultation_deadline": lambda code: mails.consultation_deadline(
        consultation_in_a_week(), code
    ),
    "consultation_deadline imprecise": lambda code: mails.consultation_deadline(
        consultation_some_day_in_april(), code
    ),
    "internal_deadline": lambda code: mails.internal_deadline(written_input_from_members(), code),
    "internal_deadline draft": lambda code: mails.internal_deadline(
        replace(written_input_from_members(), draft_is_there=True), code
    ),
    "internal_deadline minutes": lambda code: mails.internal_deadline(
        comments_on_minutes_today(), code
    ),
    "external_deadline": lambda code: mails.external_deadline(report_expected_today(), code),
    "external_deadline limit": lambda code: mails.external_deadline(report_no_later_than(), code),
    "external_deadline season": lambda code: mails.external_deadline(spring_has_begun(), code),
    "papers_due": lambda code: mails.papers_due(papers_in_three_days(), code),
    "minutes_due": lambda code: mails.minutes_due(minutes_today(), code),
    "op_ed_idle": lambda code: mails.op_ed_idle(draft_left_alone(), code),
    "op_ed_comments": lambda code: mails.op_ed_comments(op_ed_with_the_members(), code),
    "op_ed_unanswered": lambda code: mails.op_ed_unanswered(op_ed_without_an_answer(), code),
    "sign_in_link": lambda code: sign_in_link(
        f"{SITE}/sign-in/link/secret",
        council="HelseOmsorg21-rådet",
        browser="Firefox · Windows",
        lang=language(code),
    ),
}


def due_today_but(**values: Any) -> AnswerMail:
    return replace(three_departments_due_today(), **values)


def links(html: str) -> list[str]:
    """The addresses that the mail links to; the HTML must be without a single fault."""
    return [element.get("href", "") for element in parsed(html).iter("a")]


def parsed(html: str) -> Element:
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    assert isinstance(tree, Element)
    return tree
