"""A secretary invites the owners of a theme to a dialogue meeting with the keyboard alone."""

from tilsvar.commands.stakeholders import name_stakeholder
from tilsvar.commands.themes import register_theme
from tilsvar.domain.invitations import Invitation
from tilsvar.domain.organisations import Organisation
from tilsvar.domain.stakeholders import StakeholderRole
from tilsvar.tests.web.browser import chromium
from tilsvar.tests.web.keyboard import at_home, choose, enter, main, said, tick, write
from tilsvar.tests.web.visitor import House


def test_the_owners_of_a_theme_are_invited_to_a_dialogue_meeting(house: House) -> None:
    with house.app.office.work(by="SEK1") as work:
        register_theme(work, key="T-DATA", title="Helsedata")
        for key, role in (("HOD", "owner"), ("NFD", "owner"), ("KD", "interested")):
            name_stakeholder(work, theme="T-DATA", organisation=key, role=StakeholderRole(role))
        work.get(Organisation, "HOD").correct(
            name="Helse- og omsorgsdepartementet",
            kind="ministry",
            email="postmottak@hod.example",
            note="",
        )
        work.commit()

    with chromium() as browser:
        page = at_home(browser, house)
        page.goto(f"{house.address}/themes/T-DATA")
        enter(page, "link", "Hvem som inviteres")
        proposed = page.get_by_role("checkbox", checked=True).count()
        tick(page, "checkbox", "Nærings- og fiskeridepartementet")
        enter(page, "button", "Lag dialogmøte")
        title = page.get_by_role("textbox", name="Tittel").input_value()
        write(page, "Dag", "4. mai 2023")
        enter(page, "button", "Registrer møtet")
        told, meeting = said(page), main(page)
        enter(page, "link", "Innkallinger og svar")
        choose(page, "Hvem", "Alle som står som deltakere")
        enter(page, "button", "Inviter")
        invited = main(page)
        page.goto(f"{house.address}/themes/T-DATA")
        timeline = main(page)

    assert proposed == 2
    assert title == "Dialogmøte: Helsedata"
    assert told == "Møtet er registrert."
    assert "Helse- og omsorgsdepartementet" in meeting
    assert "postmottak@hod.example" in invited
    assert "Dialogmøte: Helsedata" in timeline
    with house.app.office.reading() as work:
        assert [each.who for each in work.all(Invitation)] == ["HOD"]
