"""Which of a question's topics decides: what is done with a thing, and whose the thing is (``generic_words.yaml``)."""

import re
from collections.abc import Sequence
from functools import cache

from assistant.understand.normalize import key
from assistant.understand.vocabulary import TermIndex, Topic, TopicHit, load_topics, read_yaml

# One thing of a body's between it and the matter.
_SHORTEST = 2
# What may stand between an animal and what happened to it: nobody else of whom that is told.
_NO_OTHER = "[^がはもをと]{0,12}"
_ITS_OWN = re.compile(r"(?<=の)[一-龥ァ-ヴー]{1,6}の$")


def prevailing(hits: Sequence[TopicHit], terms: TermIndex) -> tuple[TopicHit, ...]:
    """The hits without those of a thing where another says what is done with it (督促 of a 固定資産税).

    ``terms`` tells whether the plan prints what is done; where it does not, the thing is all that it knows.
    """
    done = [hit.topic for hit in hits if hit.topic.name in _done_with() and terms.linked(hit.topic.terms)]
    things = {thing for topic in done for thing in _done_with()[topic.name]}
    return tuple(hit for hit in hits if hit.topic.name not in things)


def with_verbs(hits: Sequence[TopicHit], text: str) -> list[TopicHit]:
    """The hits, and what is done with a thing where a verb behind it tells so (住民税を払いたい); ``text`` is a key."""
    verbs = (
        TopicHit(topic, verb[0], verb.start(), verb.end())
        for hit in hits
        for things, said, topic in _by_verb()
        if hit.topic.name in things and (verb := said.match(text, hit.end))
    )
    return [*hits, *verbs]


def is_of_another(hit: TopicHit, text: str) -> bool:
    """Whether the matter is said to be another body's own, of which each body has one (県の職員採用, 会社の監査)."""
    bodies = _owners().get(hit.topic.name, ())
    before = text[: hit.start]
    if before.endswith(tuple(body[:-1] for body in bodies if len(body) > _SHORTEST)):
        return True  # 生徒会選挙; a short one may end another word (全|国)
    between = _ITS_OWN.search(before)  # 町内会の会計の監査
    return before.endswith(bodies) or bool(between and before[: between.start()].endswith(bodies))


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """For each topic of which every body has its own, the bodies as they stand before it (会社の)."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_yaml("generic_words.yaml")["own_of_each"]:
        for name in row["topics"]:
            found[name] = (*found.get(name, ()), *(key(f"{body}の") for body in row["bodies"]))
    return found


def is_of_a_workplace(hit: TopicHit, hits: Sequence[TopicHit]) -> bool:
    """Whether a workplace elsewhere is told of, and the matter is what any employer owes (バイト先でけが … 労災)."""
    told_by, owed = _of_workplaces()
    return hit.topic.name in owed and any(other.topic.name in told_by for other in hits)


def is_voiced_on(hit: TopicHit, others: Sequence[TopicHit], text: str) -> bool:
    """Whether the word is what somebody has to say on another matter that it names (騒音の苦情); the text is a key."""
    on_any = hit.word in _voiced_on_any() and text[hit.start - 1 : hit.start] == "の"
    return on_any and any(other.end == hit.start - 1 for other in others)


def is_of_an_animal(hit: TopicHit, text: str) -> bool:
    """Whether it is an animal that died or was born (柴犬が亡くなりました), not whoever kept it; the text is a key."""
    topics, animals = _of_people()
    return hit.topic.name in topics and animals.search(text) is not None


def is_of_other_bodies(topics: Sequence[str]) -> bool:
    """Whether the law gives one of the topics to the state or the prefecture (消費税, 自動車税)."""
    return not _by_law().isdisjoint(topics)


def is_function(hit: TopicHit) -> bool:
    """Whether the word tells of what any service does, with whatever it is that is not said (督促, 払い忘れ)."""
    collects = any("税" in thing for thing in _done_with().get(hit.topic.name, ()))
    return hit.word in _function_words() or (collects and "税" not in hit.word)


@cache
def _done_with() -> dict[str, frozenset[str]]:
    """For each topic of something done (collecting, certifying), the topics of the things that it is done with."""
    rows = read_yaml("generic_words.yaml")["done_with"]
    return {name: frozenset(row["things"]) for row in rows for name in row["topics"]}


@cache
def _by_verb() -> list[tuple[frozenset[str], re.Pattern[str], Topic]]:
    """The things that a verb may be said of, that verb as it stands behind them, and the topic that it is."""
    topics = {topic.name: topic for topic in load_topics()}
    rows = (row for row in read_yaml("generic_words.yaml")["done_with"] if "said" in row)
    return [(frozenset(row["things"]), re.compile(row["said"]), topics[row["as"]]) for row in rows]


@cache
def _of_workplaces() -> tuple[frozenset[str], frozenset[str]]:
    """The topics that tell of a workplace elsewhere, and those of what any employer owes."""
    rule = read_yaml("generic_words.yaml")["of_workplaces"]
    return frozenset(rule["told_by"]), frozenset(rule["topics"])


@cache
def _of_people() -> tuple[frozenset[str], re.Pattern[str]]:
    """The topics that only people have, and an animal of which one of them is told."""
    rule = read_yaml("generic_words.yaml")["of_people"]
    kinds = "|".join(sorted(map(key, rule["animals"]), key=len, reverse=True))
    return frozenset(rule["topics"]), re.compile(f"(?:{kinds})(?:ちゃん)?(?:[がはも]{_NO_OTHER})?(?:{rule['happens']})")


@cache
def _voiced_on_any() -> frozenset[str]:
    return frozenset(map(key, read_yaml("generic_words.yaml")["voiced_on_any"]))


@cache
def _by_law() -> frozenset[str]:
    return frozenset(read_yaml("generic_words.yaml")["of_other_bodies"])


@cache
def _function_words() -> frozenset[str]:
    return frozenset(map(key, read_yaml("generic_words.yaml")["function_words"]))
