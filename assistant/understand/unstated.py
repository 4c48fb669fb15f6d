"""Facts that a plan never states (telephone numbers, fees, persons), by the patterns of ``data/unstated.yaml``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.understand.errands import without_told
from assistant.understand.lexicon import Mention
from assistant.understand.normalize import key
from assistant.understand.telling import is_within, told_in, without_indefinite
from assistant.understand.vocabulary import pattern_of, read_yaml
from assistant.understand.whom import asks_who_handles
from assistant.understand.words import words

# Stand for the plan's names in what the patterns meet: one for projects, one for divisions and all others.
_PROJECT, _DIVISION = "◇", "◯"
_ASKS_FACT = re.compile("いくら|幾ら|なんぼ|何|なん|高|安|上が|下が")
_UNWRITTEN = re.compile(r"[\s「」『』【】〈〉《》“”\"'・]+")


@dataclass(frozen=True, slots=True)
class Fact:
    """One kind of fact.

    ``gives_way`` says what it yields to: to a ``question`` for something that the plan prints, to a ``schedule``,
    to ``nothing``; without it, to whatever in the plan says what is asked. ``no_errand``: no division helps with it.
    ``measure`` is what it is of a matter (日程 of a 試験).
    """

    name: str
    asks: re.Pattern[str]
    unless: re.Pattern[str] | None
    gives_way: str | None
    no_errand: bool = False
    measure: str = ""

    def asked_in(self, text: str, told: Sequence[tuple[int, int]] = ()) -> re.Match[str] | None:
        """Where the prepared text asks for it, outside what is only ``told``."""
        found = None if self.unless and self.unless.search(text) else self.asks.search(text)
        while found and is_within(found.span(), told):
            found = self.asks.search(text, found.start() + 1)
        return found


@cache
def load_facts() -> tuple[Fact, ...]:
    """All facts, in the file's order."""
    data = read_yaml("unstated.yaml")
    return tuple(
        Fact(
            name=row["fact"],
            asks=pattern_of(row["asks"], data["shorthands"]),
            unless=pattern_of(row["unless"], data["shorthands"]) if "unless" in row else None,
            gives_way=row.get("gives_way"),
            no_errand=bool(row.get("no_errand")),
            measure=row.get("measure", ""),
        )
        for row in data["facts"]
    )


@cache
def _turns_to(what: str) -> re.Pattern[str]:
    data = read_yaml("unstated.yaml")
    return pattern_of(data[what], data["shorthands"])


def find_unstated(text: str, mentions: Sequence[Mention], besides: bool = False) -> tuple[Fact | None, str]:
    """The fact that the folded question asks for and no plan states, with the words (a ``key``) that ask for it.

    With ``besides`` also where the question turns to something that the plan does print.
    """
    prepared = without_indefinite(without_told(_prepared(text, mentions)))
    turns_to = not besides and asks_who_handles(prepared) and not _turns_to("decided").search(prepared)
    told = told_in(prepared)
    for fact in load_facts():
        asked = fact.asked_in(prepared, () if fact.gives_way == "nothing" else told)
        if asked and (not turns_to or fact.gives_way == "question") and not _is_setting(fact, asked, prepared):
            return fact, key(asked[0])
    return None, ""


def is_tail_of_name(phrase: str, names: Sequence[tuple[int, int]], text: str) -> bool:
    """Whether a fact's words begin inside a matter's name, at its place in the text, and ask for nothing behind it.

    児童|手当は asks for no pay; 印鑑|登録の方法 and 児童|手当はいくら ask for a fact of the matter.
    """
    at = text.find(phrase) if phrase else -1
    rests = [text[end : at + len(phrase)] for start, end in names if start < at < end]
    return any(not (_ASKS_FACT.search(rest) or any(word.is_noun for word in words(rest))) for rest in rests)


def _is_setting(fact: Fact, asked: re.Match[str], prepared: str) -> bool:
    """Whether the fact's word is only told: a matter, or a field of a project named, is asked for behind it.

    様式に事業CDを書く欄がある; 原付も持ってきた、その税金のことは
    """
    if fact.gives_way is None and _turns_to("turns_to_matter").search(prepared, asked.end()):
        return True
    behind = _turns_to("turns_to_field").search(prepared, asked.end())
    return fact.gives_way is None and behind is not None and _PROJECT in prepared


@cache
def is_no_errand(fact: str) -> bool:
    """Whether no division helps whoever asks for the fact (an opinion, somebody's private life)."""
    return any(one.no_errand for one in load_facts() if one.name == fact)


@cache
def gives_way(name: str) -> str | None:
    """What the fact of that name gives way to, if anything."""
    return next((fact.gives_way for fact in load_facts() if fact.name == name), None)


def measure_of(name: str) -> str:
    """What the fact of that name is of a matter, if it has such a word."""
    return next((fact.measure for fact in load_facts() if fact.name == name), "")


def _prepared(text: str, mentions: Sequence[Mention]) -> str:
    """The text as the patterns meet it; mentions stand at places of its key, which has no punctuation."""
    done: list[str] = []
    at = 0
    for char in text.lower():
        size = len(key(char))
        named = next((mention for mention in mentions if size and mention.start <= at < mention.end), None)
        done.append(char if named is None else _PROJECT if named.kind == "project" else _DIVISION)
        at += size
    return re.sub(f"([{_PROJECT}{_DIVISION}])\\1+", r"\1", _UNWRITTEN.sub("", "".join(done)))
