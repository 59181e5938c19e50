"""Writes the mail with a link to sign in; its token is made here and stands nowhere else.

Neither the ledger nor the link's own row holds the token: it is derived from the secret key and the
link's id when the mail is written, and again with the same result if it must be sent once more.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Row

from ..commands.accounts import SENT_LASTS
from ..commands.signing_in import LINK_LASTS, SIGN_IN_LINK, link_token
from ..store import signing_in
from ..store.clock import machine_now
from ..store.signing_in import language_of
from ..store.unit_of_work import UnitOfWork
from ..wording.language import Language, language
from ..wording.numbers import counted
from .contexts import require_web_address
from .mailbox import Mailbox
from .rendered import Rendered
from .sending import Outgoing, Writer
from .templates import environment
from .transport import Unbuildable


@dataclass(frozen=True)
class SignInMail:
    """For which council, where links begin, the secret key, and the council's own language."""

    council: str
    base_url: str
    secret: Callable[[], str]
    lang: Language

    def writers(self) -> dict[str, Writer]:
        return {SIGN_IN_LINK: self.write}

    def write(self, work: UnitOfWork, row: Row[Any]) -> Outgoing | None:
        """The mail, or None where the link has been used or has run out meanwhile."""
        link = work.session.execute(
            select(signing_in.sign_in_link).where(signing_in.sign_in_link.c.id == row.id)
        ).one_or_none()
        if link is None or link.used is not None or link.expires <= machine_now():
            return None
        if row.reader_email is None:
            raise Unbuildable(reason=f"there is no person {row.person}")
        chosen = language_of(work.session, row.person)
        said = sign_in_link(
            f"{self.base_url}/sign-in/link/{link_token(self.secret(), row.id)}",
            council=self.council,
            browser=link.browser if link.browser_hash else None,
            lang=language(chosen) if chosen else self.lang,
        )
        day = row.at.astimezone(work.office.zone).date().isoformat()
        key = f"{day} {SIGN_IN_LINK} {row.person} {row.id}"
        return Outgoing(said, Mailbox(row.reader_name, row.reader_email), key)


def sign_in_link(url: str, *, council: str, browser: str | None, lang: Language) -> Rendered:
    """The words around the address.

    `browser` is the one in which the link was asked for, None where the secretariat sends it.
    """
    require_web_address(url)
    templates = environment(lang.code)
    heading = templates.get_template("sign_in_link/subject.txt.j2").render()
    words = _sent(council, lang) if browser is None else _asked_for(council, browser, lang)
    told = {"url": url, "heading": heading, **words}
    return Rendered(
        subject=heading,
        text=templates.get_template("sign_in_link/body.txt.j2").render(told),
        html=templates.get_template("sign_in_link/body.html.j2").render(told),
        language=lang.code,
    )


def _asked_for(council: str, browser: str, lang: Language) -> dict[str, Any]:
    return {
        "lasts": lang.text(
            "The link signs you in once, within {minutes} minutes, in the browser in which you"
            " asked for it.",
            minutes=counted(round(LINK_LASTS.total_seconds() / 60), lang),
        ),
        "unexpected": lang.text(
            "Was it not you? Then there is nothing to do: without this mail nobody gets in."
        ),
        "facts": [(lang.text("Asked for in"), browser or lang.text("an unknown browser"))],
        "why": lang.text(
            "You get this because somebody asked for a link to sign in to Tilsvar for {council}.",
            council=council,
        ),
    }


def _sent(council: str, lang: Language) -> dict[str, Any]:
    return {
        "lasts": lang.text(
            "The link signs you in once, within {hours} hours, in any browser. After that you ask"
            " for a new one on the page where you sign in.",
            hours=round(SENT_LASTS.total_seconds() / 3600),
        ),
        "unexpected": lang.text(
            "There is no password. Do not pass the link on: whoever has it gets in as you."
        ),
        "facts": [],
        "why": lang.text(
            "You get this because the secretariat has let you in to Tilsvar for {council}.",
            council=council,
        ),
    }
