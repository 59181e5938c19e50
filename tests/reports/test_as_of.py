"""A report of an earlier day stays as it is, whatever happens afterwards."""

from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from tilsvar.commands.media import record_coverage
from tilsvar.commands.op_eds import start_op_ed, update_op_ed
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import OpEdStatus, ReplyKind
from tilsvar.reports.asked import Asked, Takes
from tilsvar.reports.catalogue import REPORTS, made
from tilsvar.reports.documents.json_file import plain_document
from tilsvar.tests.reports.council import Council
from tilsvar.wording.language import language

AS_OF = date(2023, 2, 3)
LATER = some.sampled_from(
    ["2023-02-04", "2023-02", "2023-03-01", "2023-21", "2023", "../2023-03-08"]
)
OF_A_DAY = [each for each in REPORTS.values() if Takes.PERSON not in each.takes]


def seen(council: Council) -> dict[str, object]:
    with council.reading() as work:
        return {
            each.name: plain_document(made(work, each, Asked(AS_OF), language("nb")))
            for each in OF_A_DAY
        }


def answer(council: Council, letter: str, on: str) -> None:
    council.receive(letter, "HOD", on)


def interim(council: Council, letter: str, on: str) -> None:
    council.receive(letter, "HOD", on, kind=ReplyKind.INTERIM, promised=Edtf("2023-06"))


def another_letter(council: Council, _letter: str, on: str) -> None:
    council.send(on, "KD", "NFD")


def follow_up(council: Council, letter: str, on: str) -> None:
    council.send(on, "HOD", follows_up=(letter,), expects_answer=False)


def op_ed(council: Council, _letter: str, on: str) -> None:
    with council.work() as work:
        draft = start_op_ed(work, title="Kronikk", on=Edtf(on).last)
        update_op_ed(
            work,
            op_ed=draft.key,
            status=OpEdStatus.PUBLISHED,
            outlet="HOD",
            on=Edtf(on),
            leaps=True,
        )
        work.commit()


def printed(council: Council, _letter: str, on: str) -> None:
    with council.work() as work:
        record_coverage(work, title="Omtale", on=Edtf(on))
        work.commit()


HAPPENS: list[Callable[[Council, str, str], None]] = [
    answer,
    interim,
    another_letter,
    follow_up,
    op_ed,
    printed,
]


def is_answered(happening: tuple[Callable[[Council, str, str], None], str]) -> object:
    """A letter is answered once; all the rest may happen again and again."""
    return answer if happening[0] is answer else object()


@given(
    later=some.lists(
        some.tuples(some.sampled_from(HAPPENS), LATER),
        min_size=1,
        max_size=4,
        unique_by=is_answered,
    )
)
@settings(
    max_examples=5,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_what_happens_later_changes_no_report_of_an_earlier_day(
    council: Council, later: list[tuple[Callable[[Council, str, str], None], str]]
) -> None:
    council.today_is("2023-12-31")
    letter = council.send("2022-10-03", "HOD", "KD")
    before = seen(council)
    for happens, on in later:
        happens(council, letter, on)

    assert seen(council) == before
