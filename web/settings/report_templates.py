"""The template of reports in Word: what holds now, and the form that sends in another."""

from ...domain.events import ReportTemplateChanged
from ...domain.sentences import N_
from ...store.report_templates import template_editions
from ...store.unit_of_work import UnitOfWork
from ...wording.history import sentence
from ...wording.language import Language
from ..forms import field
from ..requests.uploads import WithFiles


class TemplateForm(WithFiles):
    """The file comes beside the form; `made_from` is the last change before it was opened."""

    files: list[str] = field(N_("Your own template"), default_factory=list)
    made_from: str = field("", default="")


def template_told(work: UnitOfWork, lang: Language) -> str:
    newest = template_editions(work.session, 1)
    name = newest[0].name if newest else ""
    return sentence(ReportTemplateChanged("docx", name), lang, {})
