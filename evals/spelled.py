"""Asks who is in charge of each project of a plan, its name typed as people type it in a hurry.

The questions are made of the catalogue alone, so that any city's plan can be tried without a question set.
"""

import random
from collections.abc import Iterator
from itertools import pairwise

import jaconv

from assistant.ports import Assistant
from assistant.understand.checked import checked_sounds
from assistant.understand.lexicon import stem_of
from assistant.understand.sounding import SoundingNames
from assistant.understand.words import words
from corpus.catalogue import Catalogue
from corpus.records import Record
from evals.items import EvalItem
from evals.runner import ItemOutcome, Progress, run

_SEED = 1
# A slip in a shorter name may as well be another word.
_SHORTEST_SLIPPED = 6


class SpelledResult(Record):
    """What became of the ``asked`` names in one way of typing them."""

    way: str
    asked: int
    missed: tuple[ItemOutcome, ...]


def run_spelled(assistant: Assistant, catalogue: Catalogue, progress: Progress | None = None) -> list[SpelledResult]:
    """Ask for each project in each way of typing its name.

    A name that another sounds like is left out: it has to be asked back. ``progress`` hears (ways done, ways in all).
    """
    items = _items(catalogue)
    ways = list(dict.fromkeys(item.category for item in items))
    results = []
    for done, way in enumerate(ways, 1):
        chosen = [item for item in items if item.category == way]
        outcomes = run(chosen, assistant, catalogue, repeat=False)
        missed = tuple(outcome for outcome in outcomes if not outcome.is_right)
        results.append(SpelledResult(way=way, asked=len(chosen), missed=missed))
        if progress:
            progress(done, len(ways))
    return results


def _items(catalogue: Catalogue) -> list[EvalItem]:
    names = [project.name for project in catalogue.projects]
    sounding = SoundingNames(names, checked_sounds(catalogue.documents, names))
    heard = [*sounding.whole.values(), *sounding.in_part.values()]
    chance = random.Random(_SEED)
    items = []
    for project in catalogue.projects:
        sound, stem = sounding.whole[project.name], stem_of(project.name)
        if heard.count(sound) > 1 or heard.count(sounding.in_part.get(stem, "")) > 1:
            continue
        for way, question in _ways(project.name, sound, sounding.in_part.get(stem, sound), chance):
            expect = {"status": "answered", "divisions": project.divisions, "projects": [project.name]}
            turns = [{"question": question, "expect": expect}]
            made = {"id": f"{way} {project.name}", "category": way, "split": "dev", "turns": turns}
            items.append(EvalItem.model_validate(made))
    return items


def _ways(name: str, sound: str, stem_sound: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Each way of typing the name, and the question that is typed so."""
    stem = stem_of(name)
    yield "ひらがな", f"{jaconv.kata2hira(sound)}のたんとうはどこですか"
    yield "半角カナ", jaconv.z2h(f"{sound} タントウカ ハ?", kana=True)
    yield "事業・事務を省き、ひらがな", f"{jaconv.kata2hira(stem_sound)}の担当課は？"
    parts = [word.surface for word in words(stem)]
    if len(parts) > 1 and stem_sound.startswith(first := SoundingNames([parts[0]], {}).whole[parts[0]]):
        yield "前がひらがな", f"{jaconv.kata2hira(first)}{''.join(parts[1:])}の担当課は"
        yield "後ろがひらがな", f"{parts[0]}{jaconv.kata2hira(stem_sound.removeprefix(first))}の担当課は"
    if len(stem) >= _SHORTEST_SLIPPED:
        slipped = chance.choice([at for at, pair in enumerate(pairwise(stem)) if len(set(pair)) > 1])
        changed = f"{stem[:slipped]}{stem[slipped + 1]}{stem[slipped]}{stem[slipped + 2 :]}"
        yield "一字抜け", f"{stem[:slipped]}{stem[slipped + 1 :]}の担当課は"
        yield "前後入れ替え", f"{changed}の担当課は"
