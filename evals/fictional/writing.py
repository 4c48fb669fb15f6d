"""Sentences of a generated plan, put together from the patterns in ``data/sentences.yaml``."""

import re
from random import Random

from evals.fictional.vocabulary import words


def content(random: Random, about: str, also: str) -> str:
    """What a project does: one to four sentences around the topic's two noun phrases."""
    opening = random.choice(words("sentences")["opening"])
    sentences = [opening]
    if "{also}" not in opening and random.random() < 0.7:
        sentences.append(random.choice(words("sentences")["following"]))
    sentences += random.sample(words("sentences")["closing"], random.choice((0, 0, 0, 1, 1, 2)))
    return "".join(_filled(random, sentence, about, also) for sentence in sentences)


def goal(random: Random, about: str, also: str) -> str:
    """A priority project's goal: one or two sentences."""
    patterns = random.sample(words("sentences")["goal"], random.choice((1, 1, 2)))
    return "".join(_filled(random, pattern, about, also) for pattern in patterns)


def note(random: Random) -> str:
    """A priority project's 特記事項."""
    return str(random.choice(words("sentences")["note"]))


def period_remark(random: Random, years: tuple[str, ...]) -> str:
    """A bracketed remark that the project ends or begins with a year, as printed."""
    return str(random.choice(words("sentences")["period_remark"])).format(year=random.choice(years))


def _filled(random: Random, pattern: str, about: str, also: str) -> str:
    drawn = {slot: random.choice(words("sentences")[slot]) for slot in ("purpose", "means", "effect")}
    sentence = pattern.format(about=about, also=also, **drawn)
    # Some topics are themselves worded "…の実施".
    return re.sub("の実施を(実施し|行い)ます", "を実施します", sentence)
