"""Rules on form and on single values: language, markers, names, figures, quotations."""

import re
from unicodedata import normalize

from assistant.generate.binding import general_words
from assistant.generate.licence import Licence
from assistant.generate.mentions import without
from assistant.generate.said import Fault, Sentence
from assistant.understand.words import words
from assistant.verify import LIKE_DIVISION, LIKE_PROJECT, MARKER, flat, is_common

_KANA = re.compile("[ぁ-ゖ]")
_FOREIGN = re.compile(
    "[^\\u0000-\\u00ff\\u2000-\\u206f\\u2190-\\u21ff\\u2460-\\u24ff\\u25a0-\\u25ff"
    "\\u3000-\\u30ff\\u4e00-\\u9fff\\uff00-\\uffef]"
)
_LATIN = re.compile("[A-Za-z]{2,}")
_FIGURE = re.compile(r"(?<![0-9.,])([0-9][0-9,]*(?:\.[0-9]+)?)((?:か|カ|ヵ|ヶ|箇)?[^0-9、。,.\s()\[\]「」:~]?)")
_BROKEN_MARKER = re.compile(r"\[(?![0-9]{1,3}\])|【[0-9]")
# Units that count the same things: of projects, and of divisions.
_UNITS = dict.fromkeys("件つ個項本種", "件") | {"事": "件", "課": "課", "部": "課", "か所": "課"}
_SHORTEST_QUOTE = 2


def language(sentence: Sentence, licence: Licence) -> Fault | None:
    """Japanese, with no foreign words but those of the ground."""
    if not _KANA.search(sentence.text) or _FOREIGN.search(normalize("NFKC", sentence.written)):
        return Fault("language", "日本語の文で書いてください。")
    ground = licence.ground(sentence.markers).lower() + licence.asked.lower()
    strange = [w for w in _LATIN.findall(sentence.text) if w.lower() not in ground and w not in general_words()]
    return Fault("language", f"「{strange[0]}」は、資料にない言葉です。") if strange else None


def markers(sentence: Sentence, licence: Licence) -> Fault | None:
    """Every marker stands for a source, and nothing else looks like one."""
    unknown = sorted(sentence.markers - licence.sources.keys())
    if unknown:
        return Fault("marker", f"[{unknown[0]}] という出典はありません。")
    if _BROKEN_MARKER.search(MARKER.sub("", normalize("NFKC", sentence.written))):
        return Fault("marker", "出典の番号は [1] の形で書いてください。")
    return None


def names(sentence: Sentence, licence: Licence) -> Fault | None:
    """Names and codes stand in what the sentence cites, piece by piece between its markers; no other looks like one."""
    for text, cited in _segments(sentence):
        ground = licence.ground(cited)
        for mention in licence.mentions.find(text):
            if mention.kind in ("project", "division", "code") and mention.text not in ground:
                return Fault("name", f"「{mention.text}」は、その出典に書かれていません。")
        rest = without(text, licence.mentions.find(text))
        for pattern in (LIKE_PROJECT, LIKE_DIVISION):
            for match in pattern.finditer(rest):
                if match[0] not in ground and not is_common(match[0]) and not _is_general(match[0]):
                    return Fault("name", f"「{match[0]}」は、計画にない名前です。")
    return None


def figures(sentence: Sentence, licence: Licence) -> Fault | None:
    """Years, sums and all other numbers stand in what the sentence cites or in the composer's line on it."""
    ground = licence.ground(sentence.markers)
    known = {value for mention in licence.mentions.find(ground) for value in mention.values}
    for mention in sentence.of("year", "amount"):
        if not set(mention.values) <= known:
            return Fault("figure", f"「{mention.text}」は、資料にない数字です。")
    rest = without(sentence.text, list(sentence.mentions))
    counts = _counts(sentence, licence)
    for figure, unit in _FIGURE.findall(rest):
        same = _UNITS.get(unit, unit)
        if not _stands_in(figure, unit, ground) and (figure, same) not in counts:
            return Fault("figure", f"「{figure}{unit}」は、資料にない数字です。")
    return None


def quotations(sentence: Sentence, licence: Licence) -> Fault | None:
    """What stands in 「」 are the source's own characters, or a name."""
    ground = licence.ground(sentence.markers)
    wrong = [quote for quote in sentence.quotes if len(quote) >= _SHORTEST_QUOTE and quote not in ground]
    return Fault("quotation", f"「{wrong[0]}」は、計画の言葉どおりではありません。") if wrong else None


def _is_general(name: str) -> bool:
    """Whether nothing in the name is a name (担当事業)."""
    return all(word.normal in general_words() for word in words(name))


def _segments(sentence: Sentence) -> list[tuple[str, frozenset[int]]]:
    """The sentence cut behind its groups of markers, each piece with the markers that end it (else all of them)."""
    pieces = re.split(r"((?:\s*\[[0-9]+\])+)", normalize("NFKC", sentence.written))
    found = []
    for at in range(0, len(pieces), 2):
        cited = pieces[at + 1] if at + 1 < len(pieces) else ""
        numbers = frozenset(int(number) for number in re.findall("[0-9]+", cited))
        if flat(pieces[at]):
            found.append((flat(pieces[at]), numbers or sentence.markers))
    return found


def _counts(sentence: Sentence, licence: Licence) -> set[tuple[str, str]]:
    """Counts that nobody had to write down: of what is listed or cited, and of a project's divisions."""
    ground = licence.ground(sentence.markers)
    printed = {(figure, _UNITS.get(unit, unit)) for figure, unit in _FIGURE.findall(ground)}
    projects = [source.project for source in licence.cited(sentence.markers) if source.project]
    groups = [group for p in projects for group in (p.divisions, p.related_divisions)]
    divisions = {(str(len(group)), unit) for group in groups for unit in ("課", "件")}
    named_here = {(str(len(sentence.of(kind))), unit) for kind in ("project", "division") for unit in ("件", "課")}
    named_here |= {(str(len(items)), "件") for p in projects for items in (p.schedule or {}).values()}
    years = {(str(len(p.schedule or {})), "年") for p in projects}
    years |= {(figure, "年") for figure, unit in printed if unit in ("か年", "カ年", "ヵ年", "ヶ年")}
    return printed | divisions | named_here | years | {(str(licence.listed), "件")}


def _stands_in(figure: str, unit: str, ground: str) -> bool:
    return bool(re.search(rf"(?<![0-9.,]){re.escape(figure + unit)}", ground))
