"""Rules on how a thing is said: extremes, comparisons, denials, confirmations, and "only"."""

from assistant.generate.binding import cues
from assistant.generate.licence import Licence
from assistant.generate.mentions import spoken
from assistant.generate.said import Fault, Sentence
from assistant.generate.sentences import sentences


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
    if _says(sentence, "comparison") and not _is_the_composers(sentence, licence):
        return Fault("comparison", "比べる文は、資料の文をそのまま使ってください。")
    return None


def polarity(sentence: Sentence, licence: Licence) -> Fault | None:
    """A denial, and a word that shuts others out, is the composer's own sentence."""
    if (_says(sentence, "negation") or _says(sentence, "only")) and not _is_the_composers(sentence, licence):
        return Fault("polarity", "打ち消しや「だけ」「すべて」を使わずに書いてください。")
    return None


def confirmations(sentence: Sentence, licence: Licence) -> Fault | None:
    """Yes and no are said only where the composer says the same."""
    composer = spoken(licence.written)
    wrong = [cue for cue in cues("confirmation") if cue in sentence.bare and cue not in composer]
    return Fault("polarity", f"「{wrong[0]}」とは書かないでください。") if wrong else None


def _says(sentence: Sentence, kind: str) -> bool:
    """Whether the sentence has a cue of that kind outside of names and quotations."""
    text = sentence.bare
    for mention in sentence.mentions:
        text = text.replace(mention.text, "、")
    return any(cue in text for cue in cues(kind))


def _is_the_composers(sentence: Sentence, licence: Licence) -> bool:
    own = {spoken(one).strip("。") for line in licence.lines for one in sentences(line.written)}
    return sentence.text.strip("。") in own
