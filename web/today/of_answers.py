"""What needs a person about the answers that others owe."""

from ...domain.letters import Letter
from ...domain.obligations import Obligation, ObligationState
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full, edtf
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ..letters.open_letters import outstanding
from ..links import address
from ..names import Names
from .need_lines import Item, Need, need
from .of_people import asked_for
from .put_off import held


def overdue_answers(work: UnitOfWork, names: Names, lang: Language) -> Need | None:
    """Those that no follow-up asks for, drafted or out in time, and that nobody has put off."""
    items, asked, later = [], asked_for(work), held(work, work.today)
    for letter, obligation in outstanding(work):
        due = obligation.due(work.today)
        department = work.succession.on(obligation.recipient, work.today)
        if (letter.key, department) in asked or obligation.key in later:
            continue
        if _asked_in_time(work, obligation, department):
            continue
        if obligation.state(work.today) is ObligationState.OVERDUE and due is not None:
            who = names.label(department)
            since = lang.text("{who} since {day}", who=who, day=day_in_full(due, lang))
            items.append(Item(letter.title, address(letter), since, since, obligation.key))
    n = len(items)
    sentence = lang.plural(
        "{count} answer has not come in time.",
        "{count} answers have not come in time.",
        n,
        count=capitalised(counted(n, lang, "neuter")),
    )
    action = lang.plural("See the letter", "See the letters", n)
    href = items[0].href if n == 1 else "/letters?state=overdue"
    return need("overdue", items, sentence, action, lang, href=href, late=True)


def _asked_in_time(work: UnitOfWork, obligation: Obligation, department: str) -> bool:
    """Whether a follow-up is out whose own date has not passed."""
    asked = obligation.asked_again_in
    follow_up = work.look(Letter, asked) if asked else None
    return follow_up is not None and any(
        work.succession.on(each.recipient, work.today) == department
        and each.state(work.today) is ObligationState.AWAITING
        for each in follow_up.obligations
    )


def without_promise(work: UnitOfWork, names: Names, lang: Language) -> Need | None:
    items, asked, later = [], asked_for(work), held(work, work.today)
    for letter, obligation in outstanding(work):
        department = work.succession.on(obligation.recipient, work.today)
        if (letter.key, department) in asked or obligation.key in later:
            continue
        interim = obligation.interim(work.today)
        if (
            obligation.state(work.today) is ObligationState.INTERIM
            and interim is not None
            and obligation.promised(work.today) is None
        ):
            who = names.label(department)
            when = edtf(interim.received, lang)
            detail = lang.text("{who}, {when}", who=who, when=when)
            mention = lang.text("{who}, {when}: {title}", who=who, when=when, title=letter.title)
            items.append(Item(letter.title, address(letter), detail, mention, obligation.key))
    n = len(items)
    sentence = lang.plural(
        "{count} interim reply names no date.",
        "{count} interim replies name no date.",
        n,
        count=capitalised(counted(n, lang, "neuter")),
    )
    action = lang.plural("See the letter", "See the letters", n)
    href = items[0].href if n == 1 else "/letters?state=interim"
    return need("interim", items, sentence, action, lang, href=href)
