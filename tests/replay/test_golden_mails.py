"""Who is told what on which days, and in which mails.

The tables are worked out by hand from the register, the ladders and an almanac; the comments say
how. What is not urgent stands in the day's digest; the day itself of a deadline goes at once.
"""

import email
import email.policy
import json
import re
from datetime import time
from zoneinfo import ZoneInfo

from tilsvar.tests.replay.outcome import Outcome
from tilsvar.tests.replay.suggested import SUGGESTED
from tilsvar.workers.replay_output import Month

SECRETARIAT = ("SEK", "SEK1", "SEK2")
AND_LEADER = (*SECRETARIAT, "LEDER")
OSLO = ZoneInfo("Europe/Oslo")
# M13 and M15 joined on 1 January 2022, M02 left on 24 October that year.
MEMBERS_2021 = tuple(f"M{number:02}" for number in (*range(1, 13), 14))
MEMBERS_2022 = tuple(f"M{number:02}" for number in (1, *range(3, 16)))
IDEAS = (
    *("AMBASSADOR", "APENFORSKNING", "ATTRAKTIVITET", "BEREDSKAP", "HELSEDATA", "HELSEKOMPETANSE"),
    *("INDUSTRI", "INNOVASJON", "KI", "KOORDINERTE", "KORONA", "KUNNSKAPSGRUNNLAG", "OKOSYSTEM"),
    *("OMSORG", "PERSONTILPASSET"),
)

Table = tuple[tuple[str, str, tuple[str, ...]], ...]

# (day, what is told of what at which rung, who reads it in the digest of that day)
COLLECTED: Table = (
    # The register begins with its ideas on 30 November 2015; 90 days on is a Sunday.
    *(("2016-02-29", f"ThemeIdle-T-{each}-90d", ("SEK",)) for each in IDEAS),
    # Sent 18 May 2016; 18 June is a Saturday. In 2016 there was one secretariat and no leader.
    ("2016-06-20", "AnswerDue-L2016-01-KS-0d", ("SEK",)),
    ("2016-07-04", "ReplyOverdue-L2016-01-KS-10wd", ("SEK",)),
    ("2016-08-01", "ReplyOverdue-L2016-01-KS-30wd", ("SEK",)),
    # Seven council meetings, announced on 12 September 2016 and never reported as held: papers 10
    # and 7 days before, the Friday before where that is a weekend, minutes 10 working days after.
    ("2016-10-14", "PapersDue-M2016-05-papers--10d", ("SEK",)),
    ("2016-10-17", "PapersDue-M2016-05-papers--7d", ("SEK",)),
    ("2016-11-07", "MinutesDue-M2016-05-minutes-10wd", ("SEK",)),
    ("2016-11-18", "PapersDue-M2016-06-papers--10d", ("SEK",)),
    ("2016-11-21", "PapersDue-M2016-06-papers--7d", ("SEK",)),
    ("2016-12-12", "MinutesDue-M2016-06-minutes-10wd", ("SEK",)),
    ("2017-01-13", "PapersDue-M2017-01-papers--10d", ("SEK",)),
    ("2017-01-16", "PapersDue-M2017-01-papers--7d", ("SEK",)),
    ("2017-02-06", "MinutesDue-M2017-01-minutes-10wd", ("SEK",)),
    ("2017-03-17", "PapersDue-M2017-02-papers--10d", ("SEK",)),
    ("2017-03-21", "PapersDue-M2017-02-papers--7d", ("SEK",)),
    ("2017-04-11", "MinutesDue-M2017-02-minutes-10wd", ("SEK",)),
    # 31 May 2017; 5 June is Whit Monday.
    ("2017-05-19", "PapersDue-M2017-03-papers--10d", ("SEK",)),
    ("2017-05-24", "PapersDue-M2017-03-papers--7d", ("SEK",)),
    ("2017-06-15", "MinutesDue-M2017-03-minutes-10wd", ("SEK",)),
    ("2017-09-04", "PapersDue-M2017-04-papers--10d", ("SEK",)),
    ("2017-09-07", "PapersDue-M2017-04-papers--7d", ("SEK",)),
    ("2017-09-28", "MinutesDue-M2017-04-minutes-10wd", ("SEK",)),
    ("2017-11-17", "PapersDue-M2017-05-papers--10d", ("SEK",)),
    ("2017-11-22", "PapersDue-M2017-05-papers--7d", ("SEK",)),
    ("2017-12-13", "MinutesDue-M2017-05-minutes-10wd", ("SEK",)),
    # "April 2020": when the period begins, and when it is over without an outcome (1 May is a
    # holiday, a Friday), then to the leader too.
    ("2020-04-01", "ConsultationNearing-C2020-01-0d", SECRETARIAT),
    ("2020-05-04", "ConsultationNearing-C2020-01-end+1wd", AND_LEADER),
    # Sent 30 June 2020. One mail for the three departments; they answered in September.
    ("2020-07-30", "AnswerDue-L2020-02-HOD-KD-KMD-0d", SECRETARIAT),
    ("2020-08-13", "ReplyOverdue-L2020-02-HOD-KD-KMD-10wd", SECRETARIAT),
    ("2020-09-10", "ReplyOverdue-L2020-02-HOD-KD-KMD-30wd", AND_LEADER),
    ("2020-09-30", "ReplyReceived-L2020-02-HOD-answer-2020-09", ("LEDER",)),
    ("2020-09-30", "ReplyReceived-L2020-02-KD-answer-2020-09", ("LEDER",)),
    ("2020-09-30", "ReplyReceived-L2020-02-KMD-answer-2020-09", ("LEDER",)),
    # Entered on Sunday 28 February.
    ("2021-03-01", "InterimReplyReceived-L2021-02-HOD-reply-2021-02", ("LEDER",)),
    # Sent 8 February 2021. An interim reply without a date stops nothing. Easter: 1, 2, 5 April.
    ("2021-03-08", "AnswerDue-L2021-02-HOD-0d", SECRETARIAT),
    ("2021-03-22", "ReplyOverdue-L2021-02-HOD-10wd", SECRETARIAT),
    ("2021-04-22", "ReplyOverdue-L2021-02-HOD-30wd", AND_LEADER),
    # Sent 8 April 2021; 8 May is a Saturday. Then 13, 17 and 24 May are holidays.
    ("2021-05-10", "AnswerDue-L2021-03-HOD-0d", SECRETARIAT),
    ("2021-05-27", "ReplyOverdue-L2021-03-HOD-10wd", SECRETARIAT),
    ("2021-06-24", "ReplyOverdue-L2021-03-HOD-30wd", AND_LEADER),
    # Comments on the minutes by Wednesday 23 June 2021, sent out on the day of the first rung.
    ("2021-06-16", "DeadlineNearing-D2021-02--5wd", (*SECRETARIAT, *MEMBERS_2021)),
    ("2021-06-21", "DeadlineNearing-D2021-02--2wd", (*SECRETARIAT, *MEMBERS_2021)),
    # Drafts last touched on 3 June 2021, 14 days on, and once only.
    ("2021-06-17", "OpEdIdle-O2021-03-14d", SECRETARIAT),
    ("2021-06-17", "OpEdIdle-O2021-04-14d", SECRETARIAT),
    ("2021-06-17", "OpEdIdle-O2021-05-14d", SECRETARIAT),
    ("2021-06-17", "OpEdIdle-O2021-06-14d", SECRETARIAT),
    # Themes of the plan of action that was adopted on 4 June 2020, 90 days after the last of what
    # belongs to them: a letter or an answer in the area, a meeting or an op-ed there. No more once
    # the plan's areas are not used, from 1 January 2022 on.
    ("2020-09-02", "ThemeIdle-T-BAEREKRAFT-90d", SECRETARIAT),
    ("2020-09-02", "ThemeIdle-T-HJEMMEMARKED-90d", SECRETARIAT),
    ("2020-09-02", "ThemeIdle-T-KLINISKE-90d", SECRETARIAT),
    ("2020-09-02", "ThemeIdle-T-TEKNOLOGI-90d", SECRETARIAT),
    # The letter of 30 June 2020, the answers in September, a meeting on 11 February, the stances
    # of August 2021.
    ("2020-09-28", "ThemeIdle-T-KOMMUNELOFT-90d", SECRETARIAT),
    ("2020-12-29", "ThemeIdle-T-KOMMUNELOFT-90d", SECRETARIAT),
    ("2021-05-12", "ThemeIdle-T-KOMMUNELOFT-90d", SECRETARIAT),
    ("2021-11-29", "ThemeIdle-T-KOMMUNELOFT-90d", SECRETARIAT),
    # Last on 2 November 2020 (31 January is a Sunday), 8 April, 11 May and 19 August 2021.
    ("2021-02-01", "ThemeIdle-T-HJEMMEMARKED-90d", SECRETARIAT),
    ("2021-07-07", "ThemeIdle-T-BAEREKRAFT-90d", SECRETARIAT),
    ("2021-08-09", "ThemeIdle-T-KLINISKE-90d", SECRETARIAT),
    ("2021-11-17", "ThemeIdle-T-TEKNOLOGI-90d", SECRETARIAT),
    # Ideas that moved: helsedata on 19 August 2021, persontilpasset medisin in 2022 on 14 June (12
    # September is a Monday) and on 12 October.
    ("2021-11-17", "ThemeIdle-T-HELSEDATA-90d", SECRETARIAT),
    ("2022-09-12", "ThemeIdle-T-PERSONTILPASSET-90d", SECRETARIAT),
    ("2023-01-10", "ThemeIdle-T-PERSONTILPASSET-90d", SECRETARIAT),
    # HOD, KD and KMD answered "in September 2020", so their silence counts from the 30th, and
    # their stances from the 1st: 180 and 365 days, one line for the three.
    ("2021-03-29", "StakeholderGoneQuiet-T-KOMMUNELOFT-180d", SECRETARIAT),
    ("2021-09-01", "StanceStale-T-KOMMUNELOFT-365d", SECRETARIAT),
    # Deadline Friday 10 September 2021, never submitted.
    ("2021-08-20", "ConsultationNearing-C2021-02--21d", SECRETARIAT),
    ("2021-08-27", "ConsultationNearing-C2021-02--14d", SECRETARIAT),
    ("2021-09-03", "ConsultationNearing-C2021-02--7d", SECRETARIAT),
    ("2021-09-07", "ConsultationNearing-C2021-02--3d", SECRETARIAT),
    ("2021-09-09", "ConsultationNearing-C2021-02--1d", SECRETARIAT),
    # The members' own deadline for it, Friday 3 September.
    ("2021-08-27", "DeadlineNearing-D2021-01--5wd", (*SECRETARIAT, *MEMBERS_2021)),
    ("2021-09-01", "DeadlineNearing-D2021-01--2wd", (*SECRETARIAT, *MEMBERS_2021)),
    # Sent 3 October 2022, never answered.
    ("2022-11-03", "AnswerDue-L2022-06-NFD-0d", SECRETARIAT),
    ("2022-11-17", "ReplyOverdue-L2022-06-NFD-10wd", SECRETARIAT),
    ("2022-12-15", "ReplyOverdue-L2022-06-NFD-30wd", AND_LEADER),
    # Comments on the minutes by Monday 12 December 2022.
    ("2022-12-05", "DeadlineNearing-D2022-01--5wd", (*SECRETARIAT, *MEMBERS_2022)),
    ("2022-12-08", "DeadlineNearing-D2022-01--2wd", (*SECRETARIAT, *MEMBERS_2022)),
    # Deadline 5 January 2023; submitted on 19 December, three days before the next rung.
    ("2022-12-15", "ConsultationNearing-C2023-01--21d", SECRETARIAT),
    # The council meeting of 3 February 2023; those before it are reported as held.
    ("2023-01-24", "PapersDue-M2023-01-papers--10d", SECRETARIAT),
    ("2023-01-27", "PapersDue-M2023-01-papers--7d", SECRETARIAT),
    # Letters and dialogue meetings call for an op-ed or a post.
    *SUGGESTED,
)

# What goes at once: a deadline that is today, and an answer that has come.
AT_ONCE: Table = (
    # The answer of KS, dated and entered on that day.
    ("2016-09-12", "ReplyReceived-L2016-01-KS-answer-2016-09-12", ("SEK",)),
    # "In September 2020" is certain on its last day, and so is "in February 2021", a Sunday.
    ("2020-09-30", "ReplyReceived-L2020-02-HOD-answer-2020-09", SECRETARIAT),
    ("2020-09-30", "ReplyReceived-L2020-02-KD-answer-2020-09", SECRETARIAT),
    ("2020-09-30", "ReplyReceived-L2020-02-KMD-answer-2020-09", SECRETARIAT),
    ("2021-02-28", "InterimReplyReceived-L2021-02-HOD-reply-2021-02", SECRETARIAT),
    ("2021-06-23", "DeadlineNearing-D2021-02-0wd", (*SECRETARIAT, *MEMBERS_2021)),
    ("2021-09-10", "ConsultationNearing-C2021-02-0d", SECRETARIAT),
    ("2021-09-03", "DeadlineNearing-D2021-01-0wd", (*SECRETARIAT, *MEMBERS_2021)),
    ("2022-12-12", "DeadlineNearing-D2022-01-0wd", (*SECRETARIAT, *MEMBERS_2022)),
    # Known on the day itself, and on 27 January: too late for the rung seven days before.
    ("2023-01-17", "DeadlineNearing-D2023-01-0d", SECRETARIAT),
    ("2023-02-01", "DeadlineNearing-D2023-02-0d", SECRETARIAT),
)


KEY = re.compile(r"\(([A-Z]+[0-9]{4}-[0-9]{2}|T-[A-Z]+)\)")
"""How a line of a digest names its thing."""


def test_exactly_these_mails_go_out(first: Outcome) -> None:
    at_once = {f"{day}-{what}-{who}" for day, what, people in AT_ONCE for who in people}
    digests = {f"{day}-Digest-{who}" for day, _, people in COLLECTED for who in people}
    assert set(first.mails) == at_once | digests


def test_each_digest_tells_exactly_what_was_collected_each_thing_once(first: Outcome) -> None:
    expected: dict[str, list[str]] = {}
    for day, what, people in COLLECTED:
        thing = "-".join(what.split("-")[1:3])
        for who in people:
            expected.setdefault(f"{day}-Digest-{who}", []).append(thing)
    for name, things in expected.items():
        message = email.message_from_bytes(first.mails[name], policy=email.policy.default)
        body = message.get_body(("plain",))
        assert body is not None
        assert sorted(KEY.findall(body.get_content())) == sorted(things), name


def test_every_mail_says_which_day_it_is_and_reminders_go_at_half_past_seven(
    first: Outcome,
) -> None:
    for name, mail in first.mails.items():
        message = email.message_from_bytes(mail, policy=email.policy.default)
        sent = message["Date"].datetime.astimezone(OSLO)
        # An answer without an hour enters the replay at midnight, and is told at once.
        hour = time(0) if "ReplyReceived" in name else time(7, 30)
        assert (sent.date().isoformat(), sent.time()) == (name[:10], hour), name


def test_three_departments_that_have_not_answered_on_the_last_day(first: Outcome) -> None:
    report = json.loads(first.files["unanswered.json"])
    assert report["as_of"] == "2023-02-03"
    assert [
        (row["letter"], row["department"], row["state"], row["due"]) for row in report["rows"]
    ] == [
        ("L2021-02", "HOD", "interim", "2021-03-08"),
        ("L2021-03", "HOD", "overdue", "2021-05-10"),
        ("L2022-06", "NFD", "overdue", "2022-11-03"),
    ]


def test_three_months_counted_by_hand(first: Outcome) -> None:
    months = {month.name: month for month in first.summary.months}
    # Three departments answered "in September 2020", told to three; four had read the last rung on
    # the 10th, and the leader of the answers on the 30th. Three read of themes on the 2nd and 28th.
    assert months["2020-09"] == Month("2020-09", letters=0, answers=3, reminders=9 + 4 + 1 + 3 + 3)
    # One letter, and the interim reply to it, told to three, who read of a theme on the 1st and of
    # what the letter suggests on the 8th; nothing was due.
    assert months["2021-02"] == Month("2021-02", letters=1, answers=1, reminders=3 + 3 + 3)
    # L2022-08 to L2022-10; two rungs and the day itself to 17 people, on the 15th four digests, and
    # three read of suggestions on the 1st, 2nd and 19th.
    assert months["2022-12"] == Month("2022-12", letters=3, answers=0, reminders=3 * 17 + 4 + 9)
    assert sum(month.letters for month in months.values()) == 19
    assert sum(month.answers for month in months.values()) == 5
    assert sum(month.reminders for month in months.values()) == len(first.mails)
