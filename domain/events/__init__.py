"""The domain events, one module a noun: what has happened, in the past tense.

Everything that a module of events defines is at hand here.
"""

from .attachments import *
from .attendance import *
from .base import Bell as Bell
from .base import Event as Event
from .base import Keys as Keys
from .belonging import *
from .comments import *
from .communications import *
from .consultations import *
from .contacts import *
from .council import *
from .deadlines import *
from .follow_ups import *
from .invitations import *
from .letters import *
from .letting_in import *
from .measures import *
from .media import *
from .meetings import *
from .notes import *
from .op_eds import *
from .points import *
from .public_list import *
from .qualification import *
from .reminders import *
from .report_templates import *
from .scheduled_reports import *
from .settings import *
from .snapshots import *
from .stakeholders import *
from .theme_bells import *
from .themes import *


def catalogue() -> dict[str, type[Event]]:
    """Every event by its name, as the event log stores it."""
    every = [*Event.__subclasses__(), *Bell.__subclasses__()]
    return {cls.__name__: cls for cls in every if cls is not Bell}
