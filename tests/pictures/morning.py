"""The demo on 3 February 2023, and what the secretariat does there that some pictures show.

What `work` registers is made up for the pictures; all else is the council's own register.
"""

from datetime import UTC, date, datetime
from pathlib import Path

from tilsvar.bootstrap import App, bootstrap
from tilsvar.commands.circulations import circulate
from tilsvar.commands.communications import finish_activity, plan_activity
from tilsvar.commands.consultations import publish_consultation
from tilsvar.commands.invitation_answers import answer_here
from tilsvar.commands.invitations import invite
from tilsvar.commands.meetings import schedule_meeting
from tilsvar.commands.points import judge_point, raise_point
from tilsvar.commands.promises import give_promise
from tilsvar.domain.communications import Channel
from tilsvar.domain.dates import Edtf
from tilsvar.domain.kinds import Kind, PartStat
from tilsvar.domain.meetings import MeetingTime
from tilsvar.domain.points import Uptake
from tilsvar.settings import Settings
from tilsvar.tests.pictures.gallery import MEMBER, SECRETARY
from tilsvar.tests.servers.office import HandBell, answer, with_bell
from tilsvar.workers.demo import run_demo

NOON = datetime(2023, 2, 3, 11, tzinfo=UTC)
DIALOGUE = "M2023-02"
LETTER, MEETING = "L2020-02", "M2022-08"
DRAFT = (
    "Norge har noen av verdens beste helseregistre. Likevel venter forskere i månedsvis på data "
    "som allerede er samlet inn.\n\n"
    "Tilliten til at opplysningene brukes riktig, må vi ta vare på ved å vise hva de brukes til, "
    "og hva som kommer ut av det."
)

ACTIVITIES = (
    ("Innlegg om svarene fra departementene", Channel.POST, "2023-02-01", ("KOMMUNENE",)),
    ("Foredrag for kommunedirektørene", Channel.PRESENTATION, "2023-04", ("KOMMUNENE",)),
    ("Møte med Stortingets komité om helsedata", Channel.MEETING, "2023-21", ("STORTINGET",)),
    ("Intervju om helsenæringen", Channel.INTERVIEW, "2023-09", ("REGJERINGEN", "PRIVAT")),
)

POINTS = (
    ("Ett departement følger opp rapporten", Uptake.PARTLY, "Svaret fra KD"),
    ("Kommunene får en felles inngang til forskningen", Uptake.TAKEN, "Svaret fra HOD"),
    ("Satsingen får egne midler", Uptake.NOT_TAKEN, ""),
)
PROMISES = (
    ("HOD", "Et utkast til mandat for en arbeidsgruppe", "2023-01-31"),
    ("KD", "Tall for forskningen i kommunene", "2023-05-16"),
)
EFFECT = "De kjenner forslagene våre og vet hvem de kan spørre."


def demo(folder: Path, bell: HandBell) -> App:
    """The system as `make demo` leaves it, its clock at noon on the last day."""
    run_demo(folder, Settings())
    settings = Settings(
        database_url=f"sqlite:///{folder / 'replay.db'}",
        mail_url=f"file:{folder / 'outbox'}",
        files=folder / "files",
        now=NOON,
    )
    return with_bell(bootstrap(settings), bell)


def work(app: App, bell: HandBell) -> None:
    """An op-ed goes to the members, a consultation comes in, and a dialogue meeting is called.

    The communications plan of the year is begun, and what became of a letter is recorded.
    """
    with app.office.work(by=SECRETARY) as done:
        circulate(done, kind=Kind.OP_ED, key="O2021-04", comments_by=date(2023, 2, 10), text=DRAFT)
        start = datetime(2023, 4, 19, 8, tzinfo=UTC)
        council = schedule_meeting(
            done,
            title="Rådsmøte 2/2023",
            time=MeetingTime(Edtf("2023-04-19"), start, start.replace(hour=13)),
            place="Forskningsrådet, Lysaker",
        )
        publish_consultation(
            done,
            key="C2023-03",
            title="Forslag til endringer i helseregisterloven",
            publisher="HOD",
            published=Edtf("2023-02-03"),
            deadline=Edtf("2023-05-03"),
        )
        for each in ("HOD", "KD", "KDD", "LEDER"):
            invite(done, meeting=DIALOGUE, who=each)
        invite(done, meeting=council.key, who=MEMBER)
        for title, channel, when, groups in ACTIVITIES:
            planned = plan_activity(
                done,
                title=title,
                channel=channel,
                target_groups=groups,
                wanted_effect=EFFECT,
                when=Edtf(when),
            )
            if channel is Channel.POST:
                finish_activity(done, activity=planned.key, on=Edtf(when))
        for text, uptake, where in POINTS:
            judge_point(
                done,
                point=raise_point(done, letter=LETTER, text=text).key,
                uptake=uptake,
                where=where,
                on=Edtf("2020-09"),
            )
        for who, what, by_when in PROMISES:
            give_promise(
                done,
                organisation=who,
                what=what,
                given=Edtf("2022-09-27"),
                by_when=Edtf(by_when),
                said_in=f"meeting:{MEETING}",
            )
        done.commit()
    answer(app, bell)
    for each, said in (
        ("HOD", PartStat.ACCEPTED),
        ("KD", PartStat.TENTATIVE),
        ("LEDER", PartStat.ACCEPTED),
    ):
        with app.office.work(by="clock") as done:
            answer_here(done, invitation=f"{DIALOGUE}/{each}", partstat=said)
            done.commit()
    answer(app, bell)
