"""Whole calendars made at once: the product itself joins entries that it has written before."""

from collections.abc import Iterable

from tilsvar.calendar.council import tell
from tilsvar.calendar.entries import Entry
from tilsvar.calendar.ics import join, render_event
from tilsvar.calendar.selection import Selection, listed
from tilsvar.calendar.whole import whole
from tilsvar.store.unit_of_work import UnitOfWork
from tilsvar.wording.language import Language


def render(name: str, entries: Iterable[Entry], lang: Language) -> bytes:
    """A calendar called `name`: its entries by start and uid, whatever their order."""
    in_order = sorted(entries, key=lambda entry: entry.sort_key)
    return join(name, [render_event(entry, lang) for entry in in_order])


def council_entries(work: UnitOfWork, lang: Language, base_url: str, *kinds: str) -> list[Entry]:
    """Whatever the council's calendar holds, of these kinds if any are named."""
    items = listed(work, Selection(kinds=kinds)).items
    told = {item: tell(item, thing, lang, base_url) for item, thing in whole(work, items)}
    return [entry for item in items if (entry := told.get(item)) is not None]
