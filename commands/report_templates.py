"""The secretariat chooses the template of reports in Word, or takes the built-in one back."""

from ..domain.events import ReportTemplateChanged
from ..domain.report_templates import SoundTemplate
from ..store.report_templates import (
    save_template,
    template_edition,
    template_editions,
    template_in_force,
)
from ..store.unit_of_work import UnitOfWork

WORD = "docx"


def choose_report_template(work: UnitOfWork, *, template: SoundTemplate | None) -> None:
    """Reports in Word are filled into it from now on; None gives the built-in one back.

    The one in force once more is no change. Reports that were fetched stay as they are.
    """
    now = template_in_force(work.session)
    before = (now.name, now.content) if now else ("", None)
    after = (template.name, template.content) if template else ("", None)
    if after == before:
        return
    save_template(work.session, *after, by=work.by, at=work.now)
    work.record(ReportTemplateChanged(WORD, after[0]))


def template_before(work: UnitOfWork) -> None:
    """Take back the last choice: the edition before it is in force again."""
    earlier = template_editions(work.session, 2)[1:]
    found = template_edition(work.session, earlier[0].id) if earlier else None
    own = found is not None and found.content is not None
    choose_report_template(
        work, template=SoundTemplate(found.name, found.content) if found and own else None
    )
