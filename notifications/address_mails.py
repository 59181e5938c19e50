"""The mail that tells the secretariat of an address that takes no mail."""

from dataclasses import dataclass

from ..wording.language import language
from .mails import fitting
from .one_line import as_one_line
from .rendered import Rendered
from .templates import environment


@dataclass(frozen=True)
class MarkedAddress:
    """Whose address it is, the code of RFC 3463, and what their server said, on one line each."""

    name: str
    address: str
    failure: str
    diagnostic: str

    def __post_init__(self) -> None:
        for field in ("name", "address", "failure", "diagnostic"):
            object.__setattr__(self, field, as_one_line(getattr(self, field)))


def address_marked(mail: MarkedAddress, code: str = "nb") -> Rendered:
    """Mail to somebody failed for good, or too often; it is said once."""
    lang, templates = language(code), environment(code)
    heading = templates.get_template("address_marked/subject.txt.j2").render(mail=mail)
    known = [
        (lang.text("Address"), mail.address),
        (lang.text("Fault"), " ".join(filter(None, (mail.failure, mail.diagnostic)))),
    ]
    told = {
        "mail": mail,
        "heading": heading,
        "facts": known,
        "why": lang.text("You get this because you are in the secretariat."),
    }
    return Rendered(
        subject=fitting(heading, mail.name),
        text=templates.get_template("address_marked/body.txt.j2").render(told),
        html=templates.get_template("address_marked/body.html.j2").render(told),
        language=code,
    )
