"""Rules on the plan's own words: put together as the plan puts them, and said of the years that it plans them for."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from assistant.generate.binding import general_words
from assistant.generate.licence import Licence
from assistant.generate.mentions import Mention, without
from assistant.generate.said import Fault, Sentence
from assistant.understand.words import Word, words
from assistant.verify import flat
from corpus.records import Project

Phrase = tuple[str, ...]

# Where a phrase of a sentence ends: at a comma, between the members of a list, and behind its topic.
_JOINS = {"と", "や", "及び", "並びに", "又は", "乃至"}
_ONLY_PLANNED = re.compile(r"(?:[のを]?予定)?(?:です|だ|となっています|となります|になります)")
_FROM = re.compile("から|より|~")
# 「令和6年度の予定は、…です」 tells all of it.
_ALL_OF_YEAR = re.compile("の[^、は]{1,6}は")
_ENDS_LIST = re.compile("(?<!など)(?<!等)(?:の[0-9]+(?:件|つ))?(?:です|となっています|になります)。?$")
_RANGE = re.compile(r"年?度?(?:から|より|~)")


def wording(sentence: Sentence, licence: Licence) -> Fault | None:
    """Words of the sources stand together as they do in one clause of them: who does what to what is the plan's."""
    if sentence.of("year") and _planned(sentence, licence):
        return None
    units, own = _units(licence, sentence.markers), _own_lines(licence, sentence.markers)
    rest = _rest(sentence, licence)
    asked = _normal(licence.asked)
    about = _phrases(rest.partition("は")[0], units)
    for phrase in _phrases(rest, units):
        if not _stands_in(phrase, [*units, *own, *([asked] if phrase in about else [])]):
            said = "・".join(phrase)
            return Fault("wording", f"「{said}」の組み合わせが資料と違います。資料の言い回しのまま書いてください。")
    return None


def years(sentence: Sentence, licence: Licence) -> Fault | None:
    """What is said of a year is planned for it, and a sentence that tells when something is planned tells all years."""
    mentioned, planned = sentence.of("year"), _planned(sentence, licence)
    if not mentioned or not planned:
        return None
    everything = [unit for units in planned.values() for unit in units]
    if not _phrases(_blanked(sentence), everything):
        return _ranges(sentence, licence)
    if _told_before(sentence, mentioned, planned) or _told_after(sentence, mentioned, planned):
        return None
    return Fault("binding", "その年度の予定として、計画に書かれていないことを書いています。")


def _ranges(sentence: Sentence, licence: Licence) -> Fault | None:
    """A range of years of which nothing planned is said is one that the answer prints."""
    printed = [set(group) for line in licence.lines for group, *_ in _groups(line.text, _years_of(line.mentions))]
    for group, first, last in _groups(sentence.text, sentence.of("year")):
        if _FROM.search(sentence.text[first:last]) and group not in printed:
            return Fault("binding", f"「{sentence.text[first:last]}」とは、計画に書かれていません。")
    return None


def _years_of(mentions: Sequence[Mention]) -> list[Mention]:
    return [mention for mention in mentions if mention.kind == "year"]


def _rest(sentence: Sentence, licence: Licence) -> str:
    return without(sentence.bare, list(licence.mentions.find(sentence.bare)))


def _told_before(sentence: Sentence, mentioned: Sequence[Mention], planned: dict[int, list[Phrase]]) -> bool:
    """「Xは令和5年度、Yは令和6年度の予定です」: each year with what stands before it."""
    everything = [unit for units in planned.values() for unit in units]
    start = 0
    for group, first, last in _groups(sentence.text, mentioned):
        phrases = _phrases(_blanked(sentence)[start:first], everything)
        fitting = {year for year, units in planned.items() if all(_stands_in(phrase, units) for phrase in phrases)}
        exact = bool(_ONLY_PLANNED.match(sentence.text, last)) and bool(phrases)
        if not phrases or not (group == fitting if exact else group <= fitting):
            return False
        start = last
    return not _phrases(_blanked(sentence)[start:], everything)


def _told_after(sentence: Sentence, mentioned: Sequence[Mention], planned: dict[int, list[Phrase]]) -> bool:
    """「（Xは、）令和5年度にY、令和6年度にZを行います」: each year with what stands behind it, of one topic."""
    everything = [unit for units in planned.values() for unit in units]
    groups = _groups(sentence.text, mentioned)
    topic = _phrases(_blanked(sentence)[: groups[0][1]], everything)
    if topic and _ONLY_PLANNED.match(sentence.text, groups[-1][2]):
        return False
    for at, (group, _, last) in enumerate(groups):
        end = groups[at + 1][1] if at + 1 < len(groups) else len(sentence.text)
        text = _blanked(sentence)[last:end]
        said = _phrases(text, everything) or [()]
        topical = bool(re.search("[^にで]は", text.split("、", 1)[-1])) and said != [()]
        whole = [tuple(word for part in topic for word in part) + phrase for phrase in said]
        if topical and topic:
            return False
        if _ALL_OF_YEAR.match(text) and _ENDS_LIST.search(text) and not _all_told(said, planned, group):
            return False
        if any(not _stands_in(phrase, planned.get(year, [])) for year in group for phrase in whole if phrase):
            return False
    return True


def _all_told(said: Sequence[Phrase], planned: dict[int, list[Phrase]], group: set[int]) -> bool:
    """Whether every item of the years is told by some phrase."""
    units = [unit for year in group for unit in planned.get(year, [])]
    return said == [()] or all(any(_in_order(phrase, unit) for phrase in said) for unit in units)


def _groups(text: str, mentioned: Sequence[Mention]) -> list[tuple[set[int], int, int]]:
    """Years that stand together, a range filled in, with where they start and end."""
    found: list[tuple[set[int], int, int]] = []
    for year in mentioned:
        between = text[found[-1][2] : year.start] if found else None
        if between is not None and re.fullmatch(r"年?度?(?:から|より|~|・|、|と|及び|並びに|および)?", between):
            group, first, _ = found[-1]
            filled = range(min(group), max(year.values) + 1) if _RANGE.fullmatch(between) else ()
            found[-1] = (group | set(year.values) | set(filled), first, year.end)
        else:
            found.append((set(year.values), year.start, year.end))
    return found


def _planned(sentence: Sentence, licence: Licence) -> dict[int, list[Phrase]]:
    """What the cited projects plan for each year; nothing where a sentence is about sums or cites no schedule."""
    if sentence.of("amount"):
        return {}
    cited = {s.project.id: s.project for s in licence.cited(sentence.markers) if s.project and s.project.schedule}
    planned: dict[int, list[Phrase]] = {}
    for project in cited.values():
        for year, items in _schedule(project, licence):
            planned.setdefault(year, []).extend(_normal(flat(item)) for item in items)
    return planned


def _schedule(project: Project, licence: Licence) -> Iterable[tuple[int, tuple[str, ...]]]:
    for printed, items in (project.schedule or {}).items():
        yield from ((year, items) for mention in licence.mentions.find(flat(printed)) for year in mention.values)


def _units(licence: Licence, markers: frozenset[int]) -> list[Phrase]:
    """The clauses of everything that is cited, as words in their order."""
    texts = [part for source in licence.cited(markers) for part in re.split(r"[\n。‣]", source.text)]
    clauses = [clause for text in texts for clause in _clauses(text)]
    return [phrase for text in clauses if (phrase := _normal(text))]


def _own_lines(licence: Licence, markers: frozenset[int]) -> list[Phrase]:
    """The composer's lines, whose words go together as well."""
    return [_normal(re.sub("[「」]", "", line.text)) for line in licence.lines_with(markers)]


@lru_cache(maxsize=4096)
def _clauses(text: str) -> tuple[str, ...]:
    """A sentence of the source, cut where a verb ends a clause."""
    found, start, told = [], 0, words(text)
    for before, comma in pairwise(told):
        if comma.surface == "、" and _ends_clause(before):
            found.append(text[start : comma.start])
            start = comma.end
    return (*found, text[start:])


def _ends_clause(word: Word) -> bool:
    kind = word.part_of_speech
    return kind[0] in {"動詞", "助動詞"} or kind[1] == "接続助詞" or word.surface in {"ため", "とき", "に"}


@lru_cache(maxsize=4096)
def _normal(text: str) -> Phrase:
    return tuple(word.normal for word in words(text))


def _phrases(text: str, units: Sequence[Phrase]) -> list[Phrase]:
    """The words of the sources that stand together in a sentence, phrase by phrase."""
    known = {word for unit in units for word in unit}
    found: list[list[str]] = [[]]
    told = words(text)
    for at, word in enumerate(told):
        following = told[at + 1] if at + 1 < len(told) else None
        if (
            word.surface == "、"
            or word.normal in _JOINS
            or word.surface in {"は", "・", "。"}
            or _cuts(word, following)
        ):
            found.append([])
        elif word.normal in known and _is_told(word, following):
            found[-1].append(word.normal)
    return [tuple(phrase) for phrase in found if phrase]


def _cuts(word: Word, following: Word | None) -> bool:
    """Whether a verb ends a clause without a comma (基づき推進します)."""
    continues = following is None or following.part_of_speech[0] in {"助詞", "助動詞", "動詞"}
    return word.part_of_speech[0] == "動詞" and word.part_of_speech[5].startswith("連用形") and not continues


def _is_told(word: Word, following: Word | None) -> bool:
    """Whether the word tells something: not a general one, unless it is the head of a compound (実施設計)."""
    if not word.is_content:
        return False
    if word.normal not in general_words():
        return True
    heads = following is not None and following.start == word.end and following.is_noun
    return word.is_noun and heads and following is not None and following.normal not in general_words()


def _stands_in(phrase: Phrase, units: Sequence[Phrase]) -> bool:
    return any(_in_order(phrase, unit) for unit in units)


def _in_order(phrase: Phrase, unit: Phrase) -> bool:
    position = iter(unit)
    return all(word in position for word in phrase)


def _blanked(sentence: Sentence) -> str:
    """The sentence with its names as commas, each letter of them one, so that nothing moves."""
    text = sentence.text
    for mention in sentence.of("project", "division", "code"):
        text = text[: mention.start] + "、" * len(mention.text) + text[mention.end :]
    return text
