"""`tilsvar … correct`: what was registered wrongly of themes, measures, and what is said and done.

What is left out stays as it is; an empty text takes out what stood there.
"""

from typing import Annotated

import typer

from ..domain.communications import Channel
from ..domain.dates import Edtf
from ..domain.media import CoverageSort
from ..domain.stages import Stage
from . import activities, contacts, measures, media, notes, op_eds, promises, themes
from .opening import NOBODY_NAMED, recording
from .options import DATE, ORGANISATION, By, dated

Text = str | None
Title = Annotated[Text, typer.Option("--title", help="What it is called.")]
AreaKey = Annotated[Text, typer.Option("--area", help="An area of the plan, by its key.")]
ThemeKey = Annotated[Text, typer.Option("--theme", help="The theme it is about, by its key.")]
PersonKey = Annotated[Text, typer.Option("--responsible", help="A person, by the key.")]
SourceText = Annotated[Text, typer.Option("--source", help="Where it is written.")]
NoteText = Annotated[Text, typer.Option("--note", help="What else there is to say.")]
Whose = Annotated[Text, typer.Option("--organisation", metavar=ORGANISATION, help="By its key.")]
When = Annotated[
    Edtf | None,
    typer.Option("--on", parser=dated, metavar=DATE, help="On which day it was."),
]
Several = list[str] | None


def _told(**values: object) -> dict[str, object]:
    """What the command says, without what it leaves out."""
    return {name: value for name, value in values.items() if value is not None}


def _named(**keys: Text) -> dict[str, object]:
    """The keys that the command says; an empty one says that there is none."""
    return {name: key or None for name, key in keys.items() if key is not None}


def correct_theme(
    *,
    theme: themes.ThemeKey,
    title: Title = None,
    stage: Annotated[
        Stage | None, typer.Option("--stage", help="Where it stood when it was registered.")
    ] = None,
    goal: Annotated[Text, typer.Option("--goal", help="What the council wants to achieve.")] = None,
    plan: Annotated[Text, typer.Option("--plan", help="The plan of action it is on.")] = None,
    area: AreaKey = None,
    responsible: PersonKey = None,
    source: SourceText = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Put right what is registered of a theme; decisions may say more of its stage."""
    with recording(by) as work:
        from ..commands.themes import correct_theme as correct_it

        told = _told(title=title, stage=stage, goal=goal, plan=plan, source=source)
        named = _named(area=area, responsible=responsible)
        correct_it(work, theme=theme, **told, **named)
    typer.echo(f"{theme} is corrected.")


def correct_measure(
    *,
    measure: measures.MeasureKey,
    title: Title = None,
    owner: Annotated[
        Text, typer.Option("--owner", metavar=ORGANISATION, help="Who is to do it.")
    ] = None,
    responsible: PersonKey = None,
    note: NoteText = None,
    source: SourceText = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Put right what is registered of a measure."""
    with recording(by) as work:
        from ..commands.measures import correct_measure as correct_it

        told = _told(title=title, note=note, source=source)
        correct_it(work, measure=measure, **told, **_named(owner=owner, responsible=responsible))
    typer.echo(f"{measure} is corrected.")


def correct_note(
    *,
    note: notes.NoteKey,
    text: Annotated[Text, typer.Option("--text", help="What was said.")] = None,
    on: When = None,
    organisation: Whose = None,
    theme: ThemeKey = None,
    who: Annotated[Text, typer.Option("--who", metavar="PERSON", help="Who of us.")] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Put right what was noted."""
    with recording(by) as work:
        from ..commands.notes import correct_note as correct_it

        told = _told(text=text, on=on, organisation=organisation, by=who)
        correct_it(work, note=note, **told, **_named(theme=theme))
    typer.echo(f"{note} is corrected.")


def correct_promise(
    *,
    promise: promises.PromiseKey,
    what: Annotated[Text, typer.Option("--what", help="What was promised.")] = None,
    on: When = None,
    organisation: Whose = None,
    theme: ThemeKey = None,
    said_in: Annotated[
        Text, typer.Option("--said-in", help="Where: meeting:M2022-08 or letter:L2020-02.")
    ] = None,
    responsible: PersonKey = None,
    note: NoteText = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Put right what is registered of a promise."""
    with recording(by) as work:
        from ..commands.promises import correct_promise as correct_it

        told = _told(what=what, given=on, organisation=organisation, said_in=said_in, note=note)
        named = _named(theme=theme, responsible=responsible)
        correct_it(work, promise=promise, **told, **named)
    typer.echo(f"{promise} is corrected.")


def correct_contact(
    *,
    contact: contacts.ContactKey,
    function: Annotated[Text, typer.Option("--function", help="What they do there.")] = None,
    purpose: Annotated[Text, typer.Option("--purpose", help="Why it is kept.")] = None,
    name: Annotated[Text, typer.Option("--name", help="Only where it is needed.")] = None,
    email: Annotated[Text, typer.Option("--email", help="The address.")] = None,
    only: Annotated[
        Several, typer.Option("--theme", help="For this theme. Repeat it for each.")
    ] = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Put right what is kept of a contact; themes that are named take the place of the others."""
    with recording(by) as work:
        from ..commands.contacts import correct_contact as correct_it

        told = _told(function=function, purpose=purpose, name=name, email=email)
        those = {"themes": tuple(only)} if only else {}
        correct_it(work, contact=contact, **told, **those)
    typer.echo(f"{contact} is corrected.")


def correct_activity(
    *,
    activity: activities.ActivityKey,
    title: Title = None,
    channel: Annotated[Channel | None, typer.Option("--channel", help="Through what.")] = None,
    message: Annotated[Text, typer.Option("--message", help="What is said.")] = None,
    effect: Annotated[Text, typer.Option("--effect", help="What they should know or do.")] = None,
    groups: Annotated[
        Several, typer.Option("--for", help="A target group. Repeat it for each.")
    ] = None,
    theme: ThemeKey = None,
    area: AreaKey = None,
    responsible: PersonKey = None,
    source: SourceText = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Put right what is registered of an activity; groups named take the place of the others."""
    with recording(by) as work:
        from ..commands.communications import correct_activity as correct_it

        told = _told(title=title, channel=channel, message=message, wanted_effect=effect)
        told |= {"target_groups": tuple(groups)} if groups else {}
        named = _named(theme=theme, area=area, responsible=responsible)
        correct_it(work, activity=activity, **told, **named, **_told(source=source))
    typer.echo(f"{activity} is corrected.")


def correct_coverage(
    *,
    coverage: media.CoverageKey,
    title: Title = None,
    on: When = None,
    sort: Annotated[CoverageSort | None, typer.Option("--sort", help="What it is.")] = None,
    outlet: Annotated[
        Text, typer.Option("--outlet", metavar=ORGANISATION, help="Where, by its key.")
    ] = None,
    url: Annotated[Text, typer.Option("--url", help="Its web address.")] = None,
    op_ed: Annotated[Text, typer.Option("--op-ed", help="The op-ed it is about.")] = None,
    theme: ThemeKey = None,
    letter: Annotated[Text, typer.Option("--letter", help="The letter it is about.")] = None,
    speaker: Annotated[Text, typer.Option("--speaker", help="Who spoke for the council.")] = None,
    note: NoteText = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Put right what is registered of coverage."""
    with recording(by) as work:
        from ..commands.media import correct_coverage as correct_it

        told = _told(title=title, on=on, sort=sort, url=url, note=note)
        named = _named(outlet=outlet, op_ed=op_ed, theme=theme, letter=letter, speaker=speaker)
        correct_it(work, coverage=coverage, **told, **named)
    typer.echo(f"{coverage} is corrected.")


def correct_op_ed(
    *,
    op_ed: op_eds.OpEdKey,
    title: Title = None,
    area: AreaKey = None,
    responsible: PersonKey = None,
    source: SourceText = None,
    by: By = NOBODY_NAMED,
) -> None:
    """Put right what is registered of an op-ed."""
    with recording(by) as work:
        from ..commands.op_eds import correct_op_ed as correct_it

        named = _named(area=area, responsible=responsible)
        correct_it(work, op_ed=op_ed, **_told(title=title, source=source), **named)
    typer.echo(f"{op_ed} is corrected.")


def add_to_groups() -> None:
    """Give each group the command that puts right what it registers."""
    for group, command, example in (
        (themes.group, correct_theme, "theme correct T-HELSEDATA --responsible M01"),
        (measures.group, correct_measure, "measure correct T-HELSEDATA-01 --owner HDIR"),
        (notes.group, correct_note, "note correct N2023-01 --text 'De venter på tall'"),
        (promises.group, correct_promise, "promise correct P2023-01 --what 'En plan for alle'"),
        (contacts.group, correct_contact, "contact correct HOD-01 --function Ekspedisjonen"),
        (activities.group, correct_activity, "activity correct A2023-01 --message 'Del data'"),
        (media.group, correct_coverage, "media correct MO2021-01 --title 'Leser svarer rådet'"),
        (op_eds.group, correct_op_ed, "op-ed correct O2021-03 --area TEKNOLOGI"),
    ):
        group.command("correct", epilog=f"Example: tilsvar {example}")(command)
