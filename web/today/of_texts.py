"""What is wrong with the council's own texts, so that the usual ones are used in their place."""

from ...commands.letter_texts import unusable_texts
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ...wording.numbers import capitalised, counted
from ..languages import NAMES
from ..refusals import refusal
from ..settings.text_titles import TITLES, text_path
from .need_lines import Item, Need, need


def unusable(work: UnitOfWork, lang: Language) -> Need | None:
    """The texts that somebody has to put right; letters are written all the same."""
    items = tuple(
        Item(
            f"{lang.text(TITLES[name])}, {NAMES[written].lower()}",
            text_path(name, written),
            refusal(fault, lang),
            f"{lang.text(TITLES[name])}, {NAMES[written].lower()}",
        )
        for name, written, fault in unusable_texts(work)
    )
    n = len(items)
    sentence = lang.plural(
        "{count} text of a letter cannot be used; the usual one is.",
        "{count} texts of letters cannot be used; the usual ones are.",
        n,
        count=capitalised(counted(n, lang)),
    )
    action = lang.plural("Put the text right", "Put the texts right", n)
    return need("texts", items, sentence, action, lang)
