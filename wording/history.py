"""What has happened, one sentence an event, as the history page and a letter's page tell it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, time
from typing import Any

from ..domain import words
from ..domain.dates import Edtf
from ..domain.due_dates import Period
from ..domain.events import Event
from ..domain.kinds import Role, SignOffCode
from ..domain.letter_texts import LetterText
from ..domain.media import CoverageSort
from ..domain.stages import Stage
from ..domain.stakeholders import StakeholderRole, StanceValue
from .dates import edtf, on_the_wall, when
from .language import Language
from .lists import joined
from .periods import days, period, working_days

Names = Mapping[str, str]


def sentence(event: Event, lang: Language, names: Names) -> str:
    """The event in one or two short sentences, without its own date of recording.

    `names` gives people and organisations by key ("HOD" → "Helse- og omsorgsdepartementet"); a key
    that is not there stands for itself, so that the history stays readable without anybody's name.
    """
    facts: dict[str, str] = {}
    for field in fields(event):
        value = getattr(event, field.name)
        if value is not None:
            facts.update(_said(field.name, value, lang, names))
    return lang.text(event.sentence, **facts)


def rung_in_words(name: str, lang: Language) -> str:
    """How far a rung stands from its date: `+10wd` is "10 virkedager", `-21d` "21 dager"."""
    found = re.fullmatch(r"(?:end)?[+-]?([0-9]+)(wd|d)", name)
    if found is None:
        return name
    return (working_days if found[2] == "wd" else days)(int(found[1]), lang)


def sign_off_in_words(code: str, lang: Language) -> str:
    """A Noark code with what it means: "TE (tatt til etterretning)"."""
    return lang.text(words.SIGN_OFFS[SignOffCode(code)])


def _said(name: str, value: Any, lang: Language, names: Names) -> dict[str, str]:
    if isinstance(value, date):
        value = Edtf.on(value)
    if isinstance(value, Edtf):
        return {name: edtf(value, lang), f"when_{name}": when(value, lang)}
    if name in _SPOKEN:
        return {name: _SPOKEN[name](value, lang)}
    parties = value if isinstance(value, tuple) else (value,)
    return {name: joined([names.get(str(each), str(each)) for each in parties], lang)}


def _fields(changed: tuple[str, ...], lang: Language) -> str:
    return joined([lang.text(words.FIELDS.get(each, each)) for each in changed], lang)


def _written(text: str, _lang: Language) -> str:
    """What a person typed, fitted into a sentence that brings its own full stop."""
    return " ".join(text.split()).rstrip(".")


def _stage(stage: str, lang: Language) -> str:
    return lang.text(words.STAGES[Stage(stage)]) if stage else ""


def _hour(text: str, lang: Language) -> str:
    return on_the_wall(time.fromisoformat(text), lang)


def _role_of_stakeholder(role: str, lang: Language) -> str:
    return lang.text(words.STAKEHOLDER_ROLES[StakeholderRole(role)])


def _stance(stance: str, lang: Language) -> str:
    return lang.text(words.STANCES[StanceValue(stance)])


_SPOKEN: Mapping[str, Callable[[Any, Language], str]] = {
    "basis": _written,
    "changed": _fields,
    "code": sign_off_in_words,
    "from_hour": _hour,
    "hour": _hour,
    "ladder": lambda name, lang: lang.text(words.LADDERS.get(name, name)),
    "letter_text": lambda name, lang: lang.text(words.LETTER_TEXTS[LetterText(name)]),
    "period": lambda text, lang: period(Period.parse(text), lang),
    "role": lambda role, lang: lang.text(words.ROLES[Role(role)]),
    "rung": rung_in_words,
    "sign_off": lambda code, lang: sign_off_in_words(code, lang) if code else "",
    "stage": _stage,
    "stage_before": _stage,
    "stakeholder_role": _role_of_stakeholder,
    "stance": _stance,
    "sort": lambda sort, lang: lang.text(words.COVERAGE_SORTS[CoverageSort(sort)]),
    "why": _written,
    "written": lambda code, lang: lang.text(words.WRITTEN[code]),
}
