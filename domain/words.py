"""English words for what events enumerate: roles, ways to close, and the fields of a correction.

The catalogues translate them; `wording.history` puts them into sentences.
"""

from collections.abc import Mapping

from .kinds import Role, SignOffCode
from .letter_texts import LetterText
from .media import CoverageSort
from .points import Uptake
from .sentences import N_
from .stages import Stage
from .stakeholders import Level, StakeholderRole, StanceValue

ROLES: Mapping[Role, str] = {
    Role.SECRETARIAT: N_("part of the secretariat"),
    Role.LEADER: N_("the leader of the council"),
    Role.MEMBER: N_("a member of the council"),
    Role.DEPUTY: N_("a deputy"),
    Role.OBSERVER: N_("an observer"),
}

LETTER_TEXTS: Mapping[LetterText, str] = {
    LetterText.FIRST: N_("the first follow-up"),
    LetterText.SECOND: N_("the second follow-up"),
    LetterText.LEADER: N_("the follow-up for the leader’s signature"),
    LetterText.MORE_TIME: N_("the request for more time"),
}

STAGES: Mapping[Stage, str] = {
    Stage.IDEA: N_("idea"),
    Stage.ANALYSIS: N_("analysis"),
    Stage.VERIFICATION: N_("verification"),
    Stage.IMPLEMENTATION: N_("implementation"),
    Stage.FOLLOW_UP: N_("following up"),
}

WRITTEN: Mapping[str, str] = {"nb": N_("bokmål"), "nn": N_("nynorsk")}
"""The written standards by their codes, inside a sentence."""

STAKEHOLDER_ROLES: Mapping[StakeholderRole, str] = {
    StakeholderRole.OWNER: N_("owner"),
    StakeholderRole.INTERESTED: N_("interested"),
    StakeholderRole.SOCIETY: N_("society"),
}

STANCES: Mapping[StanceValue, str] = {
    StanceValue.SUPPORTS: N_("supports"),
    StanceValue.PARTLY: N_("partly supports"),
    StanceValue.NEUTRAL: N_("neutral"),
    StanceValue.OPPOSED: N_("opposed"),
    StanceValue.UNKNOWN: N_("unknown"),
}
"""Where a stakeholder stands, alone on a tag and inside a sentence."""

LEVELS: Mapping[Level, str] = {
    Level.LOW: N_("low"),
    Level.MEDIUM: N_("medium"),
    Level.HIGH: N_("high"),
}

SIGN_OFFS: Mapping[SignOffCode, str] = {
    SignOffCode.LETTER: N_("BU (answered by letter)"),
    SignOffCode.EMAIL: N_("BE (answered by e-mail)"),
    SignOffCode.TELEPHONE: N_("TLF (answered by telephone)"),
    SignOffCode.NOTED: N_("TE (noted)"),
    SignOffCode.TAKEN_AS_INFORMATION: N_("TO (taken as information)"),
    SignOffCode.MEMO: N_("BN (answered by memo)"),
    SignOffCode.CASE_CLOSED: N_("SA (case closed)"),
    SignOffCode.UNSPECIFIED: N_("no code given"),
}
"""Noark 5's codes (metadata M619), each with what it stands for."""

COVERAGE_SORTS: Mapping[CoverageSort, str] = {
    CoverageSort.COVERAGE: N_("coverage"),
    CoverageSort.READER_COMMENT: N_("a reader's comment"),
    CoverageSort.INTERVIEW: N_("an interview"),
    CoverageSort.ANSWER: N_("an answer from us"),
}

UPTAKES: Mapping[Uptake, str] = {
    Uptake.TAKEN: N_("taken up"),
    Uptake.PARTLY: N_("partly taken up"),
    Uptake.NOT_TAKEN: N_("not taken up"),
    Uptake.UNKNOWN: N_("not known yet"),
}
"""What has become of a point that the council raised."""

FIELDS: Mapping[str, str] = {
    "about": N_("what it comes from"),
    "agenda": N_("agenda"),
    "area": N_("area"),
    "arguments": N_("arguments"),
    "asked_again_in": N_("follow-up that asks for the answer"),
    "background": N_("background"),
    "by": N_("who of us"),
    "channel": N_("channel"),
    "chosen_measures": N_("chosen measures"),
    "comments_by": N_("last day for comments"),
    "consultation": N_("consultation that it belongs to"),
    "contribution": N_("how the council can contribute"),
    "cosigners": N_("co-signers"),
    "days_before": N_("how long before the meetings"),
    "deadline": N_("deadline"),
    "deputy_for": N_("whose deputy"),
    "digest_hour": N_("hour of the digest"),
    "digest_rhythm": N_("how often the digest comes"),
    "documents": N_("documents"),
    "due": N_("date"),
    "email": N_("e-mail address"),
    "ending": N_("format"),
    "feasibility": N_("feasibility"),
    "follow_up": N_("day of follow-up"),
    "follows_up": N_("letter that it follows up"),
    "function": N_("function"),
    "given": N_("day on which it was said"),
    "goal": N_("goal"),
    "influence": N_("influence"),
    "interest": N_("interest"),
    "join_url": N_("link to take part"),
    "kind": N_("kind"),
    "known_by": N_("who knows them"),
    "language": N_("language of letters to it"),
    "lead_days": N_("how early the text is wanted"),
    "letter": N_("letter that it is about"),
    "longest": N_("longest text"),
    "message": N_("message"),
    "met_on": N_("day of completion"),
    "name": N_("name"),
    "note": N_("note"),
    "number": N_("number"),
    "on": N_("day"),
    "op_ed": N_("op-ed that it is about"),
    "organisation": N_("organisation"),
    "outcome": N_("outcome"),
    "outlet": N_("outlet"),
    "owner": N_("owner"),
    "papers_url": N_("link to the papers"),
    "participants": N_("participants"),
    "people": N_("people who get it"),
    "place": N_("place"),
    "plan": N_("plan of action"),
    "possible_measures": N_("possible measures"),
    "potential": N_("potential"),
    "problem": N_("central problem"),
    "published": N_("date of publication"),
    "publisher": N_("publisher"),
    "purpose": N_("purpose"),
    "reaction": N_("reaction"),
    "recipients": N_("recipients"),
    "reply_expected": N_("whether an answer is expected"),
    "report": N_("report"),
    "responsibility": N_("responsibility"),
    "responsible": N_("responsible person"),
    "rhythm": N_("how often it is sent"),
    "role": N_("role"),
    "roles": N_("roles that get it"),
    "said_in": N_("where it was said"),
    "sent": N_("date of sending"),
    "significance": N_("significance"),
    "since": N_("first day"),
    "sort": N_("sort of coverage"),
    "source": N_("source"),
    "span": N_("which period it is about"),
    "speaker": N_("spokesperson"),
    "stage": N_("stage"),
    "status": N_("status"),
    "sub_goals": N_("sub-goals"),
    "submission": N_("response letter"),
    "submissions": N_("submissions to outlets"),
    "submit_to": N_("where texts are sent"),
    "submitted": N_("date of submission"),
    "succeeded_on": N_("day of succession"),
    "successor": N_("successor"),
    "suitability": N_("suitability"),
    "target_groups": N_("target groups"),
    "text": N_("text"),
    "theme": N_("theme"),
    "themes": N_("themes"),
    "time": N_("time"),
    "title": N_("title"),
    "touched": N_("last worked on"),
    "until": N_("last day"),
    "url": N_("web address"),
    "wanted_effect": N_("wanted effect"),
    "what": N_("what was promised"),
    "when": N_("when it takes place"),
}
"""Whatever a correction may name: each field that a person may put right, in any object."""

LADDERS: Mapping[str, str] = {
    "answer": N_("outstanding answers"),
    "promise": N_("answers that were promised"),
    "consultation": N_("consultations"),
    "internal": N_("internal deadlines"),
    "minutes_comments": N_("comments on minutes"),
    "approval": N_("the leader's approval"),
    "external": N_("external deadlines"),
    "imprecise": N_("dates without a day"),
    "op_ed_idle": N_("op-ed drafts that lie untouched"),
    "op_ed_comments": N_("comments on op-eds"),
    "op_ed_submitted": N_("op-eds that wait for their outlet"),
    "papers": N_("papers for council meetings"),
    "minutes": N_("minutes of council meetings"),
    "theme_idle": N_("themes without movement"),
    "measure": N_("measures to follow up"),
    "stakeholder_quiet": N_("owners who have gone quiet"),
    "stance_stale": N_("stances that are old"),
    "promised": N_("promises that were given to us"),
}
"""What each ladder reminds of: "the reminders of …"."""
