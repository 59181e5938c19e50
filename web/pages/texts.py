"""The letters whose words the council chooses itself: their list, and the page of one text."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from pydantic import StringConstraints
from sqlalchemy import Row
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from ...commands.keys import take_turn
from ...commands.letter_texts import change_text, named, text_in_force, unusable_texts
from ...domain.errors import DomainError, TilsvarError
from ...domain.letter_texts import LONGEST, PLACEHOLDERS, WRITTEN, LetterText
from ...domain.sentences import N_
from ...notifications.letter_words import usual_text
from ...store.clock import local_day
from ...store.letter_texts import load_editions
from ...store.unit_of_work import UnitOfWork
from ...wording.dates import day_in_full
from ...wording.language import Language
from ..access import sends
from ..deeds.acting import CONFLICT, ChangedMeanwhile, reader_of
from ..deeds.done import Done, Undoing, landed
from ..forms import Filled, Form, Typed, blank, check, field, with_form
from ..languages import NAMES, reader_language
from ..names import Names
from ..refusals import refusal
from ..rendering import page
from ..settings.text_previews import preview
from ..settings.text_titles import TITLES, text_path

CHANGED, GIVEN_BACK = N_("Changed {day} by {who}"), N_("The usual text again {day}, by {who}")
USUAL = "usual"
"""What stands for the usual text where an edition is named."""


class Words(Form):
    """The text as it stands in the form; `made_from` is the edition that was in force then."""

    text: Annotated[str, StringConstraints(min_length=1, max_length=2 * LONGEST)] = field(
        N_("Text")
    )
    made_from: str = field("", default="")
    act: Literal["save", "preview"] = field("", default="save")


class Back(Form):
    """Which edition is put in force again: its number, or the usual text."""

    edition: Annotated[str, StringConstraints(pattern=r"^(usual|[0-9]{1,9})$")] = field("")
    made_from: str = field("", default="")


@dataclass(frozen=True)
class Edition:
    """One edition: what it was, when and by whom; `href` shows it in the form."""

    said: str
    href: str


def texts(request: Request) -> Response:
    """Every text in both written standards, and which cannot be used as they are."""
    lang = reader_language(request)
    with request.app.state.tilsvar.office.reading() as work:
        unusable = {(name, code): fault for name, code, fault in unusable_texts(work)}
        rows = [
            (
                lang.text(TITLES[name]),
                [_row(work, name, code, unusable.get((name, code)), lang) for code in WRITTEN],
            )
            for name in LetterText
        ]
        return page(request, "texts.html", work, section="settings", rows=rows)


def _row(
    work: UnitOfWork, name: LetterText, code: str, fault: DomainError | None, lang: Language
) -> tuple[str, str, str, str]:
    """The language, where its page is, whose words are used, and what is wrong with them."""
    standing = lang.text("The usual text")
    if fault is not None:
        standing = lang.text("The usual text is used")
    elif text_in_force(work, name, code) is not None:
        standing = lang.text("The council’s own text")
    return NAMES[code], text_path(name, code), standing, refusal(fault, lang) if fault else ""


@with_form
def text(request: Request, typed: Typed | None) -> Response:
    """One text as a form, how it reads, and its editions."""
    name, written = _which(request)
    lang = reader_language(request)
    if typed is None:
        return _page(request, name, written, None)
    form = check(Words, typed, lang)
    said = form.content
    if said is None or said.act == "preview":
        return _page(request, name, written, form)
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            before = _require_same(work, name, written, said.made_from)
            change_text(work, name=name, written=written, text=said.text)
            work.commit()
    except ChangedMeanwhile as error:
        return _page(request, name, written, form.refused(error, status=CONFLICT))
    except TilsvarError as error:
        return _page(request, name, written, form.refused(error, "text"))
    return landed(text_path(name, written), "text-changed", was=before)


@with_form
def text_back(request: Request, typed: Typed | None) -> Response:
    """Put the usual text or an earlier edition in force again."""
    name, written = _which(request)
    lang = reader_language(request)
    form = check(Back, typed or {}, lang)
    if form.content is None:
        raise HTTPException(404)
    asked = form.content.edition
    try:
        with request.app.state.tilsvar.office.work(by=reader_of(request).key) as work:
            before = _require_same(work, name, written, form.content.made_from)
            edition = _edition(work, name, written, asked)
            change_text(work, name=name, written=written, text=edition.text if edition else None)
            work.commit()
    except TilsvarError as error:
        with request.app.state.tilsvar.office.reading() as work:
            now = text_in_force(work, name, written) or usual_text(name, written)
        refused = blank(Words, lang, text=now).refused(error, status=CONFLICT)
        return _page(request, name, written, refused)
    return landed(text_path(name, written), "text-back", was=before)


def _which(request: Request) -> tuple[LetterText, str]:
    written = request.path_params["written"]
    try:
        return named(request.path_params["name"], written), written
    except DomainError as error:
        raise HTTPException(404) from error


def _now(editions: Any) -> str:
    """The number of the edition in force; 0 before there was any."""
    return str(editions[0].id) if editions else "0"


def _require_same(work: UnitOfWork, name: LetterText, written: str, made_from: str) -> str:
    """What would give back what is in force now. Raises ChangedMeanwhile."""
    take_turn(work, f"text {name} {written}")
    editions = load_editions(work.session, name, written)
    if made_from != _now(editions):
        raise ChangedMeanwhile
    return str(editions[0].id) if editions and editions[0].text is not None else USUAL


def _edition(work: UnitOfWork, name: LetterText, written: str, asked: str) -> "Row[Any] | None":
    """The edition of that number, None for the usual text. Answers 404 for any other."""
    if asked == USUAL:
        return None
    for each in load_editions(work.session, name, written):
        if str(each.id) == asked:
            return each
    raise HTTPException(404)


def _page(request: Request, name: LetterText, written: str, form: Filled[Words] | None) -> Response:
    lang, council = reader_language(request), request.app.state.tilsvar.settings.council
    with request.app.state.tilsvar.office.reading() as work:
        editions = load_editions(work.session, name, written)
        usual, own = usual_text(name, written), text_in_force(work, name, written)
        shown = own or usual
        if form is None and "edition" in request.query_params:
            edition = _edition(work, name, written, request.query_params["edition"])
            shown = (edition.text if edition else None) or usual
        form = form or blank(Words, lang, text=shown)
        letter, fault = None, None
        try:
            letter = preview(work, name, written, form.value("text"), council=council)
        except DomainError as error:
            fault = error
        if fault is not None and not form.mistakes:
            form = form.refused(fault, "text")
        theirs = form.refusal == CONFLICT and bool(form.mistakes)
        reader = reader_of(request)
        return page(
            request,
            "text.html",
            work,
            status=form.status if request.method == "POST" else 200,
            section="settings",
            title=f"{lang.text(TITLES[name])}, {NAMES[written].lower()}",
            path=text_path(name, written),
            form=form,
            may=sends(request, reader.role, text_path(name, written)),
            made_from=_now(editions) if theirs else form.value("made_from") or _now(editions),
            now=_now(editions),
            own=own is not None,
            theirs=(own or usual) if theirs and form.value("text").strip() != shown.strip() else "",
            letter=letter,
            made_up=name is LetterText.MORE_TIME,
            broken=fault is not None,
            placeholders=[
                (f"[{each}]", lang.text(said)) for each, said in PLACEHOLDERS[name].items()
            ],
            editions=_told(work, editions, text_path(name, written), lang),
            usual_href=f"{text_path(name, written)}?edition={USUAL}",
            done=_done(request, name, written, _now(editions), lang),
        )


def _told(work: UnitOfWork, editions: Any, path: str, lang: Language) -> list[Edition]:
    people, zone = Names(work).people, work.office.zone
    return [
        Edition(
            lang.text(
                CHANGED if each.text is not None else GIVEN_BACK,
                day=day_in_full(local_day(each.at, zone), lang),
                who=people.get(each.by, each.by),
            ),
            f"{path}?{urlencode({'edition': each.id if each.text is not None else USUAL})}",
        )
        for each in editions
    ]


def _done(
    request: Request, name: LetterText, written: str, now: str, lang: Language
) -> Done | None:
    asked = request.query_params
    what, was = asked.get("done"), asked.get("was", "")
    if what not in ("text-changed", "text-back") or request.method != "GET":
        return None
    sentence = lang.text("The text is in force. Drafts that there are stay as they are.")
    undo = Undoing(f"{text_path(name, written)}/back", (("edition", was), ("made_from", now)))
    return Done(sentence, undo=undo if was else None)
