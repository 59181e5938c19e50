"""The mail that brings a report at a fixed time: first lines, the file, where the rest is."""

from dataclasses import dataclass, replace
from datetime import date

from ..domain.scheduled_reports import Rhythm
from ..wording.language import Language, language
from ..wording.schedules import rhythm_in_words
from .contexts import require_web_address
from .mails import fitting
from .one_line import as_one_line
from .rendered import Attachment, Rendered
from .templates import environment


@dataclass(frozen=True)
class ReportLine:
    """A row of a table in a mail: what it is about, and the rest of it in a line."""

    title: str
    said: str


@dataclass(frozen=True, kw_only=True)
class ReportMail:
    """A report as its reader gets it, worded in their language already.

    `until` is the last day whose facts are in it, `due` the day on which it was to go out and
    `today` the one on which it goes. `covers` says which period it is about, `lines` are the first
    rows of its first table and `more` how many are left. `wanted_pdf` says that this machine could
    not make one, `too_large` that the file is left out. `url` and `settings_url` are empty for who
    may not open them. Raises `Unbuildable` for a link that is no web address.
    """

    title: str
    note: str
    until: date
    due: date
    today: date
    covers: str
    made_from: str
    lead: tuple[str, ...]
    table: str
    lines: tuple[ReportLine, ...]
    more: int
    rhythm: Rhythm
    days_before: int
    file: Attachment | None
    wanted_pdf: bool
    too_large: bool
    url: str
    settings_url: str

    def __post_init__(self) -> None:
        for url in filter(None, (self.url, self.settings_url)):
            require_web_address(url)


def scheduled_report(mail: ReportMail, code: str = "nb") -> Rendered:
    """The report of a day, with its file where one goes along."""
    lang, templates = language(code), environment(code)
    mail = replace(mail, title=as_one_line(mail.title))
    heading = templates.get_template("scheduled_report/subject.txt.j2").render(mail=mail)
    told = {
        "mail": mail,
        "heading": heading,
        "facts": _facts(mail, lang),
        "why": lang.text(
            "You get this because this report is sent to you {rhythm}.",
            rhythm=rhythm_in_words(mail.rhythm, mail.days_before, lang),
        ),
    }
    return Rendered(
        subject=fitting(heading, mail.title),
        text=templates.get_template("scheduled_report/body.txt.j2").render(told),
        html=templates.get_template("scheduled_report/body.html.j2").render(told),
        language=code,
        attachments=(mail.file,) if mail.file else (),
    )


def _facts(mail: ReportMail, lang: Language) -> list[tuple[str, str]]:
    every = (
        (lang.text("Covers"), mail.covers),
        (lang.text("Attached"), mail.file.name if mail.file else ""),
        (lang.text("About the figures"), as_one_line(mail.made_from)),
    )
    return [(label, value) for label, value in every if value]
