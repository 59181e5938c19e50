"""Whatever a rule or a command refuses has its sentence in all three languages."""

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import date

import pytest

import tilsvar.commands
import tilsvar.domain
from tilsvar.domain.consultations import ConsultationClosed
from tilsvar.domain.dates import Edtf
from tilsvar.domain.edtf import ImpossibleDate, real_day
from tilsvar.domain.errors import TilsvarError
from tilsvar.domain.follow_ups import AlreadyDecided, TooSoon
from tilsvar.domain.kinds import ConsultationStatus, FollowUpStatus
from tilsvar.domain.letter_errors import NothingToWithdraw
from tilsvar.domain.sentences import Word
from tilsvar.store.unit_of_work import Unknown
from tilsvar.web.refusals import IN_OTHER_WORDS, refusal
from tilsvar.wording.language import LANGUAGES, language

IN_PARTS = frozenset({"SeriesRefused"})
"""What a page tells reason by reason."""


def kinds_of_error(found: type[TilsvarError] = TilsvarError) -> Iterator[type[TilsvarError]]:
    for each in found.__subclasses__():
        yield each
        yield from kinds_of_error(each)


def everything_imported() -> None:
    for package in (tilsvar.domain, tilsvar.commands):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_refusal_of_the_domain_and_its_commands_can_be_read(code: str) -> None:
    everything_imported()
    written = vars(language(code).translations)["_catalog"]
    packages = (tilsvar.domain.__name__, tilsvar.commands.__name__)

    untold = {
        f"{each.__module__}.{each.__name__}: {each.template}"
        for each in kinds_of_error()
        if each.__module__.startswith(packages)
        and each not in IN_OTHER_WORDS
        and each.__name__ not in IN_PARTS
        and each.template not in written
    }
    assert not untold, f"not in wording/catalogues/{code}:\n" + "\n".join(sorted(untold))


def test_days_and_states_among_the_facts_are_told_in_words() -> None:
    too_soon = TooSoon(department="HOD", last=date(2023, 2, 3), earliest=date(2023, 2, 17))
    closed = ConsultationClosed(consultation="C1", status=ConsultationStatus.DECLINED)
    decided = AlreadyDecided(follow_up="F1", status=FollowUpStatus.LAPSED)
    nothing = NothingToWithdraw(what=Word("reply"), recipient="HOD", letter="L1")

    def said(error: TilsvarError, code: str = "nb") -> str:
        return refusal(error, language(code)).replace("\u00a0", " ")

    assert said(too_soon) == (
        "HOD fikk en purring 3. februar 2023. Den neste kan tidligst sendes 17. februar 2023."
    )
    assert said(closed).startswith("C1 er avsluttet (ikke besvart).")
    assert said(decided) == "F1 er allerede avgjort (falt bort)."
    assert said(nothing, "nn") == (
        "Det er ikkje registrert noko svar for HOD på L1 som kan trekkjast tilbake."
    )


def test_a_page_has_its_own_words_for_what_it_cannot_find() -> None:
    with pytest.raises(ImpossibleDate) as refused:
        real_day("31.2.2023", 2023, 2, 31)

    assert refusal(refused.value, language("nb")) == (
        "31.2.2023 finnes ikke. Februar 2023 slutter den 28."
    )
    assert refusal(Unknown(what="person", key="KLI"), language("nb")) == (
        "Her er det ingenting som heter KLI. Kontroller det du skrev."
    )
    assert "i løpet av 2023" in refusal(
        TooSoon(department="HOD", last=Edtf("2023"), earliest=Edtf("2023")), language("nb")
    ).replace("\u00a0", " ")
