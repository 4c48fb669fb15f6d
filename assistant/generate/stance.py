"""Rules on how a thing is said: extremes, comparisons, denials, confirmations, and "only"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.generate.binding import cues, is_threshold
from assistant.generate.completeness import without_total
from assistant.generate.licence import Licence
from assistant.generate.mentions import spoken
from assistant.generate.said import Fault, Sentence
from assistant.generate.sentences import sentences
from assistant.verify import MARKER

# A year that the plan prints as the end of something, or as its beginning.
_UNTIL = re.compile(r"[~～]((?:令和|平成)[0-9元]+年度?)|((?:令和|平成)[0-9元]+年度?)まで")
_SINCE = re.compile(r"((?:令和|平成)[0-9元]+年度?)(?:[~～](?!令和|平成|[0-9])|から)")


def superlatives(sentence: Sentence, licence: Licence) -> Fault | None:
    """An extreme is the composer's own: of the same direction, and of the same names."""
    for direction in ("largest", "smallest"):
        if not _says(sentence, direction):
            continue
        own = [line for line in licence.lines if any(cue in line.text for cue in cues(direction))]
        if not any(sentence.names <= line.names for line in own):
            return Fault("superlative", "最も大きい・小さいという言い方は、資料と同じ対象にだけ使ってください。")
    return None


def comparisons(sentence: Sentence, licence: Licence) -> Fault | None:
    """A comparison is made in the composer's own words."""
    amounts = sentence.of("amount")
    if amounts and all(is_threshold(amount, sentence, licence) for amount in amounts):
        return None
    if _says(sentence, "comparison"):
        return Fault("comparison", "比べる文は、資料の文をそのまま使ってください。")
    return None


def polarity(sentence: Sentence, _licence: Licence) -> Fault | None:
    """A denial, and a word that shuts others out, is the composer's own sentence."""
    if _says(sentence, "negation") or _says(sentence, "only"):
        return Fault("polarity", "打ち消しや「だけ」「すべて」を使わずに書いてください。")
    return None


def edges(sentence: Sentence, licence: Licence) -> Fault | None:
    """Until and since are the plan's own: the ends of a range, or printed at that year."""
    ground, years = licence.ground(sentence.markers), sentence.of("year")
    if sentence.bare.count("まで") > sum(sentence.text.startswith("まで", year.end) for year in years):
        return Fault("polarity", "「まで」は、資料に書かれた年度にだけ使ってください。")
    ranged = {
        year.end for one, next_one in pairwise(years) for year in (one, next_one)
        if sentence.text[one.end : next_one.start] == "から"
    }  # fmt: skip
    for year in years:
        for word, printed in (("まで", _UNTIL), ("から", _SINCE)):
            ends = {
                value
                for m in printed.finditer(ground)
                for y in licence.mentions.find(m[m.lastindex or 0])
                for value in y.values
            }
            if sentence.text.startswith(word, year.end) and year.end not in ranged and not set(year.values) <= ends:
                return Fault("polarity", f"「{year.text}{word}」とは、計画に書かれていません。")
    return None


def tenses(sentence: Sentence, licence: Licence) -> Fault | None:
    """The plan tells what is planned: nothing is said to be done, wished, or likely."""
    if not sentence.markers and licence.sources:
        return None
    estimated = sentence.of("amount")  # 推計: a cost may be said to be expected
    for kind in ("past", "guess"):
        if _says(sentence, kind, but=["見込"] if estimated else []):
            return Fault("tense", "済んだこととしても、推測としても書かず、計画の言い方で書いてください。")
    return None


def ratios(sentence: Sentence, licence: Licence) -> Fault | None:
    """Of whom to whom a ratio is, the composer's line tells by its order."""
    if "倍" not in sentence.bare and "割合" not in sentence.bare:
        return None
    order = [m.text for m in sentence.of("project")]
    own = [[m.text for m in line.mentions if m.kind == "project"] for line in licence.lines if "倍" in line.text]
    return None if order in own else Fault("comparison", "比べる文は、資料の文をそのまま使ってください。")


def confirmations(sentence: Sentence, licence: Licence) -> Fault | None:
    """Yes and no are said only where the composer says the same."""
    composer = spoken(licence.written)
    wrong = [cue for cue in cues("confirmation") if cue in sentence.bare and cue not in composer]
    return Fault("polarity", f"「{wrong[0]}」とは書かないでください。") if wrong else None


def is_the_composers(sentence: Sentence, licence: Licence) -> bool:
    """Whether the composer says the same, punctuation apart, with no marker that the sentence lacks."""
    own = {
        (_unpointed(spoken(one)), frozenset(int(number) for number in MARKER.findall(one)))
        for line in licence.lines
        for one in sentences(line.written)
    }
    text = _unpointed(sentence.text)
    return any(text == said and markers <= sentence.markers <= licence.sources.keys() for said, markers in own)


def _unpointed(text: str) -> str:
    return re.sub("[、。]", "", text)


def _says(sentence: Sentence, kind: str, but: Sequence[str] = ()) -> bool:
    """Whether the sentence has a cue of that kind (``but`` some) outside of names and quotations."""
    text = without_total(sentence.bare)
    for mention in sentence.mentions:
        text = text.replace(mention.text, "、")
    return any(cue in text for cue in cues(kind) if cue not in but)
