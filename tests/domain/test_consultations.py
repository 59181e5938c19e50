"""A consultation from its publication to the council's response, or to the decision not to."""

import pytest

from tilsvar.domain.consultations import Consultation, ConsultationClosed
from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import (
    ConsultationCorrected,
    ConsultationDeadlineMoved,
    ConsultationDeclined,
    ConsultationPublished,
    ConsultationSubmitted,
    ConsultationTakenUp,
)
from tilsvar.domain.kinds import ConsultationKind, ConsultationStatus
from tilsvar.tests.domain.council import NOW, told


def published(deadline: str | None = "2021-09-10") -> Consultation:
    return Consultation.publish(
        "C2021-02",
        ConsultationKind.CALL_FOR_INPUT,
        "Revidert langtidsplan",
        "KD",
        uid="u",
        now=NOW,
        deadline=Edtf(deadline) if deadline else None,
    )


def test_a_consultation_is_taken_up_circulated_and_answered_in_time() -> None:
    consultation = published()

    consultation.become(ConsultationStatus.DRAFTING, NOW)
    consultation.become(ConsultationStatus.DRAFTING, NOW)
    consultation.become(ConsultationStatus.CIRCULATED, NOW)
    consultation.submit("L2021-05", Edtf("2021-09-10"), NOW)
    consultation.submit("L2021-05", Edtf("2021-09-10"), NOW)

    assert not consultation.open
    assert not consultation.late
    assert told(consultation) == [
        ConsultationPublished("C2021-02", "KD", Edtf("2021-09-10")),
        ConsultationTakenUp("C2021-02", "drafting"),
        ConsultationTakenUp("C2021-02", "circulated"),
        ConsultationSubmitted("C2021-02", "L2021-05", Edtf("2021-09-10"), late=False),
    ]


@pytest.mark.parametrize(
    ("deadline", "submitted", "late"),
    [
        ("2021-09-10", "2021-09-11", True),
        ("2020-04", "2020-04-30", False),
        ("2020-04", "2020-05-01", True),
        ("2021-09-10", "2021-09", False),
        (None, "2021-09-11", False),
    ],
)
def test_a_response_is_late_only_where_it_is_certain(
    deadline: str | None, submitted: str, *, late: bool
) -> None:
    consultation = published(deadline)

    consultation.submit("L1", Edtf(submitted), NOW)

    assert consultation.late is late


def test_a_moved_deadline_starts_a_new_version_and_shows_in_calendars() -> None:
    consultation = published()
    told(consultation)

    consultation.move_deadline(Edtf("2021-09-20"), NOW)
    consultation.move_deadline(Edtf("2021-09-20"), NOW)

    assert (consultation.version, consultation.sequence) == (2, 1)
    assert told(consultation) == [
        ConsultationDeadlineMoved("C2021-02", Edtf("2021-09-10"), Edtf("2021-09-20"))
    ]


def test_the_council_may_decide_not_to_respond_but_not_after_it_has() -> None:
    declined, answered = published(), published()
    declined.decline(NOW)
    answered.submit("L1", Edtf("2021-09-01"), NOW)

    assert not declined.open
    assert told(declined)[-1] == ConsultationDeclined("C2021-02")
    for closed in (declined, answered):
        with pytest.raises(ConsultationClosed, match=f"already {closed.status.value}"):
            closed.decline(NOW)


def test_a_submission_recorded_by_mistake_is_taken_up_again() -> None:
    consultation = published()
    consultation.submit("L1", Edtf("2021-09-11"), NOW)

    consultation.become(ConsultationStatus.DRAFTING, NOW)

    assert consultation.open
    assert (consultation.submission, consultation.submitted) == (None, None)
    assert not consultation.late
    assert consultation.version == 2


def test_a_correction_of_words_moves_nothing() -> None:
    consultation = published()
    told(consultation)

    consultation.correct(NOW, title="Langtidsplanen", area=None)

    assert (consultation.version, consultation.sequence) == (1, 0)
    assert told(consultation) == [ConsultationCorrected("C2021-02", ("title",))]
