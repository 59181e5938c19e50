"""How one recipient's answer stands today, as a tag and what comes after it.

Colours carry meaning and never alone: danger is overdue, warning an interim reply, success an
answer, neutral all else.
"""

from datetime import date

from ...domain.kinds import ReplyKind
from ...domain.obligations import Obligation, ObligationState, Reply, SignOff
from ...domain.words import SIGN_OFFS
from ...domain.working_days import WorkingCalendar
from ...wording.dates import edtf, edtf_short
from ...wording.language import Language
from ...wording.periods import working_days
from ..standing import Standing


def standing(
    obligation: Obligation, today: date, calendar: WorkingCalendar, lang: Language
) -> Standing:
    """How the answer stands at the end of that day."""
    due = obligation.due(today)
    match obligation.state(today):
        case ObligationState.NONE_EXPECTED:
            return Standing("none_expected", "", lang.text("No answer expected"))
        case ObligationState.CLOSED:
            return _closed(obligation, today, lang)
        case ObligationState.INTERIM:
            return Standing(
                "interim", "warning", lang.text("Interim reply"), promise(obligation, today, lang)
            )
        case ObligationState.OVERDUE:
            late = working_days(calendar.count(due or today, today), lang)
            passed = obligation.promised(today) is not None
            tag = lang.text("Promised date passed") if passed else lang.text("Overdue")
            return Standing("overdue", "danger", tag, late)
        case ObligationState.AWAITING:
            tag = lang.text("Answer due today") if due == today else lang.text("Awaiting answer")
            return Standing("awaiting", "neutral", tag)


def promise(obligation: Obligation, today: date, lang: Language) -> str:
    """What the interim reply promised: "lovet innen 1. april 2023", "uten lovet dato"."""
    promised = obligation.promised(today)
    if promised is None:
        return lang.text("no date promised")
    return lang.text("promised {when}", when=edtf(promised, lang))


def _closed(obligation: Obligation, today: date, lang: Language) -> Standing:
    closing = closing_fact(obligation, today)
    if isinstance(closing, SignOff):
        after = lang.text(
            "{day}, {code}",
            day=edtf_short(closing.on, lang),
            code=lang.text(SIGN_OFFS[closing.code]),
        )
        return Standing("signed_off", "neutral", lang.text("Signed off"), after)
    after = edtf_short(closing.received, lang) if closing else ""
    return Standing("answered", "success", lang.text("Answered"), after)


def closing_fact(obligation: Obligation, today: date) -> Reply | SignOff | None:
    """The final reply or the sign-off that closed the obligation by the end of that day."""
    for reply in obligation.replies:
        if reply.kind is ReplyKind.FINAL and reply.counts(today):
            return reply
    return next((each for each in obligation.sign_offs if each.counts(today)), None)
