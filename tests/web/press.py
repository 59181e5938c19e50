"""An outlet that says what it takes, coverage of which one was withdrawn, and spokespersons."""

from tilsvar.commands.media import (
    describe_outlet,
    name_speaker,
    record_coverage,
    withdraw_coverage,
)
from tilsvar.domain.dates import Edtf
from tilsvar.domain.media import CoverageSort
from tilsvar.store.unit_of_work import UnitOfWork


def some_press(work: UnitOfWork) -> None:
    """Coverage MO2021-01 is a reader's comment on O2021-01; MO2021-02 was withdrawn."""
    describe_outlet(
        work,
        outlet="DM",
        longest=5000,
        lead_days=7,
        submit_to="debatt@dm.example",
        note="Til debatt",
    )
    record_coverage(
        work,
        title="Kommentar fra leser",
        on=Edtf("2021-02-18"),
        sort=CoverageSort.READER_COMMENT,
        outlet="DM",
        url="https://dm.example/kommentar",
        op_ed="O2021-01",
        theme="T-KOMMUNELOFT",
        note="Savner legevakten.",
    )
    record_coverage(
        work,
        title="Svar fra rådsleder",
        on=Edtf("2021-02"),
        sort=CoverageSort.ANSWER,
        outlet="DM",
        op_ed="O2021-01",
        speaker="LEDER",
    )
    withdraw_coverage(work, coverage="MO2021-02", why="Registrert to ganger")
    name_speaker(work, person="LEDER")
    name_speaker(work, person="M01", area="KOMMUNELOFT")
    name_speaker(work, person="M01", theme="T-KOMMUNELOFT")
