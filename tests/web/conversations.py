"""What was said and promised, for whoever looks at the pages or tries their doors."""

from tilsvar.commands.notes import take_note, withdraw_note
from tilsvar.commands.points import judge_point, raise_point, withdraw_point
from tilsvar.commands.promises import give_promise, keep_promise, withdraw_promise
from tilsvar.commands.public_list import show_publicly
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind
from tilsvar.domain.points import Uptake
from tilsvar.store.unit_of_work import UnitOfWork

NOTE, PROMISE, POINT = "N2022-01", "P2022-01", "L2022-06-01"


def some_conversations(work: UnitOfWork) -> None:
    """A talk with KD about the municipalities, and what was promised in the dialogue meeting.

    N2022-02 was written twice; P2022-02 was kept, and P2022-03 never given.
    """
    take_note(
        work,
        key=NOTE,
        organisation="KD",
        text="KD vil gjerne se et regnestykke.\n\nDe tar det opp internt før jul.",
        on=Edtf("2022-11-15"),
        theme="T-KOMMUNELOFT",
    )
    give_promise(
        work,
        key=PROMISE,
        organisation="HOD",
        what="Departementet sender rådet et utkast til mandat",
        given=Edtf("2022-09-27"),
        by_when=Edtf("2022-12"),
        theme="T-KOMMUNELOFT",
        said_in="meeting:M2022-08",
    )
    take_note(work, key="N2022-02", organisation="KD", text="To ganger", on=Edtf("2022-11-15"))
    withdraw_note(work, note="N2022-02", why="Skrevet to ganger")
    for key, what in (
        ("P2022-02", "Departementet inviterer til et nytt møte"),
        ("P2022-03", "Departementet dekker reisen"),
    ):
        give_promise(work, key=key, organisation="HOD", what=what, given=Edtf("2022-09-27"))
    keep_promise(work, promise="P2022-02", on=Edtf("2022-11"))
    withdraw_promise(work, promise="P2022-03", why="Det ble ikke sagt")
    some_points(work)


def some_points(work: UnitOfWork) -> None:
    """What L2022-06 asked for: the first is partly taken up, of the second nobody knows.

    The third stood there twice.
    """
    raise_point(work, letter="L2022-06", text="Et nasjonalt program for næringsutvikling")
    raise_point(work, letter="L2022-06", text="Mer forskning i kommunene")
    judge_point(
        work,
        point=POINT,
        uptake=Uptake.PARTLY,
        where="https://www.example.org/melding",
        on=Edtf("2023-01"),
    )
    twice = raise_point(work, letter="L2022-06", text="Mer forskning i kommunene, takk")
    withdraw_point(work, point=twice.key, why="Skrevet to ganger")
    show_publicly(work, kind=Kind.LETTER, key="L2022-06", address="https://www.example.org/brev")
