"""What an outlet takes, in words: how long a text, how early, and where it is sent."""

from datetime import date

from ...domain.media import Outlet
from ...domain.organisations import Organisation
from ...wording.dates import day_in_full
from ...wording.language import Language
from ...wording.numbers import grouped
from ...wording.periods import days
from ..facts import Fact, known


def characters(n: int, lang: Language) -> str:
    """A length with spaces: "5 000 tegn"."""
    return lang.plural("{count} character", "{count} characters", n, count=grouped(n, lang))


def early(lead_days: int, lang: Language) -> str:
    """How long before the wanted day: "7 dager før", "samme dag"."""
    if lead_days == 0:
        return lang.text("the same day")
    return lang.text("{days} before", days=days(lead_days, lang))


def takes(found: Outlet, name: str, lang: Language) -> str:
    """One sentence on it, empty where neither length nor time is known."""
    longest = characters(found.longest, lang) if found.longest is not None else ""
    when = early(found.lead_days, lang) if found.lead_days is not None else ""
    if longest and when:
        return lang.text(
            "{outlet} takes {characters} and wants the text {when}.",
            outlet=name,
            characters=longest,
            when=when,
        )
    if longest:
        return lang.text("{outlet} takes {characters}.", outlet=name, characters=longest)
    if when:
        return lang.text("{outlet} wants the text {when}.", outlet=name, when=when)
    return ""


def last_day(found: Outlet, wanted: date, today: date, lang: Language) -> str:
    """By when it is to be submitted to stand on the wanted day, empty where nobody knows."""
    last = found.last_day(wanted)
    if last is None:
        return ""
    facts = {"wanted": day_in_full(wanted, lang), "last": day_in_full(last, lang)}
    if last < today:
        return lang.text("To be printed on {wanted} it was to be submitted by {last}.", **facts)
    return lang.text("To be printed on {wanted} it is submitted by {last} at the latest.", **facts)


def fits(found: Outlet, text: str, lang: Language) -> str:
    """Whether that draft fits there, empty where nobody knows."""
    if found.longest is None or not text.strip():
        return ""
    over = found.too_long(text)
    length = characters(len(text.strip()), lang)
    if over:
        return lang.text(
            "The draft has {length}: {over} too many.", length=length, over=characters(over, lang)
        )
    return lang.text("The draft has {length}, and fits.", length=length)


def outlet_facts(outlet: Outlet, found: Organisation, lang: Language) -> list[Fact]:
    """What is known of one outlet, as labels and values."""
    where = outlet.submit_to
    return known(
        Fact(
            lang.text("Length, with spaces"),
            characters(outlet.longest, lang) if outlet.longest is not None else "",
        ),
        Fact(
            lang.text("Wants the text"),
            early(outlet.lead_days, lang) if outlet.lead_days is not None else "",
        ),
        Fact(lang.text("Where it is submitted"), where, _link(where)),
        Fact(lang.text("Note"), outlet.note),
        Fact(lang.text("E-mail"), found.email, f"mailto:{found.email}" if found.email else None),
    )


def _link(where: str) -> str | None:
    """The link behind an address of either sort, None for other words."""
    if " " in where or not where.isprintable():
        return None
    if where.startswith(("https://", "http://")):
        return where
    return f"mailto:{where}" if "@" in where.strip("@") else None
