"""Letters that ask for the same answer: a letter, the follow-ups that ask for it, and theirs.

An answer to a follow-up answers everything that it asks of that department. An answer to one letter
closes the follow-up as soon as nothing else that it asks about is open. While a follow-up is out,
its own date is the one that people are reminded of.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from .letters import Letter
from .obligations import Obligation, Reply, SignOff

Fact = Reply | SignOff


@dataclass(frozen=True)
class Thread:
    """Letters by key, and `answers_for`: which organisation answers for another one today."""

    letters: Mapping[str, Letter]
    answers_for: Callable[[str], str]

    def owed(self, letter: Letter, department: str) -> list[Obligation]:
        """What the department, or one that it took over from, was expected to answer."""
        return [
            each
            for each in letter.obligations
            if each.expected and self.answers_for(each.recipient) == department
        ]

    def asked(self, follow_up: Letter, department: str) -> list[Obligation]:
        """What a follow-up asks of the department about the letters before it."""
        return [
            each
            for key in follow_up.follows_up
            if key in self.letters
            for each in self.owed(self.letters[key], department)
        ]

    @property
    def asking_again(self) -> list[Letter]:
        """The follow-ups among the letters, in the order of sending."""
        return [each for each in self._in_order() if each.follows_up and not each.withdrawn]

    def follow_ups_of(self, letter: Letter) -> list[Letter]:
        """The letters that ask again for an answer to this one, in the order of sending."""
        return [each for each in self.asking_again if letter.key in each.follows_up]

    def _in_order(self) -> list[Letter]:
        return sorted(self.letters.values(), key=lambda each: (each.sent.last, each.key))

    def _others(self, letter: Letter, department: str) -> Iterator[tuple[Letter, Obligation]]:
        for each in self._in_order():
            if each is not letter:
                yield from ((each, obligation) for obligation in self.owed(each, department))

    def _before(self, follow_up: Letter) -> dict[str, Letter]:
        """The letters that it asks about, and those that these ask about."""
        found: dict[str, Letter] = {}
        keys = [*follow_up.follows_up]
        for key in keys:
            if key in self.letters and key not in found:
                found[key] = self.letters[key]
                keys.extend(found[key].follows_up)
        return found

    def send(self, follow_up: Letter) -> None:
        """A follow-up is out, or put right: what it asks for is asked by it from now on."""
        taken_over = set()
        for letter in self._in_order():
            for each in letter.obligations:
                asks = letter.key in follow_up.follows_up and self._asks(follow_up, each)
                if asks and each.open and self._is_newer(follow_up, each):
                    taken_over.add(each.asked_again_in)
                    each.asked_again_in = follow_up.key
                elif each.asked_again_in == follow_up.key and not asks:
                    letter.resume(each)
        for key in taken_over - {None, follow_up.key}:
            self._take_over(self.letters[str(key)], follow_up)
        self._catch_up(follow_up)

    def _asks(self, follow_up: Letter, obligation: Obligation) -> bool:
        return bool(self.owed(follow_up, self.answers_for(obligation.recipient)))

    def _is_newer(self, follow_up: Letter, obligation: Obligation) -> bool:
        current = self.letters.get(obligation.asked_again_in or "")
        return current is None or (current.sent.last, current.key) <= (
            follow_up.sent.last,
            follow_up.key,
        )

    def _take_over(self, earlier: Letter, follow_up: Letter) -> None:
        """An earlier follow-up, all of which the new one asks for, is not waited for any more."""
        for each in earlier.obligations:
            still = [
                one
                for one in self.asked(earlier, self.answers_for(each.recipient))
                if one.open and one.asked_again_in == earlier.key
            ]
            if each.open and not still:
                each.asked_again_in = follow_up.key

    def _catch_up(self, follow_up: Letter) -> None:
        """Registered late: what it asks for has come since it was sent."""
        for each in follow_up.obligations:
            asked = self.asked(follow_up, self.answers_for(each.recipient))
            if each.open and asked and not any(one.open for one in asked):
                facts = [fact for one in asked for fact in one.closing]
                newest = max(facts, key=lambda fact: fact.when.sort_key())
                if newest.when.last >= follow_up.sent.first:
                    follow_up.also_take(each, self._copy(newest, self._home(newest, asked)))

    def _home(self, fact: Fact, asked: list[Obligation]) -> str:
        holder = next(one for one in asked if any(each is fact for each in one.closing))
        return holder.key.rsplit("/", 1)[0]

    def spread(self, letter: Letter, organisation: str, fact: Fact) -> None:
        """What was recorded on a letter counts for what asks, or is asked for, the same answer."""
        department = self.answers_for(organisation)
        for each in self._before(letter).values():
            for obligation in self.owed(each, department):
                if obligation.open:
                    each.also_take(obligation, self._copy(fact, letter.key))
        for each, obligation in self._others(letter, department):
            if each.follows_up and obligation.open:
                counts = self._counts(each, obligation, fact, letter.key)
                if counts is not None:
                    each.also_take(obligation, counts)

    def _counts(
        self, follow_up: Letter, obligation: Obligation, fact: Fact, home: str
    ) -> Fact | None:
        """What a follow-up has got by now: the answer itself, or the promise of what is open."""
        asked = self.asked(follow_up, self.answers_for(obligation.recipient))
        still = [one for one in asked if one.open]
        if not still:
            return self._copy(fact, home) if asked and obligation.open else None
        promises = [one.promised() for one in still]
        slowest = max(still, key=lambda one: one.due() or date.min)
        interim = slowest.interim()
        if interim is None or any(one.interim() is None for one in still):
            return None
        promised = None if None in promises else slowest.promised()
        if obligation.interim() is not None and obligation.promised() == promised:
            return None
        return replace(
            self._copy_of_reply(interim, slowest.key.rsplit("/", 1)[0]), promised=promised
        )

    def _copy(self, fact: Fact, home: str) -> Fact:
        if isinstance(fact, Reply):
            return self._copy_of_reply(fact, home)
        return replace(fact, given_to=fact.given_to or home)

    @staticmethod
    def _copy_of_reply(reply: Reply, home: str) -> Reply:
        return replace(reply, given_to=reply.given_to or home)

    def take_back(self, letter: Letter, organisation: str, fact: Fact, why: str) -> None:
        """What was withdrawn from a letter is withdrawn wherever it counted because of that."""
        department = self.answers_for(organisation)
        for each, obligation in self._others(letter, department):
            facts: list[Fact] = [*obligation.replies, *obligation.sign_offs]
            for copy in facts:
                if copy.given_to == letter.key and not copy.withdrawn and _same(copy, fact):
                    each.take_back(obligation, copy, why)
        for each in self.letters.values():
            for obligation in self.owed(each, department):
                asks_again = self.letters.get(obligation.asked_again_in or "")
                if asks_again and not any(one.open for one in self.owed(asks_again, department)):
                    obligation.asked_again_in = None


def _same(one: Fact, other: Fact) -> bool:
    if isinstance(one, Reply) and isinstance(other, Reply):
        return (one.kind, one.received) == (other.kind, other.received)
    if isinstance(one, SignOff) and isinstance(other, SignOff):
        return (one.code, one.on) == (other.code, other.on)
    return False
