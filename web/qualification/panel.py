"""What the page of a theme says of its qualification form."""

from dataclasses import dataclass

from starlette.requests import Request

from ...commands.qualification import form_of
from ...domain.qualification import FormField, FormVersion
from ...domain.themes import Theme
from ...domain.words import FIELDS
from ...store.clock import local_day
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ...wording.lists import joined
from ..access import sends
from ..deeds.acting import reader_of
from ..names import Names
from .versions import form_address

SHOWN = 280
"""How many characters of the problem are shown; the form has it all."""


@dataclass(frozen=True)
class FormPanel:
    """`said` names the version, empty before there is any; `missing` what is not answered yet."""

    path: str
    edit: str
    said: str
    problem: str
    missing: str


def form_panel(
    request: Request, theme: Theme, work: UnitOfWork, names: Names, lang: Language
) -> FormPanel:
    """How far the form is filled in; `edit` is empty for whoever may not."""
    path, now = form_address(theme.key), form_of(work, theme.key)
    edit = f"{path}/edit" if sends(request, reader_of(request).role, f"{path}/edit") else ""
    if now is None:
        return FormPanel(path, edit, "", "", "")
    said = lang.text(
        "Version {number}, {day}, {who}",
        number=now.number,
        day=day_in_full(local_day(now.at, work.office.zone), lang),
        who=names.people.get(now.by, now.by),
    )
    return FormPanel(
        path, edit, said, _short(now.answers.get(FormField.PROBLEM, "")), _missing(now, lang)
    )


def _short(text: str) -> str:
    """The beginning of a text, cut between two words."""
    said = " ".join(text.split())
    return said if len(said) <= SHOWN else f"{said[:SHOWN].rpartition(' ')[0]} …"


def _missing(now: FormVersion, lang: Language) -> str:
    missing = [lang.text(FIELDS[each.value]) for each in FormField if each not in now.answers]
    if not missing:
        return lang.text("All questions are answered.")
    return lang.text("Not filled in yet: {questions}.", questions=joined(missing, lang))
