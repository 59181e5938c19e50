"""Where people wanted to go before they signed in: a path of this site, and nothing else."""

from urllib.parse import urlsplit

HOME = "/"
LONGEST = 2_000


def path_within(wanted: str) -> str:
    r"""The path with its query if it stays on this site, else the front page.

    Browsers read `//host` and `/\host` as another site, and leave out control characters.
    """
    stays = (
        wanted.startswith("/")
        and not wanted.startswith(("//", "/\\"))
        and "\\" not in wanted
        and wanted.isprintable()
        and len(wanted) <= LONGEST
    )
    if not stays or urlsplit(wanted).netloc:
        return HOME
    return wanted
