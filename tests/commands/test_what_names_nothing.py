"""What is put right may name only what there is, just as what is new may."""

from collections.abc import Callable
from typing import Any

import pytest

from tilsvar.bootstrap import App
from tilsvar.commands.communications import correct_activity, plan_activity, suggest_activity
from tilsvar.commands.corrections import correct_letter
from tilsvar.commands.letters import send_letter
from tilsvar.commands.measures import correct_measure, plan_measure
from tilsvar.commands.notes import correct_note, take_note
from tilsvar.commands.op_eds import correct_op_ed, start_op_ed
from tilsvar.commands.promises import correct_promise, give_promise
from tilsvar.commands.target_groups import register_target_group
from tilsvar.commands.themes import correct_theme, register_theme
from tilsvar.domain.communications import Channel
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import LetterKind
from tilsvar.store.unit_of_work import Office, UnitOfWork, Unknown

NOBODY = "FINNES-IKKE"
LETTER: dict[str, Any] = {"title": "Brev", "sent": Edtf("2023-01"), "recipients": ["HOD"]}
SENT: dict[str, Any] = {
    "sent": Edtf("2023-01"),
    "recipients": ["HOD"],
    "expects_answer": True,
    "kind": LetterKind.LETTER,
}


@pytest.fixture
def office(app: App) -> Office:
    """One of each: theme T1 with its measure, a note, a promise, a letter, an op-ed and so on."""
    with app.office.work(by="SEK1") as work:
        register_theme(work, key="T1", title="Helsedata")
        plan_measure(work, key="T1-01", theme="T1", title="En plan")
        take_note(work, key="N1", organisation="HOD", text="Ringte")
        give_promise(work, key="P1", organisation="HOD", what="Et svar")
        suggest_activity(work, key="A1", title="Kronikk om helsedata")
        send_letter(work, key="L1", **LETTER)
        start_op_ed(work, key="O1", title="Helsedata")
        register_target_group(work, key="KOMMUNER", name="Kommunene")
        work.commit()
    return app.office


@pytest.mark.parametrize(
    "act",
    [
        lambda work: correct_theme(work, theme="T1", area=NOBODY),
        lambda work: correct_theme(work, theme="T1", responsible=NOBODY),
        lambda work: correct_measure(work, measure="T1-01", owner=NOBODY),
        lambda work: correct_measure(work, measure="T1-01", responsible=NOBODY),
        lambda work: correct_note(work, note="N1", organisation=NOBODY),
        lambda work: correct_note(work, note="N1", theme=NOBODY),
        lambda work: correct_note(work, note="N1", by=NOBODY),
        lambda work: correct_promise(work, promise="P1", organisation=NOBODY),
        lambda work: correct_promise(work, promise="P1", theme=NOBODY),
        lambda work: correct_promise(work, promise="P1", responsible=NOBODY),
        lambda work: give_promise(work, organisation="HOD", what="Mer", responsible=NOBODY),
        lambda work: correct_activity(work, activity="A1", theme=NOBODY),
        lambda work: correct_activity(work, activity="A1", area=NOBODY),
        lambda work: correct_activity(work, activity="A1", responsible=NOBODY),
        lambda work: suggest_activity(work, title="En idé", responsible=NOBODY),
        lambda work: plan_activity(
            work,
            activity="A1",
            title="Kronikk",
            channel=Channel.POST,
            target_groups=["KOMMUNER"],
            wanted_effect="De bruker dem",
            responsible=NOBODY,
        ),
        lambda work: send_letter(work, **LETTER, area=NOBODY),
        lambda work: send_letter(work, **LETTER, responsible=NOBODY),
        lambda work: correct_letter(work, letter="L1", **SENT, responsible=NOBODY),
        lambda work: start_op_ed(work, title="Kronikk", area=NOBODY),
        lambda work: correct_op_ed(work, op_ed="O1", responsible=NOBODY),
    ],
)
def test_what_names_nothing_is_refused(office: Office, act: Callable[[UnitOfWork], object]) -> None:
    with office.work(by="SEK1") as work, pytest.raises(Unknown, match=NOBODY):
        act(work)


def test_what_is_named_already_need_not_be_there_any_more_to_stay(office: Office) -> None:
    """A note that the import took is by "import", and can still be put right."""
    with office.work(by="import") as work:
        take_note(work, key="N2", organisation="HOD", text="Ringte")
        work.commit()
    with office.work(by="SEK1") as work:
        found = correct_note(work, note="N2", by="import", text="Ringte igjen")
        assert (found.by, found.text) == ("import", "Ringte igjen")
