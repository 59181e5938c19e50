"""Who has a stake in a theme, in each state that looks different, and whom to turn to there."""

from tilsvar.commands.contacts import add_contact, erase_contact
from tilsvar.commands.stakeholders import (
    correct_stakeholder,
    name_stakeholder,
    remove_stakeholder,
)
from tilsvar.commands.stances import record_stance, withdraw_stance
from tilsvar.domain.dates import Edtf
from tilsvar.domain.stakeholders import Level, StakeholderRole, StanceValue
from tilsvar.store.unit_of_work import UnitOfWork

THEME = "T-KOMMUNELOFT"


def some_stakeholders(work: UnitOfWork) -> None:
    """KDD has changed its mind, NFD is taken off the list, and of two contacts one is erased."""
    record_stance(
        work,
        theme=THEME,
        organisation="KDD",
        stance=StanceValue.SUPPORTS,
        as_of=Edtf("2023-01"),
        source="Samtale",
    )
    record_stance(
        work, theme=THEME, organisation="KDD", stance=StanceValue.OPPOSED, as_of=Edtf("2022")
    )
    withdraw_stance(work, stakeholder=f"{THEME}/KDD", number=2, why="Gjaldt et annet tema")
    correct_stakeholder(
        work,
        stakeholder=f"{THEME}/HOD",
        influence=Level.HIGH,
        interest=Level.MEDIUM,
        known_by=("M01",),
    )
    name_stakeholder(work, theme=THEME, organisation="NFD", role=StakeholderRole.SOCIETY)
    remove_stakeholder(work, stakeholder=f"{THEME}/NFD", why="Svarer ikke for dette")
    for name in ("Kari Kontakt", "Ola Kontakt"):
        add_contact(
            work,
            organisation="HOD",
            function="Avdelingsdirektør",
            purpose="Svarer for brevene om KSF",
            name=name,
            email="kontakt@hod.example",
            themes=[THEME],
        )
    erase_contact(work, contact="HOD-02")
