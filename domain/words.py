"""English words for what events enumerate: roles, ways to close, and the fields of a correction.

The catalogues translate them; `wording.history` puts them into sentences.
"""

from collections.abc import Mapping

from .kinds import Role, SignOffCode
from .letter_texts import LetterText
from .sentences import N_

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

WRITTEN: Mapping[str, str] = {"nb": N_("bokmål"), "nn": N_("nynorsk")}
"""The written standards by their codes, inside a sentence."""

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

FIELDS: Mapping[str, str] = {
    "agenda": N_("agenda"),
    "answer_periods": N_("how long an answer may take"),
    "area": N_("area"),
    "asked_again_in": N_("follow-up that asks for the answer"),
    "closed_days": N_("closed days"),
    "comments_by": N_("last day for comments"),
    "consultation": N_("consultation that it belongs to"),
    "cosigners": N_("co-signers"),
    "deadline": N_("deadline"),
    "deputy_for": N_("whose deputy"),
    "digest_hour": N_("hour of the digest"),
    "digest_rhythm": N_("how often the digest comes"),
    "due": N_("date"),
    "email": N_("e-mail address"),
    "expects_answer": N_("which letters expect an answer"),
    "follows_up": N_("letter that it follows up"),
    "join_url": N_("link to take part"),
    "kind": N_("kind"),
    "language": N_("language of letters to it"),
    "legal_basis": N_("legal basis"),
    "met_on": N_("day of completion"),
    "morning": N_("hour of reminders"),
    "name": N_("name"),
    "note": N_("note"),
    "organisation": N_("organisation"),
    "outcome": N_("outcome"),
    "outlet": N_("outlet"),
    "papers_url": N_("link to the papers"),
    "participants": N_("participants"),
    "place": N_("place"),
    "plan": N_("plan of action"),
    "published": N_("date of publication"),
    "publisher": N_("publisher"),
    "quorum": N_("quorum"),
    "quorum_number": N_("number of members for a quorum"),
    "reaction": N_("reaction"),
    "recipients": N_("recipients"),
    "reply_expected": N_("whether an answer is expected"),
    "responsible": N_("responsible person"),
    "role": N_("role"),
    "sent": N_("date of sending"),
    "since": N_("first day"),
    "source": N_("source"),
    "status": N_("status"),
    "submission": N_("response letter"),
    "submitted": N_("date of submission"),
    "succeeded_on": N_("day of succession"),
    "successor": N_("successor"),
    "time": N_("time"),
    "title": N_("title"),
    "touched": N_("last worked on"),
    "until": N_("last day"),
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
}
"""What each ladder reminds of: "the reminders of …"."""
