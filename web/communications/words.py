"""What channels and the states of activities are called, alone and on a tag."""

from collections.abc import Mapping

from ...domain.communications import ActivityStatus, Channel
from ...domain.sentences import N_
from ...wording.language import Language

CHANNELS: Mapping[Channel, str] = {
    Channel.OP_ED: N_("Op-ed"),
    Channel.POST: N_("Post on the website"),
    Channel.SOCIAL_MEDIA: N_("Social media"),
    Channel.INTERVIEW: N_("Interview"),
    Channel.PRESENTATION: N_("Presentation"),
    Channel.LETTER: N_("Letter"),
    Channel.MEETING: N_("Meeting"),
    Channel.OTHER: N_("Another channel"),
}
STATES: Mapping[ActivityStatus, str] = {
    ActivityStatus.SUGGESTED: N_("Suggestion"),
    ActivityStatus.PLANNED: N_("Planned"),
    ActivityStatus.DONE: N_("Was done"),
    ActivityStatus.DROPPED: N_("Given up"),
}


def channel_word(channel: Channel | None, lang: Language) -> str:
    return lang.text(CHANNELS[channel]) if channel else ""
