"""Draw the divisions of a fictional city and who carries which project."""

from collections import Counter
from random import Random

from evals.fictional.typesetting import DIVISION_WIDTH, wrap
from evals.fictional.vocabulary import words

SUFFIXES = ("課", "室", "所", "局", "館", "署", "センター")
"""What the name of a division ends with."""


def draw_divisions(random: Random, domains: list[str], long_names: int) -> list[tuple[str, ...]]:
    """The divisions that carry each of the projects, whose domains are given: mostly one, at times two or three."""
    pools = {domain: _pool(random, domain, count) for domain, count in Counter(domains).items()}
    for name in random.sample(wrapped_names(), long_names):
        random.choice(list(pools.values())).append(name)
    every = [name for pool in pools.values() for name in pool]
    return [_owners(random, pools[domain], every) for domain in domains]


def related_divisions(random: Random, responsible: tuple[str, ...]) -> tuple[str, ...]:
    """One to three divisions that a card names beside the responsible ones."""
    stems = [f"{stem}課" for domain in words("divisions")["domains"].values() for stem in domain["stems"]]
    return tuple(random.sample([name for name in stems if name not in responsible], random.randint(1, 3)))


def wrapped_names() -> list[str]:
    """The long names whose lines in the table, but for the last, do not themselves end like a division's name."""
    lines = {name: wrap(name, DIVISION_WIDTH) for name in words("divisions")["long_names"]}
    return [name for name, parts in lines.items() if not any(part.endswith(SUFFIXES) for part in parts[:-1])]


def _pool(random: Random, domain: str, projects: int) -> list[str]:
    suffixes = words("divisions")["suffixes"]
    kinds = words("divisions")["domains"][domain]
    stems = [
        stem + random.choices(list(suffixes), weights=list(suffixes.values()))[0]
        for stem in random.sample(kinds["stems"], len(kinds["stems"]))
    ]
    names = [*stems, *kinds["names"]]
    return random.sample(names, min(len(names), 1 + projects // 2))


def _owners(random: Random, pool: list[str], every: list[str]) -> tuple[str, ...]:
    first = random.choice(pool)
    others = [name for name in every if name != first]
    more = random.choices((0, 1, 2), weights=(84, 13, 3))[0]
    return (first, *random.sample(others, min(more, len(others))))
