"""The only matter of a question that tells of nothing else (「土地の件で」と言う方がお見えです → 土地).

Whoever passes an errand on tells who came, how, and that no more is known. None of that says which of several projects
is meant, so the name is read alone, as if nothing stood around it.
"""

import re
from collections.abc import Sequence
from functools import cache

from assistant.understand.cues import find_cues
from assistant.understand.deeds import is_deed, printed_for
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.slipped import find_slipped
from assistant.understand.vocabulary import (
    find_topics,
    load_broad_choices,
    load_generic_words,
    read_yaml,
    without_compounds,
)
from assistant.understand.whether import find_written
from assistant.understand.words import Word, words
from corpus.catalogue import Catalogue

_ASKS = "はどの課"
# Without such a word, and without asking for a division, a noun may be anything (元気？).
_WANTS = re.compile(
    "何の|の(?:こと|件|話|人|方)|について|に関して|関係|たい|[ほ欲]し[いく]|ください|下さい|お願い|もらえ|頼"
)
# What the question may ask for: whose it is; 詳しく, 中身 and よね are said in passing.
_IN_PASSING = frozenset({"division", "premise", "content_beside"})
_ABOUT = re.compile("について|(?:詳|くわ)し[いくさ]")
_OF_SETS = re.compile("どれ(?!か|の(?:こと|件|話))|どの(?:事業|事務)|事業は")
# What points at something spoken of before; at the start of a conversation only what does so plainly.
_POINTS = frozenset({"division", "project", "it", "place", "back", "thing", "among", "others", "other_one", "aspect"})
_POINTS_PLAINLY = frozenset({"back", "project"})
# What is asked but whose something is (何課, どこ, 何の税か do not count).
_ASKS_ELSE = re.compile(
    "何(?![課のもか番]|[をが]、?[とは])|なに(?!も)|なぜ|どう(?![すしぞ])|どのよう|どんな|いつ|いくら|(?<!こ)とは|(?:書い|書かれ|載っ)て"
)
_LONGEST = 120
_SETS_BY_SOUND = frozenset({"all_projects"})
_JOINS = frozenset({"の", "・"})
# What makes a deed of a noun (応募する, 受講できる, 利用を希望).
_DONE = frozenset({"為る", "出来る", "致す", "下さる", "申し上げる"})
_ATTACHED = frozenset({"名詞", "接尾辞", "接頭辞"})
_DOERS = frozenset({"人", "者"})
_OF_DIVISION = re.compile("[課係部室局]$")
# What is pointed out as the matter, though it is a word of any question (計画のこと, 書類の件, 何の申請か).
_POINTED_OUT = re.compile(
    "(?P<word>[一-龥ァ-ヴー]{2,8}?)(?:の(?:こと|件|話|担当|所管|窓口|人)|を(?:担当|所管)|について|に関して|関係)"
    "|何の(?P<kind>[一-龥ァ-ヴー]{1,8})か"
)
# All that somebody said, as told by another (「土地のことで」とだけ言う方, 賦課のご担当へ、とのこと).
_REPORTED = re.compile(
    r"(?:^|[「『\"“。:：、])(?P<word>[一-龥ァ-ヴーA-Za-z々]{1,8}(?:の[一-龥ァ-ヴー々]{2,8})?)"
    r"(?:の(?:こと|件|用件?|話|関係|ご?担当(?:者|の?[方人])?|[人方課係]|窓口)|関係|について|に関して)?(?:で|に|へ|を|と)?"
    r"(?:(?:お願い|[代替]わっ|つない|取り次い|回し|話し)[ぁ-ん]{0,7})?[、。.…]*[」』\"”]?、?"
    r"と(?!いって|いうか|いうより)(?:だけ|のみ|しか|の(?:こと|お?電話|用|伝言|ご?用)|い[うっわ]|言|お[っ]しゃ|仰|書い|書か|お?電話|、|[。]|$)"
)
# What somebody was told to hand in, whatever for and by whom (融資の申込みで|証明を出せと銀行に言われた).
_ORDERED = re.compile(
    "(?:^|[。、「『でにはが])(?P<word>[一-龥ァ-ヴー々]{1,8}(?:の[一-龥ァ-ヴー々]{2,8})?)[をはもで]?(?:[0-9一二三数]{1,2}[枚通部])?、?"
    "(?:提出|持参|用意|添付|[出持取添付送届揃])[ぁ-ん来]{1,8}[」』]?(?:と|って|よう)に?(?:[^、。をにら]{1,10}(?:から|に|より))?、?"
    "(?:言わ|いわ|求め|指示|頼まれ|要求|催促)"
)


class BareMatters:
    """Finds questions whose only matter is a name that one catalogue prints, or that has several readings."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._printed = [key(p.name) + without_compounds(key(p.content)) for p in catalogue.projects]

    def find(self, read: Understanding, going_on: bool = False) -> str:
        """The name in what was read; empty where that tells or asks more, or where the plan does not know the name.

        Where a conversation is ``going_on``, a name by itself is asked about as what was spoken of before.
        """
        text = read.text
        ordered = "" if going_on else self._ordered(read)
        if ordered:
            return ordered
        if (
            len(text) > _LONGEST
            or _asks_more(read)
            or find_slipped(text)
            or find_written(text)
            or find_cues("refers", text) & (_POINTS if going_on else _POINTS_PLAINLY)
        ):
            return ""
        plain = read.linked and not read.broad  # the vocabulary knows more of it than the name alone
        wants = not plain and (read.field == "division" or _WANTS.search(text) is not None)
        alone = not going_on and wants and not _ASKS_ELSE.search(text)
        name = _reported(text) or (_only_name(text) or _pointed_out(text) if alone else "")
        more_named = set(read.topic_words) - {hit.word for hit in find_topics(key(name))}
        return name if name and not more_named and self.is_known(name) else ""

    def _ordered(self, read: Understanding) -> str:
        """The name of what somebody was told to hand in, if the plan knows it and what stands beside only says why."""
        match = _ORDERED.search(read.text) if len(read.text) <= _LONGEST else None
        plain = read.model_copy(update={"absent_topics": (), "texts": (), "sets": frozenset()})
        if match is None or _asks_more(plain):
            return ""
        owner, joint, thing = match["word"].rpartition("の")
        name = thing if all(map(tells_nothing, words(owner))) else owner + joint + thing  # 役所の|証明
        beside = set(read.topic_words) - {hit.word for hit in find_topics(key(name))}
        plain_name = not all(map(tells_nothing, words(name))) and self.is_known(name)
        return name if plain_name and not (beside and read.linked) else ""

    def all_said(self, read: Understanding, whole: str) -> tuple[str, tuple[str, ...]]:
        """The only name in what was read, known or not, and what plans print for it or for the deed that is wanted.

        The deed may stand in any sentence of the ``whole`` (壊れています。直してほしい).
        """
        # 基本計画の担当 sounds like all that is in the plan; what records print is known without being a topic.
        beside = read.sets - _SETS_BY_SOUND
        plain = read.model_copy(update={"absent_topics": (), "sets": beside})
        if len(whole) > _LONGEST or _asks_more(plain) or find_slipped(whole):
            return "", ()
        if _ASKS_ELSE.search(read.text) or find_cues("refers", read.text) & _POINTS_PLAINLY:
            return "", ()
        pointed = "" if read.sets else _pointed_out(read.text)
        name = _reported(read.text) or _only_name(read.text) or pointed
        found = words(name or whole)
        told = {*_telling(found), *(at for at, word in enumerate(found) if is_deed(word))}
        return name, printed_for([found[at] for at in sorted(told)])

    def is_known(self, name: str) -> bool:
        """Whether the name has several readings, or some project prints every noun of it."""
        nouns = [key(word.surface) for word in words(name) if word.is_noun]
        printed = any(all(noun in text for noun in nouns) for text in self._printed)
        return key(name) in _broad_words() or (bool(nouns) and printed)


def names_nothing(text: str) -> bool:
    """Whether every noun tells of an errand and who brought it, and what is done with it is of that kind (折り返す)."""
    return all(is_of_errands(word) if word.is_noun else tells_nothing(word) for word in words(text) if word.is_content)


def question_of(name: str) -> str:
    """What is asked of a matter of which nothing else is told."""
    return name + _ASKS


def _asks_more(read: Understanding) -> bool:
    """Whether the question names something of the plan, or asks for more than a division."""
    named = (read.projects, read.divisions, read.unknown_divisions, read.codes, read.years, read.years_outside)
    asked = (
        read.operation,
        read.filters,
        read.counted,
        read.sets,
        read.texts,
        read.attribute,
        read.parts,
        read.each,
        read.absent_topics,
    )
    fields = read.cues - _IN_PASSING - ({"content"} if _ABOUT.search(read.text) else set())
    places = (read.place_divisions, read.other_place)
    return bool(any((*named, *asked, *places, fields)) or _OF_SETS.search(read.text))


def _only_name(text: str) -> str:
    """The run of nouns that alone is no word of telling how an errand came; empty where there is another."""
    found = words(text)
    telling = _telling(found)
    if not telling or not found[telling[0]].is_noun:
        return ""
    start, end = _run(found, telling[0])
    name = text[found[start].start : found[end - 1].end]
    others = (found[at].surface for at in telling if at >= end)
    return "" if _OF_DIVISION.search(name) or any(other not in name for other in others) else name


def _telling(found: Sequence[Word]) -> list[int]:
    """Where words stand that tell of a matter; not those of taking up what is offered (講座に|参加したい)."""
    content = (at for at, word in enumerate(found) if word.is_content and not tells_nothing(word))
    return [at for at in content if not _is_taken_up(found, at)]


def _is_taken_up(found: Sequence[Word], at: int) -> bool:
    """Whether the word is what somebody wants to do with the noun before it, as anybody does with any offer."""
    before, behind = found[max(at - 1, 0)], found[min(at + 1, len(found) - 1)]
    done = before.part_of_speech[0] == "助詞" and behind.normal in _DONE
    return done and not {found[at].normal, found[at].surface}.isdisjoint(_listed("taken_up"))


def _run(found: Sequence[Word], at: int) -> tuple[int, int]:
    """From where to where the nouns run that the word is one of; の joins them where another telling one follows."""
    start = at
    while start and found[start - 1].part_of_speech[0] in _ATTACHED and not is_of_errands(found[start - 1]):
        start -= 1
    end = at + 1
    while end < len(found):
        joined = found[end].surface in _JOINS and end + 1 < len(found) and _tells(found[end + 1])
        if not joined and not _goes_on(found[end]):
            break
        end += 1
    return start, end


def _goes_on(word: Word) -> bool:
    """Whether the word belongs to the run before it; who does it, too (外国|人|住民, 所有|者)."""
    return word.part_of_speech[0] in _ATTACHED and (not is_of_errands(word) or _is_doer(word))


def _is_doer(word: Word) -> bool:
    return word.part_of_speech[0] == "接尾辞" and word.surface in _DOERS


def _reported(text: str) -> str:
    """The name that is all that somebody said; empty where nothing is reported, or more."""
    match = _REPORTED.search(text)
    return match["word"] if match and not any(is_of_errands(word) for word in words(match["word"])) else ""


def _pointed_out(text: str) -> str:
    """The word of any question that is pointed out as the matter, where the text has no other."""
    if any(word.is_content and not tells_nothing(word) for word in words(text)):
        return ""
    match = _POINTED_OUT.search(text)
    name = (match["word"] or match["kind"]) if match else ""
    return "" if any(is_of_errands(word) for word in words(name)) else name


def _tells(word: Word) -> bool:
    return word.is_noun and not tells_nothing(word)


def tells_nothing(word: Word) -> bool:
    """Whether the word tells nothing of a matter: one of any question, or of how an errand came."""
    return is_of_errands(word) or not {word.normal, word.surface}.isdisjoint(load_generic_words())


def is_of_errands(word: Word) -> bool:
    """Whether the word tells only how an errand came, or whom it is for."""
    return not {word.normal, word.surface}.isdisjoint(_listed("beside"))


@cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(read_yaml("errands.yaml")[group])


@cache
def _broad_words() -> frozenset[str]:
    return frozenset(word for choice in load_broad_choices() for word in choice.words)
