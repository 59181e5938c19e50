"""Facts about media: what an outlet takes, what was said about our work, who speaks for us."""

from ..domain.areas import Area
from ..domain.dates import Edtf
from ..domain.errors import DomainError
from ..domain.letters import Letter
from ..domain.media import (
    MEDIA,
    Coverage,
    CoverageAheadOfTime,
    CoverageSort,
    Outlet,
    Speaker,
    speaker_key,
)
from ..domain.op_eds import OpEd
from ..domain.organisations import Organisation
from ..domain.past import happened
from ..domain.people import Person
from ..domain.themes import Theme
from ..store.unit_of_work import UnitOfWork
from .council import register_organisation
from .keys import next_key
from .naming import Classes, require_known


class SpeaksNoMore(DomainError):
    """{person} has no role in the council today, and cannot speak for it."""


class DoesNotSpeak(DomainError):
    """{person} is not named as a spokesperson on that."""


class NothingTold(DomainError):
    """Give the coverage a title: what it was called where it was printed or sent."""


_KNOWN: Classes = {
    "outlet": Organisation,
    "op_ed": OpEd,
    "theme": Theme,
    "letter": Letter,
    "speaker": Person,
}
"""What a coverage names by keys."""


def register_outlet(work: UnitOfWork, *, key: str, name: str) -> Organisation:
    """A new organisation that is an outlet. Raises Taken."""
    return register_organisation(work, key=key, name=name, kind=MEDIA)


def describe_outlet(
    work: UnitOfWork,
    *,
    outlet: str,
    longest: int | None = None,
    lead_days: int | None = None,
    submit_to: str = "",
    note: str = "",
) -> Outlet:
    """Say what an outlet takes: characters with spaces, days before, where texts are sent.

    Raises Unknown for an organisation that is not registered, NotALength and NotALeadTime.
    """
    key = work.known(Organisation, outlet)
    found = work.find(Outlet, key)
    if found is None:
        found = Outlet(key)
        work.add(found)
    found.describe(
        longest=longest, lead_days=lead_days, submit_to=submit_to.strip(), note=note.strip()
    )
    return found


def record_coverage(
    work: UnitOfWork,
    *,
    title: str,
    on: Edtf | None = None,
    key: str | None = None,
    sort: CoverageSort = CoverageSort.COVERAGE,
    outlet: str | None = None,
    url: str = "",
    op_ed: str | None = None,
    theme: str | None = None,
    letter: str | None = None,
    speaker: str | None = None,
    note: str = "",
) -> Coverage:
    """Record what was said about the council's work; `on` is its day in Oslo, else today.

    Raises NothingTold, CoverageAheadOfTime, NotALink, and Unknown for a key.
    """
    on = on or Edtf.on(work.today)
    _require_sound(work, title, on)
    keys = {"outlet": outlet, "op_ed": op_ed, "theme": theme, "letter": letter, "speaker": speaker}
    require_known(work, _KNOWN, keys)
    found = Coverage.of(
        key or next_key(work, Coverage, f"MO{on.first.year}"),
        title.strip(),
        on,
        sort=sort,
        url=url,
        note=note.strip(),
        **keys,
    )
    work.add(found)
    return found


def correct_coverage(work: UnitOfWork, *, coverage: str, **values: object) -> Coverage:
    """Put right what was registered wrongly; what is not named stays.

    Raises what `record_coverage` does.
    """
    found = work.get(Coverage, coverage)
    on = values.get("on", found.on)
    _require_sound(
        work, str(values.get("title", found.title)), on if isinstance(on, Edtf) else None
    )
    require_known(work, _KNOWN, values, found)
    found.correct(**values)
    return found


def withdraw_coverage(work: UnitOfWork, *, coverage: str, why: str = "") -> None:
    work.get(Coverage, coverage).withdraw(why)


def restore_coverage(work: UnitOfWork, *, coverage: str) -> None:
    work.get(Coverage, coverage).restore()


def name_speaker(
    work: UnitOfWork, *, person: str, theme: str | None = None, area: str | None = None
) -> Speaker:
    """Let somebody speak for the council: on a theme, on an area, or on everything.

    Raises Unknown, SpeaksNoMore for whoever has no role today, and SpeaksOnOneThing.
    """
    if not work.view(Person, person).active_on(work.today):
        raise SpeaksNoMore(person=person)
    if theme:
        work.known(Theme, theme)
    if area:
        work.known(Area, area)
    found = work.find(Speaker, speaker_key(person, theme=theme, area=area))
    if found is None:
        found = Speaker.of(person, theme=theme or None, area=area or None)
        work.add(found)
    found.name()
    return found


def unname_speaker(
    work: UnitOfWork, *, person: str, theme: str | None = None, area: str | None = None
) -> Speaker:
    """From now on they do not speak on that. Raises DoesNotSpeak and SpeaksOnOneThing."""
    found = work.find(Speaker, speaker_key(person, theme=theme, area=area))
    if found is None or found.ended:
        raise DoesNotSpeak(person=person)
    found.unname()
    return found


def _require_sound(work: UnitOfWork, title: str, on: Edtf | None) -> None:
    if not title.strip():
        raise NothingTold
    if on is not None:
        happened(on, work.today, CoverageAheadOfTime)
