"""The pictures of a theme's stakeholders, and of the contact with an organisation."""

from dataclasses import dataclass

from starlette.requests import Request

from ...commands.stakeholders import stakeholders_of
from ...domain.themes import Theme
from ...store.contact_counts import count_contacts
from ...store.unit_of_work import UnitOfWork
from ...wording.language import Language
from ..names import Names
from .contacts import ContactPicture, contact_picture
from .influence import InfluenceField, influence_field
from .stances import StancePicture, stance_picture


@dataclass(frozen=True)
class Pictures:
    """What can be drawn: nobody may have judged the stakeholders, or know their stances."""

    influence: InfluenceField | None
    stances: StancePicture | None


def theme_pictures(
    _request: Request, theme: Theme, work: UnitOfWork, names: Names, lang: Language
) -> Pictures | None:
    """The pictures of the theme; None while it has no stakeholders."""
    those = [each for each in stakeholders_of(work, theme.key) if not each.removed]
    if not those:
        return None
    titles = {each.organisation: names.title(each.organisation) for each in those}
    return Pictures(
        influence_field(those, titles, lang), stance_picture(those, titles, work.today, lang)
    )


def contacts_with(work: UnitOfWork, organisation: str, lang: Language) -> ContactPicture | None:
    """How often we were in contact with it, and with whom it took over from."""
    line = work.succession.line(organisation)
    return contact_picture(count_contacts(work, line), work.today, lang)
