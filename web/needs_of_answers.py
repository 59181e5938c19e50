"""What needs a person about the answers that others owe."""

from ..domain.obligations import ObligationState
from ..store.unit_of_work import UnitOfWork
from ..wording.dates import day_in_full, edtf
from ..wording.language import Language
from ..wording.numbers import capitalised, counted
from .links import address
from .names import Names
from .need_lines import Item, Need, mentions
from .open_letters import outstanding


def overdue_answers(work: UnitOfWork, names: Names, lang: Language) -> Need | None:
    items = []
    for letter, obligation in outstanding(work):
        due = obligation.due(work.today)
        if obligation.state(work.today) is ObligationState.OVERDUE and due is not None:
            who = names.label(work.succession.on(obligation.recipient, work.today))
            since = lang.text("{who} since {day}", who=who, day=day_in_full(due, lang))
            items.append(Item(letter.title, address(letter), since, since))
    if not items:
        return None
    n = len(items)
    sentence = lang.plural(
        "{count} answer has not come in time.",
        "{count} answers have not come in time.",
        n,
        count=capitalised(counted(n, lang, "neuter")),
    )
    action = lang.plural("See the letter", "See the letters", n)
    href = items[0].href if n == 1 else "/letters?state=overdue"
    return Need("overdue", sentence, mentions(items, lang), action, href, tuple(items), late=True)


def without_promise(work: UnitOfWork, names: Names, lang: Language) -> Need | None:
    items = []
    for letter, obligation in outstanding(work):
        interim = obligation.interim(work.today)
        if (
            obligation.state(work.today) is ObligationState.INTERIM
            and interim is not None
            and obligation.promised(work.today) is None
        ):
            who = names.label(work.succession.on(obligation.recipient, work.today))
            when = edtf(interim.received, lang)
            detail = lang.text("{who}, {when}", who=who, when=when)
            mention = lang.text("{who}, {when}: {title}", who=who, when=when, title=letter.title)
            items.append(Item(letter.title, address(letter), detail, mention))
    if not items:
        return None
    n = len(items)
    sentence = lang.plural(
        "{count} interim reply names no date.",
        "{count} interim replies name no date.",
        n,
        count=capitalised(counted(n, lang, "neuter")),
    )
    action = lang.plural("See the letter", "See the letters", n)
    href = items[0].href if n == 1 else "/letters?state=interim"
    return Need("interim", sentence, mentions(items, lang), action, href, tuple(items))
