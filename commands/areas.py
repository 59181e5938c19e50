"""The areas of the plan of action: what they are called, and which are still used."""

from ..domain.areas import Area
from ..domain.dates import Edtf
from ..domain.errors import DomainError
from ..domain.working_days import ONE_DAY
from ..store.unit_of_work import UnitOfWork
from .keys import free_key, key_of_name


class AreaNamedTwice(DomainError):
    """There is an area named {name} already: choose another name."""


def register_area(
    work: UnitOfWork,
    *,
    key: str,
    name: str,
    plan: str = "",
    since: Edtf | None = None,
    until: Edtf | None = None,
) -> Area:
    """One with a key of its own, as a register has it. Raises Taken."""
    area = Area.register(key, name, plan, since, until)
    work.add(area)
    return area


def add_area(work: UnitOfWork, *, name: str, plan: str = "") -> Area:
    """A new area to choose, under a key made of its name. Raises AreaNamedTwice."""
    require_own_name(work, name)
    taken = {each.key for each in work.all(Area)}
    key = free_key(key_of_name(name, "AREA"), taken)
    return register_area(work, key=key, name=name, plan=plan)


def name_area(work: UnitOfWork, *, area: str, name: str, plan: str | None = None) -> None:
    """Call it something else; what belongs to it stays with it. Raises AreaNamedTwice, Unknown."""
    require_own_name(work, name, but=area)
    found = work.get(Area, area)
    found.correct(name=name, plan=found.plan if plan is None else plan)


def require_own_name(work: UnitOfWork, name: str, but: str = "") -> None:
    """Raises AreaNamedTwice where another area in use is called so."""
    for each in work.all(Area):
        same = each.name.casefold() == name.casefold()
        if same and each.key != but and each.used_on(work.today):
            raise AreaNamedTwice(name=name)


def retire_area(work: UnitOfWork, *, area: str) -> None:
    """From today nothing new belongs to it; what does stays. Raises NotInUse, Unknown."""
    work.get(Area, area).retire(work.today, work.today - ONE_DAY)


def take_up_area(work: UnitOfWork, *, area: str) -> None:
    """It is used again. Raises InUse, Unknown."""
    found = work.get(Area, area)
    require_own_name(work, found.name, but=area)
    found.take_up(work.today)
