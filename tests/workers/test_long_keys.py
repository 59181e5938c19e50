"""Keys as long as a register may have them reach through everything that is kept of a theme."""

from datetime import date

from tilsvar.bootstrap import App
from tilsvar.commands.council import register_organisation
from tilsvar.commands.letters import receive_reply, send_letter
from tilsvar.commands.measures import plan_measure
from tilsvar.commands.stakeholders import name_stakeholder
from tilsvar.commands.stances import record_stance
from tilsvar.commands.themes import register_theme
from tilsvar.domain.dates import Edtf
from tilsvar.domain.stages import Stage
from tilsvar.domain.stakeholders import StakeholderRole, StanceValue
from tilsvar.intake.register.cells import _KEY
from tilsvar.tests.servers.office import HandBell, answer, pass_time
from tilsvar.tests.workers.about_themes import gone_quiet, told_of
from tilsvar.tests.workers.hearing import morning

THEME, OWNER, LETTER = ("T" * 64, "E" * 64, "L" * 64)


def test_a_stakeholder_with_the_longest_keys_is_kept_and_brought_up(
    app: App, bell: HandBell
) -> None:
    assert all(_KEY.fullmatch(each) and not _KEY.fullmatch(f"{each}x") for each in (THEME, OWNER))
    day = Edtf("2023-01-30")
    with app.office.work(by="SEK1") as work:
        register_organisation(work, key=OWNER, name="Eieren", kind="ministry")
        register_theme(work, key=THEME, title="Helsedata", stage=Stage.ANALYSIS)
        name_stakeholder(work, theme=THEME, organisation=OWNER, role=StakeholderRole.OWNER)
        plan_measure(work, theme=THEME, title="En veileder")
        send_letter(
            work, key=LETTER, title="Om helsedata", sent=Edtf("2023-01-09"), recipients=[OWNER]
        )
        receive_reply(work, letter=LETTER, sender=OWNER, received=day)
        record_stance(
            work,
            theme=THEME,
            organisation=OWNER,
            stance=StanceValue.SUPPORTS,
            as_of=day,
            evidence=f"letter:{LETTER}",
        )
        work.commit()
    answer(app, bell)
    pass_time(app, bell, morning(date(2024, 1, 30)))
    assert gone_quiet(app.office) == [f"{THEME}/{OWNER}"]
    assert told_of(app.office, "StanceStale") == [f"{THEME}/{OWNER}/stance"]
