"""The small table at the end of a mail about a theme."""

from ..wording.dates import day_in_full, edtf
from ..wording.language import Language
from . import spans
from .contexts import Mail
from .facts import Facts
from .theme_contexts import (
    MeasureMail,
    PromiseMail,
    QuietMail,
    StakeholderLine,
    StanceMail,
    ThemeIdleMail,
)
from .theme_sentences import by


def of_theme(mail: Mail, lang: Language) -> Facts:
    """What is known of the thing: its dates, and whose it is."""
    known = [(label, value) for label, value in _own(mail, lang) if value]
    if mail.responsible:
        known.append((lang.text("Responsible"), mail.responsible))
    return known


def _own(mail: Mail, lang: Language) -> Facts:
    match mail:
        case ThemeIdleMail():
            last = day_in_full(mail.last_touched, lang)
            return [(lang.text("Theme"), mail.key), (lang.text("Last movement"), last)]
        case QuietMail():
            return [(_heard(each, lang), edtf(each.since, lang)) for each in mail.stakeholders]
        case StanceMail():
            return [
                (lang.text("Stance of {who}", who=each.key), edtf(each.since, lang))
                for each in mail.stakeholders
            ]
        case MeasureMail():
            return [
                (lang.text("Theme"), mail.theme),
                (lang.text("Measure owned by"), mail.owner),
                (lang.text("To be followed up"), spans.on(mail.due, lang)),
            ]
        case PromiseMail():
            return [
                (lang.text("Promised by"), mail.promised_by),
                (lang.text("Promised"), edtf(mail.given, lang)),
                (lang.text("To be kept by"), by(mail.due, lang)),
                (lang.text("Theme"), mail.theme),
            ]
    return []


def _heard(owner: StakeholderLine, lang: Language) -> str:
    if owner.never:
        return lang.text("{who} never heard from, followed since", who=owner.key)
    return lang.text("{who} last heard from", who=owner.key)
