"""`tilsvar theme add`, `take` and `timeline`: what belongs to a theme, by rule and by hand."""

from typing import Annotated

import typer

from ..domain.kinds import Kind
from .opening import NOBODY_NAMED, looking, recording
from .options import By

ThemeKey = Annotated[str, typer.Argument(metavar="THEME", help="The theme's key.")]
KindOption = Annotated[
    Kind, typer.Argument(metavar="KIND", help="What it is: letter, meeting, op_ed, consultation…")
]
ThingKey = Annotated[str, typer.Argument(metavar="KEY", help="The key of the thing.")]
SHOWN = 100


def add_to(group: typer.Typer) -> None:
    """Put these commands beside the others about themes."""
    group.command(epilog="Example: tilsvar theme add T-KI letter L2022-06")(add)
    group.command(epilog="Example: tilsvar theme take T-KI letter L2022-06")(take)
    group.command(epilog="Example: tilsvar theme timeline T-KI")(timeline)


def add(*, theme: ThemeKey, kind: KindOption, key: ThingKey, by: By = NOBODY_NAMED) -> None:
    """A thing belongs to the theme, whatever its area and title say."""
    with recording(by) as work:
        from ..commands.belonging import add_to_theme

        add_to_theme(work, theme=theme, kind=kind, key=key)
    typer.echo(f"{key} belongs to {theme}.")


def take(*, theme: ThemeKey, kind: KindOption, key: ThingKey, by: By = NOBODY_NAMED) -> None:
    """A thing does not belong to the theme, whatever its area and title say."""
    with recording(by) as work:
        from ..commands.belonging import take_from_theme

        take_from_theme(work, theme=theme, kind=kind, key=key)
    typer.echo(f"{key} does not belong to {theme}.")


def timeline(theme: ThemeKey) -> None:
    """The newest of what belongs to the theme, and why."""
    with looking() as (_, work):
        from ..domain.themes import Theme
        from ..reports.columns import aligned
        from ..store.timelines import coming_in_theme, timeline_of_theme

        key = work.known(Theme, theme)
        ahead = coming_in_theme(work, key, limit=SHOWN)[::-1]
        rows = [["ON", "KIND", "KEY", "PART", "WHY"]]
        rows += [
            [f"{each.on}", each.kind.value, each.key, each.part, each.why.value if each.why else ""]
            for each in [*ahead, *timeline_of_theme(work, key, limit=SHOWN)]
        ]
    typer.echo("\n".join(aligned(rows, indent="")))
