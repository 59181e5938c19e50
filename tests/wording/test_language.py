"""Catalogues are read as they are written, merged, and serve Python and templates alike."""

from pathlib import Path

import jinja2
import pytest

from tilsvar.domain.dates import Edtf, ImpossibleDate, read_date
from tilsvar.wording.language import (
    ConflictingTranslations,
    UnknownLanguage,
    language,
    merged,
)

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'


def write(path: Path, msgid: str, msgstr: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{HEADER}msgid "{msgid}"\nmsgstr "{msgstr}"\n', encoding="utf-8")


def test_a_sentence_comes_out_in_the_language_asked_for() -> None:
    said = [language(code).text("by {day}", day=Edtf("2023-03-08")) for code in ("nb", "nn", "en")]

    assert said == ["innen 2023-03-08", "innan 2023-03-08", "by 2023-03-08"]


def test_one_and_many_are_told_apart() -> None:
    nb = language("nb")

    said = [nb.plural("{n} working day", "{n} working days", n) for n in (0, 1, 65)]

    assert said == ["0 virkedager", "1 virkedag", "65 virkedager"]


def test_a_sentence_that_no_catalogue_knows_is_shown_in_english() -> None:
    with pytest.raises(ImpossibleDate) as refusal:
        read_date("31.02.2023")

    said = language("nb").text(refusal.value.template + " Sic.", **refusal.value.facts)

    assert said == f"{refusal.value} Sic."


def test_templates_speak_the_language_they_are_given() -> None:
    environment = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    environment.install_gettext_translations(language("nb").translations, newstyle=True)  # type: ignore[attr-defined]  # the extension adds the method at run time

    page = environment.from_string("{{ _('Answer due') }}: {% trans %}Friday{% endtrans %}")

    assert page.render() == "Svarfrist: fredag"


def test_a_language_that_nobody_here_speaks_is_refused() -> None:
    with pytest.raises(UnknownLanguage, match="“se” is no language that is spoken here"):
        language("se")


def test_two_folders_may_share_a_sentence_if_they_agree(tmp_path: Path) -> None:
    write(tmp_path / "nb" / "web.po", "Sent", "Sendt")
    write(tmp_path / "nb" / "reports.po", "Sent", "Sendt")

    message = merged("nb", tmp_path).get("Sent")

    assert message is not None
    assert message.string == "Sendt"


def test_two_folders_that_disagree_on_a_sentence_are_found(tmp_path: Path) -> None:
    write(tmp_path / "nb" / "reports.po", "Due", "Frist")
    write(tmp_path / "nb" / "web.po", "Due", "Svarfrist")

    with pytest.raises(ConflictingTranslations, match=r"web\.po translates “Due” otherwise"):
        merged("nb", tmp_path)
