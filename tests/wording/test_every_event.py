"""Whatever an event holds, its sentence is whole in each language and shows no trace of code."""

import dataclasses
import re
from datetime import date
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilsvar.domain import events, words
from tilsvar.domain.areas import Area
from tilsvar.domain.communications import Activity
from tilsvar.domain.consultations import Consultation
from tilsvar.domain.contacts import ContactFunction
from tilsvar.domain.dates import Edtf
from tilsvar.domain.deadlines import Deadline
from tilsvar.domain.events import Event, catalogue
from tilsvar.domain.kinds import ConsultationStatus, OpEdStatus, Role, SignOffCode
from tilsvar.domain.ladders import DEFAULTS
from tilsvar.domain.letter_texts import LetterText
from tilsvar.domain.letters import Letter
from tilsvar.domain.measures import Measure
from tilsvar.domain.media import Coverage, CoverageSort
from tilsvar.domain.meetings import Meeting
from tilsvar.domain.op_eds import OpEd
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.people import Person
from tilsvar.domain.points import Uptake
from tilsvar.domain.stages import DecisionPoint, Outcome, Stage
from tilsvar.domain.stakeholders import Stakeholder, StakeholderRole, StanceValue
from tilsvar.domain.themes import Theme
from tilsvar.wording.history import sentence
from tilsvar.wording.language import LANGUAGES, language

NAMES = {
    "HOD": "Helse- og omsorgsdepartementet",
    "KDD": "Kommunal- og distriktsdepartementet",
    "LEDER": "Rådslederen",
}
KEYS = st.sampled_from(["HOD", "KMD", "KDD", "NFD", "DM"])
DATES = st.sampled_from(
    [Edtf(text) for text in ("2021-09-10", "2023-05", "2023-21", "2023", "../2023-03-08")]
)
DAYS = st.dates(date(2016, 1, 1), date(2030, 12, 31))
RUNGS = sorted({rung.name for ladder in DEFAULTS.values() for rung in ladder.rungs})
BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "about_kind": st.sampled_from(["", "letter", "consultation", "meeting"]),
    "changed": st.lists(st.sampled_from(sorted(words.FIELDS)), min_size=1, unique=True).map(tuple),
    "basis": st.sampled_from(["", "Utredningsinstruksen punkt 3-3. "]),
    "code": st.sampled_from([each.value for each in SignOffCode]),
    "from_hour": st.sampled_from(["07:30", "13:00"]),
    "hour": st.sampled_from([None, "07:30", "13:00"]),
    "letter_kind": st.sampled_from(["letter", "memo", "submission"]),
    "letter_text": st.sampled_from([each.value for each in LetterText]),
    "ladder": st.sampled_from(sorted(DEFAULTS)),
    "period": st.sampled_from(["1 month", "2 weeks", "14 calendar days", "10 working days"]),
    "role": st.sampled_from([each.value for each in Role]),
    "rung": st.sampled_from(RUNGS),
    "verdict": st.sampled_from(["open", "taken", "not_taken"]),
    "stakeholder_role": st.sampled_from([each.value for each in StakeholderRole]),
    "stance": st.sampled_from([each.value for each in StanceValue]),
    "written": st.sampled_from(["nb", "nn"]),
    "point": st.sampled_from([each.value for each in DecisionPoint]),
    "stage": st.sampled_from(["", *(each.value for each in Stage)]),
    "stage_before": st.sampled_from(["", *(each.value for each in Stage)]),
    "outcome": st.sampled_from([each.value for each in Outcome]),
    "case": st.sampled_from(["", "43/5/2021"]),
    "sign_off": st.sampled_from(["", *(each.value for each in SignOffCode)]),
    "sort": st.sampled_from([each.value for each in CoverageSort]),
    "uptake": st.sampled_from([each.value for each in Uptake]),
}
STATUSES: dict[type[Event], type[ConsultationStatus] | type[OpEdStatus]] = {
    events.ConsultationTakenUp: ConsultationStatus,
    events.OpEdStarted: OpEdStatus,
}
WRITTEN = ["", "Avtalt på telefon. "]
CORRECTED = [*WRITTEN, "corrected"]
REASONS: dict[type[Event], list[str]] = {
    events.AnswerDueMoved: [*CORRECTED, "promise", "withdrawn", "rule", "calendar", "in_letter"],
    events.ReplyWithdrawn: CORRECTED,
    events.SignOffWithdrawn: CORRECTED,
    events.LetterWithdrawn: CORRECTED,
    events.FollowUpRejected: WRITTEN,
    events.ConsultationDeclined: WRITTEN,
    events.DeadlineCancelled: WRITTEN,
    events.AttachmentWithdrawn: WRITTEN,
    events.CommentJudged: WRITTEN,
    events.NoteWithdrawn: WRITTEN,
    events.PointWithdrawn: WRITTEN,
    events.PromiseDropped: WRITTEN,
    events.PromiseWithdrawn: WRITTEN,
    events.CoverageWithdrawn: WRITTEN,
    events.StanceWithdrawn: WRITTEN,
    events.StakeholderRemoved: WRITTEN,
    events.DaysClosed: ["Fellesferie"],
    events.DaysOpened: ["Fellesferie"],
    events.PauseSet: ["", "Julefri. "],
    events.PauseEnded: [""],
    events.DecisionWithdrawn: [*CORRECTED, "Feil møte"],
    events.ThemeSetAside: ["Venter på stortingsmeldingen."],
    events.MeasureDropped: ["Departementet gjør det selv"],
}
BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    Edtf: DATES,
    bool: st.booleans(),
    date: DAYS,
    float: st.sampled_from([0.4, 0.5, 0.51, 0.667]),
    int: st.integers(1, 3),
    str: KEYS,
    tuple[int, ...]: st.just((1,)),
    tuple[str, ...]: st.lists(KEYS, min_size=1, max_size=4, unique=True).map(tuple),
    type(None): st.none(),
}
CODES = {
    *(each.value for each in (*ConsultationStatus, *OpEdStatus, *Role)),
    *("promise", "withdrawn", "calendar", "corrected", "in_letter", *words.FIELDS, *RUNGS),
} - {"plan", "status", "quorum"}
"""Words that only the system uses, but for those that are Norwegian too."""


def any_of(cls: type[Event]) -> st.SearchStrategy[Event]:
    hints = get_type_hints(cls)
    return st.builds(
        cls, **{each.name: _values(cls, each.name, hints) for each in dataclasses.fields(cls)}
    )


def _values(cls: type[Event], name: str, hints: dict[str, Any]) -> st.SearchStrategy[Any]:
    if name == "status":
        return st.sampled_from([each.value for each in STATUSES[cls]])
    if name == "why":
        return st.sampled_from(REASONS[cls])
    if name in BY_NAME:
        return BY_NAME[name]
    hint = hints[name]
    if hint in BY_TYPE:
        return BY_TYPE[hint]
    return st.one_of([BY_TYPE[each] for each in get_args(hint)])


@pytest.mark.parametrize("cls", catalogue().values(), ids=catalogue())
@given(data=st.data())
def test_every_event_makes_sentences_without_a_trace_of_the_system(
    cls: type[Event], data: st.DataObject
) -> None:
    event = data.draw(any_of(cls))

    for code in LANGUAGES:
        said = sentence(event, language(code), NAMES)
        assert said.endswith(".")
        assert not re.search(r"[{}_]|None|  |\.\.|\b(on on|at at)\b", said), said
        assert said[0] == said[0].upper()
    norwegian = sentence(event, language("nb"), NAMES)
    found = set(re.findall(r"[-+\w]+", norwegian)) & CODES
    assert not found, norwegian


@pytest.mark.parametrize(
    "cls",
    [
        Activity,
        Area,
        Consultation,
        ContactFunction,
        Coverage,
        Deadline,
        Letter,
        Measure,
        Meeting,
        OpEd,
        Organisation,
        Person,
        Stakeholder,
        Theme,
    ],
)
def test_every_field_that_can_be_corrected_has_a_word(cls: type[Any]) -> None:
    kept_by_the_system = {
        *("key", "uid", "created", "modified", "sequence", "version", "touches", "obligations"),
        *("withdrawn", "followed", "papers_sent", "minutes_sent"),
        *("minutes_approved_in", "step", "planned", "meeting"),
        *("suggested_on", "with_op_ed", "done_on", "why_not", "lapsed"),
        *("told", "set_aside", "decisions"),
        *("theme", "why", "removed", "heard", "hearings", "stance_version", "stances", "erased"),
        "awaited",
    }
    fields = {each.name for each in dataclasses.fields(cls)}
    assert fields - kept_by_the_system <= set(words.FIELDS)
