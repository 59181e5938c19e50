"""The type of a row by its sheet."""

from collections.abc import Mapping

from . import (
    answer_rows,
    attendance_rows,
    circulation_rows,
    communication_rows,
    point_rows,
    public_rows,
    rows,
    submission_rows,
    theme_rows,
)

ROW_TYPES: Mapping[str, type[rows.Row]] = {
    "organisations": rows.OrganisationRow,
    "areas": rows.AreaRow,
    "people": rows.PersonRow,
    "letters": rows.LetterRow,
    "replies": rows.ReplyRow,
    "consultations": rows.ConsultationRow,
    "opeds": rows.OpEdRow,
    "meetings": rows.MeetingRow,
    "deadlines": rows.DeadlineRow,
    "themes": theme_rows.ThemeRow,
    "decisions": theme_rows.DecisionRow,
    "forms": theme_rows.FormRow,
    "measures": theme_rows.MeasureRow,
    "stakeholders": theme_rows.StakeholderRow,
    "theme_things": theme_rows.BelongingRow,
    "contacts": theme_rows.ContactRow,
    "notes": theme_rows.NoteRow,
    "promises": theme_rows.PromiseRow,
    "target_groups": communication_rows.TargetGroupRow,
    "activities": communication_rows.ActivityRow,
    "outlets": communication_rows.OutletRow,
    "coverage": communication_rows.CoverageRow,
    "speakers": communication_rows.SpeakerRow,
    "points": point_rows.PointRow,
    "judgements": point_rows.JudgementRow,
    "sign_offs": answer_rows.SignOffRow,
    "answer_dates": answer_rows.AnswerDateRow,
    "attendance": attendance_rows.AttendanceRow,
    "circulations": circulation_rows.CirculationRow,
    "submissions": submission_rows.SubmissionRow,
    "public_list": public_rows.PublicRow,
}
