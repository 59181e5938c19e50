"""How long ago something was, as one says it: "for 3 timer siden"."""

from datetime import timedelta

from .language import Language

NOW = timedelta(minutes=15)
"""As long as something is still recent enough to have happened just now."""

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def ago(since: timedelta, lang: Language) -> str:
    """For the end of a sentence: "nettopp", "for 40 minutter siden", "for 3 timer siden"."""
    if since < NOW:
        return lang.text("just now")
    if since < _HOUR:
        n = since // timedelta(minutes=1)
        return lang.plural("{n} minute ago", "{n} minutes ago", n)
    if since < 2 * _DAY:
        return lang.plural("an hour ago", "{n} hours ago", since // _HOUR)
    return lang.plural("{n} day ago", "{n} days ago", since // _DAY)
