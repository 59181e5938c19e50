"""What a person says of which things belong to a theme; it wins over the rule, either way."""

from sqlalchemy import delete, insert

from ..domain.belonging import About, BelongsAlready, Claim, DoesNotBelong, NeverBelongs
from ..domain.entity import Entity
from ..domain.events import ThingAddedToTheme, ThingTakenFromTheme
from ..domain.happenings import THINGS
from ..domain.kinds import Kind
from ..domain.themes import Theme
from ..store.belonging_tables import belonging_by_hand
from ..store.timelines import themes_of
from ..store.unit_of_work import UnitOfWork

_HAND = belonging_by_hand.c


def add_to_theme(work: UnitOfWork, *, theme: str, kind: Kind, key: str) -> None:
    """From now on the thing belongs to the theme, whatever its area and its title say.

    Raises Unknown, NeverBelongs and BelongsAlready.
    """
    _say(work, theme, kind, key, belongs=True)
    work.record(ThingAddedToTheme(theme, kind.value, key))


def take_from_theme(work: UnitOfWork, *, theme: str, kind: Kind, key: str) -> None:
    """From now on the thing does not belong to the theme, whatever its area and its title say.

    Raises Unknown, NeverBelongs and DoesNotBelong.
    """
    _say(work, theme, kind, key, belongs=False)
    work.record(ThingTakenFromTheme(theme, kind.value, key))


def settle_belonging(work: UnitOfWork, *, theme: str, kind: Kind, key: str, belongs: bool) -> None:
    """Say either, whatever the timelines show: while a register comes in they are not filled yet.

    Raises Unknown and NeverBelongs.
    """
    _keep(work, theme, kind, key, belongs=belongs)
    told = ThingAddedToTheme if belongs else ThingTakenFromTheme
    work.record(told(theme, kind.value, key))


def _say(work: UnitOfWork, theme: str, kind: Kind, key: str, *, belongs: bool) -> None:
    if kind not in THINGS:
        raise NeverBelongs(thing=key)
    # The thing first and then the theme, as everybody locks them.
    work.get(THINGS[kind][0], key)
    work.get(Theme, theme)
    if belongs is (theme in themes_of(work, kind, key)):
        raise BelongsAlready(thing=key) if belongs else DoesNotBelong(thing=key)
    _keep(work, theme, kind, key, belongs=belongs)


def _keep(work: UnitOfWork, theme: str, kind: Kind, key: str, *, belongs: bool) -> None:
    if kind not in THINGS:
        raise NeverBelongs(thing=key)
    cls: type[Entity] = THINGS[kind][0]
    thing, found = work.get(cls, key), work.get(Theme, theme)
    this = (_HAND.theme == theme, _HAND.kind == kind, _HAND.key == key)
    work.session.execute(delete(belonging_by_hand).where(*this))
    by_rule = Claim.of(theme, found.title, found.area).reason(About.of(thing)) is not None
    # Where the rule says the same, a person has taken back what was said by hand before.
    if belongs is not by_rule:
        work.session.execute(
            insert(belonging_by_hand).values(
                theme=theme, kind=kind, key=key, belongs=belongs, by=work.by, on=work.today
            )
        )
