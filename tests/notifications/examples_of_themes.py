"""What the mails about themes are told in these tests: the municipalities of the council's plan."""

from collections.abc import Callable
from datetime import date

from tilsvar.domain.dates import Edtf
from tilsvar.notifications import mails
from tilsvar.notifications.contexts import Recipient
from tilsvar.notifications.rendered import Rendered
from tilsvar.notifications.theme_contexts import (
    MeasureMail,
    PromiseMail,
    QuietMail,
    StakeholderLine,
    StanceMail,
    ThemeIdleMail,
)
from tilsvar.tests.notifications.examples import SITE

LIFT, TITLE = "T-KOMMUNELOFT", "Et kunnskapsløft for kommunene"
PAGE = f"{SITE}/themes/{LIFT}"
DAY = date(2021, 3, 29)


def owner(key: str, since: str) -> StakeholderLine:
    return StakeholderLine(key=key, row=f"{LIFT}/{key}", since=Edtf(since))


def theme_at_rest() -> ThemeIdleMail:
    return ThemeIdleMail(
        key=LIFT,
        title=TITLE,
        url=PAGE,
        today=DAY,
        role=Recipient.SECRETARIAT,
        last_touched=date(2020, 12, 29),
    )


def quiet(*owners: StakeholderLine) -> QuietMail:
    """Nothing has come from these owners; from one ministry, where none is named."""
    return QuietMail(
        key=LIFT,
        title=TITLE,
        url=f"{SITE}/themes/quiet?theme={LIFT}",
        today=DAY,
        role=Recipient.SECRETARIAT,
        stakeholders=owners or (owner("KMD", "2020-09-30"),),
    )


def stances(*stakeholders: StakeholderLine) -> StanceMail:
    return StanceMail(
        key=LIFT,
        title=TITLE,
        url=f"{PAGE}/stakeholders/KMD/stance",
        today=date(2021, 9, 1),
        role=Recipient.SECRETARIAT,
        stakeholders=stakeholders or (owner("KMD", "2020-09"),),
    )


def measure_today() -> MeasureMail:
    return MeasureMail(
        key="T-KOMMUNELOFT-01",
        title="Nasjonal node for kommunene",
        url=f"{SITE}/measures/T-KOMMUNELOFT-01",
        today=DAY,
        role=Recipient.RESPONSIBLE,
        responsible="Saksbehandler 1",
        due=Edtf.on(DAY),
        theme=TITLE,
        owner="KS",
    )


def promise_passed() -> PromiseMail:
    return PromiseMail(
        key="P2020-01",
        title="Legge fram en plan for forskning i kommunene",
        url=f"{SITE}/promises/P2020-01",
        today=DAY,
        role=Recipient.SECRETARIAT,
        due=Edtf("2021-02"),
        promised_by="Helse- og omsorgsdepartementet",
        given=Edtf("2020-09"),
        theme=TITLE,
    )


EXAMPLES: dict[str, Callable[[str], Rendered]] = {
    "theme_idle": lambda code: mails.theme_idle(theme_at_rest(), code),
    "owners_quiet": lambda code: mails.owners_quiet(quiet(), code),
    "owners_quiet several": lambda code: mails.owners_quiet(
        quiet(owner("HOD", "2020-09-30"), owner("KD", "2020-06-04")), code
    ),
    "stance_stale": lambda code: mails.stance_stale(stances(), code),
    "measure_due": lambda code: mails.measure_due(measure_today(), code),
    "promise_due": lambda code: mails.promise_due(promise_passed(), code),
}
