"""The whole report of open answers as text: the list, what has changed, what we owe others."""

from dataclasses import replace

from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language
from .both_directions import BothDirections
from .documents.for_reading import for_reading
from .documents.text_file import under_the_lead
from .naming import Naming
from .render_text import unanswered_text
from .unanswered_report import beside_the_list, document_of


def both_in_text(report: BothDirections, work: UnitOfWork, lang: Language) -> str:
    """One table per department and their total; then the rest, as every report is written."""
    found, naming = report.unanswered, Naming(work)
    names = {each.department: naming.title(each.department) for each in found.departments}
    rest = replace(
        document_of(report, naming, lang), sections=beside_the_list(report, naming, lang)
    )
    lines = under_the_lead(for_reading(rest))
    return unanswered_text(found, lang, names) + "\n".join(lines) + "\n"
