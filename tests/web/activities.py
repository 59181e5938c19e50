"""Activities of a communications plan in each of their states, as the pages' tests find them."""

from datetime import date

from tilsvar.commands.communications import (
    drop_activity,
    finish_activity,
    plan_activity,
)
from tilsvar.commands.target_groups import register_target_group, retire_target_group
from tilsvar.domain.communications import Activity, Channel
from tilsvar.domain.dates import Edtf
from tilsvar.domain.target_groups import TargetGroup
from tilsvar.store.unit_of_work import UnitOfWork

SUGGESTED, PLANNED, LATE, DONE, DROPPED = "A9-1", "A9-2", "A9-3", "A9-4", "A9-5"


def target_groups(work: UnitOfWork) -> None:
    """Those that the stories choose from, which the example may have brought."""
    for key, name in (("STORTINGET", "Stortinget"), ("KOMMUNENE", "Kommunal sektor")):
        if work.find(TargetGroup, key) is None:
            register_target_group(work, key=key, name=name)


def some_activities(work: UnitOfWork) -> None:
    target_groups(work)
    register_target_group(work, key="PRESSEN", name="Pressen")
    retire_target_group(work, target_group="PRESSEN")
    work.add(
        Activity.suggest(
            SUGGESTED,
            "Bedre helsedata",
            about="letter:L2022-06",
            on=date(2023, 2, 2),
            area="VERDISKAPING",
        )
    )
    for key, when in (
        (PLANNED, "2023-21"),
        (LATE, "2023-01"),
        (DONE, "2022-10"),
        (DROPPED, None),
    ):
        plan_activity(
            work,
            key=key,
            title=f"Kommunene trenger kunnskap, {key}",
            channel=Channel.PRESENTATION,
            target_groups=["KOMMUNENE"],
            wanted_effect="Setter av tid til forskning",
            message="Forskning er en del av tjenesten",
            when=Edtf(when) if when else None,
            responsible="SEK1",
        )
    finish_activity(work, activity=DONE, on=Edtf("2022-10-12"), outcome="Full sal")
    drop_activity(work, activity=DROPPED, why="Møtet ble avlyst")
