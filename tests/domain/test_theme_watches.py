"""What is watched around a theme: its rest, its owners' silence, stances, measures and promises."""

from datetime import date

import pytest

from tilsvar.domain.dates import Edtf
from tilsvar.domain.events import StakeholderGoneQuiet, StanceStale, ThemeIdle
from tilsvar.domain.kinds import Kind
from tilsvar.domain.ladders import LadderBook
from tilsvar.domain.measures import Measure
from tilsvar.domain.organisations import Organisation, Succession
from tilsvar.domain.parties import parties
from tilsvar.domain.promises import Promise
from tilsvar.domain.stages import Stage
from tilsvar.domain.stakeholders import Stakeholder, StakeholderRole, StanceValue
from tilsvar.domain.theme_watches import of_theme
from tilsvar.domain.themes import Theme
from tilsvar.domain.watch import Watch
from tilsvar.domain.watches import bell, watched

TODAY = date(2023, 2, 3)
BOOK = LadderBook()


def theme() -> Theme:
    return Theme.register("T1", "Et tema", date(2022, 11, 1), stage=Stage.ANALYSIS)


def stakeholder(
    organisation: str,
    heard: date | None = None,
    role: StakeholderRole = StakeholderRole.OWNER,
    stance: tuple[StanceValue, str] | None = None,
) -> Stakeholder:
    found = Stakeholder.of("T1", organisation, role)
    found.hear(heard)
    if stance is not None:
        found.take_stance(stance[0], Edtf(stance[1]), TODAY)
    return found


def watches(*rows: Stakeholder, succession: Succession | None = None) -> list[Watch]:
    line = succession or Succession({})
    return of_theme(theme(), parties(rows, line, TODAY))


def keys(*rows: Stakeholder) -> list[str]:
    return [each.key for each in watches(*rows) if each.kind is Kind.STAKEHOLDER]


def test_a_theme_rests_from_the_day_on_which_it_last_moved() -> None:
    found = theme()
    (rest,) = of_theme(found, [])
    assert (rest.key, rest.group, rest.ladder) == ("T1/idle", "T1", "theme_idle")
    assert (rest.anchor, rest.version) == (Edtf("2022-11-01"), 1)

    found.touch(date(2022, 12, 1))
    found.touch(date(2022, 11, 15))
    (rest,) = of_theme(found, [])
    assert (rest.anchor, rest.version) == (Edtf("2022-12-01"), 2)
    assert bell(BOOK.ladder("theme_idle").rung("+90d"), [rest]) == ThemeIdle(
        "T1", "+90d", date(2022, 12, 1), (2,)
    )


def test_only_owners_are_listened_for_from_when_they_were_heard_or_the_council_listened() -> None:
    day = date(2022, 6, 1)
    assert keys(stakeholder("HOD", day)) == ["T1/HOD"]
    assert keys(stakeholder("HOD")) == []
    assert keys(stakeholder("HOD", day, StakeholderRole.INTERESTED)) == []
    silent = stakeholder("HOD")
    assert silent.await_word(day)
    (watch,) = watches(silent)[1:]
    assert (watch.anchor, watch.version) == (Edtf("2022-06-01"), 1)
    assert not silent.await_word(day)
    assert silent.await_word(date(2022, 7, 1))  # it has come back, and has time anew
    assert [each.version for each in watches(silent)[1:]] == [2]
    silent.hear(date(2022, 8, 1))
    assert watches(silent)[1].anchor == Edtf("2022-08-01")
    assert not silent.await_word(TODAY)
    assert not stakeholder("HOD", role=StakeholderRole.SOCIETY).await_word(day)
    gone = stakeholder("HOD", day, stance=(StanceValue.SUPPORTS, "2022"))
    gone.remove("")
    assert keys(gone) == []


@pytest.mark.parametrize(
    ("role", "value", "watched_for"),
    [
        (StakeholderRole.OWNER, StanceValue.OPPOSED, True),
        (StakeholderRole.INTERESTED, StanceValue.PARTLY, True),
        (StakeholderRole.SOCIETY, StanceValue.SUPPORTS, False),
        (StakeholderRole.OWNER, StanceValue.UNKNOWN, False),
    ],
)
def test_a_stance_grows_old_where_somebody_has_one(
    role: StakeholderRole, value: StanceValue, *, watched_for: bool
) -> None:
    found = keys(stakeholder("HOD", role=role, stance=(value, "2022-09")))
    assert found == (["T1/HOD/stance"] if watched_for else [])


def test_owners_whose_day_has_come_are_named_together() -> None:
    day, later = date(2020, 9, 30), date(2020, 10, 5)
    quiet = watches(stakeholder("HOD", later), stakeholder("KD", day))[1:]
    rung = BOOK.ladder("stakeholder_quiet").rung("+180d")
    told = bell(rung, quiet)
    assert told == StakeholderGoneQuiet("T1", ("HOD", "KD"), "+180d", day, (2, 2))
    assert told.objects == ("T1/HOD", "T1/KD")

    asked = [stakeholder("HOD", stance=(StanceValue.PARTLY, "2020-09"))]
    stale = bell(BOOK.ladder("stance_stale").rung("+365d"), watches(*asked)[1:])
    assert stale == StanceStale("T1", ("HOD",), "+365d", Edtf("2020-09"), (2,))
    assert stale.objects == ("T1/HOD/stance",)


def test_whoever_was_taken_over_is_watched_once_with_what_both_have_said() -> None:
    old = Organisation.register("KMD", "Kommunaldepartementet", "ministry")
    old.succeeded_by("KDD", date(2022, 1, 1))
    succession = Succession.of([old])
    before = stakeholder("KMD", date(2020, 9, 30), stance=(StanceValue.PARTLY, "2020-09"))
    alone = watches(before, succession=succession)[1:]
    assert [each.key for each in alone] == ["T1/KMD", "T1/KMD/stance"]

    after = stakeholder("KDD", date(2022, 9, 27), stance=(StanceValue.SUPPORTS, "2022-09"))
    quiet, stance = watches(before, after, succession=succession)[1:]
    assert (quiet.key, quiet.anchor) == ("T1/KDD", Edtf("2022-09-27"))
    assert (stance.key, stance.anchor) == ("T1/KDD/stance", Edtf("2022-09"))


def test_a_measure_is_watched_by_the_day_to_follow_it_up_while_it_is_open() -> None:
    measure = Measure.plan("M1", "T1", "Nasjonal node", follow_up=Edtf("2023-21"))
    (found,) = watched(measure)
    assert (found.key, found.ladder, found.anchor) == ("M1", "measure", Edtf("2023-21"))
    measure.done(Edtf("2023-02-01"))
    assert watched(measure) == watched(Measure.plan("M2", "T1", "Uten dato")) == []


def test_a_promise_is_watched_by_the_last_day_on_which_it_can_be_kept() -> None:
    promise = Promise.give("P1", "HOD", Edtf("2022-09"), "En plan", by_when=Edtf("2023-21"))
    (found,) = watched(promise)
    assert (found.ladder, found.anchor) == ("promised", Edtf("2023-05-31"))
    promise.keep(Edtf("2023-02-01"))
    assert watched(promise) == []
