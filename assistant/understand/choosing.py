"""Which of the choices that were offered an answer picks: by number, place, label, division, or in other words."""

import re
from collections.abc import Callable, Sequence

from assistant.conversation import ConversationState
from assistant.understand.cues import find_cues
from assistant.understand.normalize import kana_key, key
from assistant.understand.ordinals import find_bare_number, find_places
from assistant.understand.question import Understanding
from assistant.understand.same_set import turn_patterns
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.words import Word, reading, words
from corpus.catalogue import Catalogue
from corpus.records import Choice

_LONGEST_PICK = 40
_LONGEST_NUMBER = 16
# Of a longer list an entry is named, not pointed at.
_MOST_SHOWN = 12
_HEAD = re.compile(
    r"^(?P<head>[^、。]{2,20}?)(のほう|の方|のこと|のやつ)?(なん|の)?(です|でして|だ)(けれど|けど|が|よ|ね)?[、。]."
)
# What has the shape of a question of its own, not that of an answer to an offer.
_START = re.compile(r"^(やっぱり?|やはり|いや|じゃあ?|では|あと|次は?)[、,]?")
_BY_SIZE = re.compile("(?:高|安|大き|小さ|多|少な|低)い(?:ほう|方)")
_GOES_ON = re.compile("(?<=[0-9目番])(?:は|も|って|だと)?[?？。]*$")
_SIDE = re.compile(
    r"(ほう|方|やつ)の[一-龥]{2,6}(は|って|を|も)?(教えて|知りたい|聞きたい|詳しく|お願い|[?？]|$)"
    r"|(ほう|方|やつ|ものです|ものだ|話|件|(?<!も)の)(です|だ|でした|だった|だって|だそう|らしい|みたい|と思います|と思う|なん|ね|よ|けど|が|で|を|お願い|します|、)*[。!！]*$"
)
# An opinion on which one it is asks for none (戸籍のほうだと思います).
_TELLS = re.compile(
    "の?(話|件)(です|だ|でした|だった|なん|ね|よ|で)*[。!！]*$|(ほう|方|やつ|もの|こと)だと思[^。]{1,8}[。!！]*$"
)
_ASKS = re.compile(r"[?？]|どこ|どの|どちら|何|なに|誰|だれ|いつ|いくら|教え|知りたい|か[。]?$")
# How much a word says for a choice that has it in its label, in what the plan prints of it, in what people call it;
# less where only a kanji of it stands there.
_TIERS = ((1.0, 0.3), (0.6, 0.1), (0.3, 0.1))
# Nouns that only point (法人のやつ).
POINTERS = frozenset({"やつ", "ヤツ", "奴"})
_FEW_WORDS, _FAR_MORE = 2, 3
_KIND_OF_DIVISION = re.compile("(課|室|支所|出張所|事務局|行政センター|市民センター|センター)$")
_SHORTEST_STEM = 2
_KANA = re.compile("[ぁ-ゖァ-ヴー]{2,}")
_LEAST_EVIDENCE, _LEAST_OF_MANY, _ALL_SAID = 0.1, 0.25, 0.6


def pick_choice(
    text: str, choices: Sequence[Choice], alone: Understanding | None = None,
    describe: Callable[[Choice], tuple[str, str]] = lambda _: ("", ""), asked: str = "",
) -> int | None:  # fmt: skip
    """The place of the choice that the text picks, None where it picks none and is a question of its own.

    ``alone`` is what the text says by itself; ``describe`` gives what the plan prints of a choice and what
    people call it. The words of the question ``asked`` tell nothing: they are what had several readings.
    """
    if not choices or len(text) > _LONGEST_PICK or "none" in find_cues("choosing", text):
        return None
    if alone is not None and _names_another(alone, choices):
        return None
    bare = key(text)
    told = _by_writing(text, choices, describe)
    if told:
        return told[0] if len(told) == 1 else None
    at_place = _by_place(_START.sub("", text), len(choices))
    for found in (_by_label(bare, choices), _by_division(bare, choices), at_place, _by_part_of_city(alone, choices)):
        if len(found) == 1:
            return found[0]
    texts = [(key(choice.label), *map(key, describe(choice))) for choice in choices]
    said = _telling_words(text, [label for label, *_ in texts])
    said = [word for word in said if word.surface not in asked] or said
    if not said and points_at_side(text) and not (alone and (alone.topics or alone.divisions or alone.projects)):
        return _called_so(text, texts)
    scores = [sum(_evidence(word, tiers) for word in said) / max(1, len(said)) for tiers in texts]
    best = max(scores)
    only_one = points_at_side(text) and sum(score > 0 for score in scores) == 1
    if alone is not None and _leads_elsewhere(alone, choices, certain=best >= _ALL_SAID or only_one):
        return None
    few = len(said) <= _FEW_WORDS or (alone is not None and bool(alone.topics))
    least = _LEAST_EVIDENCE if few else _LEAST_OF_MANY
    unknown = alone is not None and set(alone.unknown_words) - POINTERS
    if best < (_ALL_SAID if unknown else least):
        return None
    return scores.index(best) if scores.count(best) == 1 else _said_most(said, texts, scores)


def _said_most(said: Sequence[Word], texts: Sequence[Sequence[str]], scores: Sequence[float]) -> int | None:
    """Of the choices that fit alike the one of which the verb said is told far more often (払うほう: 納付の相談)."""
    if len(said) != 1 or said[0].is_noun:
        return None
    char = key(said[0].surface)[:1]
    counts = [
        sum(text.count(char) for text in tiers) if score == max(scores) else 0
        for tiers, score in zip(texts, scores, strict=True)
    ]
    most, second = sorted(counts, reverse=True)[:2]
    return counts.index(most) if most >= _FAR_MORE * max(second, 1) else None


def of_the_same(asked: str, choices: Sequence[Choice]) -> int | None:
    """The only choice whose label has a noun of what was asked before (税の通知 …土地のほう: 土地にかかる税金)."""
    nouns = [key(word.surface) for word in words(asked) if word.is_noun]
    told = [word for word in nouns if word not in load_generic_words()]
    found = [at for at, choice in enumerate(choices) if any(word in key(choice.label) for word in told)]
    return found[0] if len(found) == 1 else None


def _called_so(text: str, texts: Sequence[Sequence[str]]) -> int | None:
    """The only choice that has a noun of the text, where all of them are words of any question (市役所の話).

    What its label says counts first, then what the plan prints of it, then what people call it.
    """
    nouns = {key(word.surface) for word in words(text) if word.is_noun and len(word.surface) > 1}
    for tier in zip(*texts, strict=True):
        found = [at for at, said in enumerate(tier) if any(noun in said for noun in nouns)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def picks_again(text: str, choices: Sequence[Choice]) -> bool:
    """Whether the text takes another of the choices that one was just picked of (やっぱり2番)."""
    bare = _GOES_ON.sub("", _START.sub("", text))
    if choices and turn_patterns()["takes_back"].search(text):
        return True
    return bool(choices) and not _ASKS.search(bare) and len(_by_place(bare, len(choices))) == 1


def points_at_side(text: str) -> bool:
    """Whether the text is no question but points at a side of what was spoken of (委託のほうです, 入札のだって)."""
    side = _SIDE.search(text)
    return len(text) <= _LONGEST_PICK and side is not None and not _ASKS.search(text[: side.start()])


def only_tells(text: str) -> bool:
    """Whether what the text names only tells which choice is meant (駅前の場所の話です asks for no place)."""
    return bool(_TELLS.search(text))


def offered_to(text: str, choices: Sequence[Choice], alone: Understanding) -> tuple[str, ...]:
    """The projects of the choices that a text may mean one of, though none of its words picks one."""
    if not choices or len(text) > _LONGEST_PICK or _ASKS.search(text) or "none" in find_cues("choosing", text):
        return ()
    if _leads_elsewhere(alone, choices, certain=False) or alone.projects or alone.divisions or alone.attribute:
        return ()
    return tuple(dict.fromkeys(project_id for choice in choices for project_id in choice.project_ids))


def head_of_answer(text: str) -> str:
    """What an answer to an offer names before it goes on telling (庁用バスです、窓が開かなくて → 庁用バス)."""
    match = _HEAD.match(text)
    return match["head"] if match else ""


def one_of_shown(text: str, state: ConversationState, catalogue: Catalogue) -> tuple[Choice, ...]:
    """What was just shown as choices, where the text points at a side of it (委託のほうです)."""
    if _BY_SIZE.search(text):  # 高いほうの担当課は is told by the costs, not by a word of theirs
        return ()
    shown = state.focus if len(state.focus) > 1 else state.shown
    found = [project for project in map(catalogue.project, shown) if project]
    other = find_cues("refers", text) & {"other_one"}  # the one that is not named
    less = turn_patterns()["leaves_out"].search(text)  # 個人のほうを省くと
    claims = turn_patterns()["only_that_division"].search(text)  # 2番目はその課だけでやってるの
    if other or less or claims or not points_at_side(text) or not 1 < len(found) <= _MOST_SHOWN:
        return ()
    return tuple(
        Choice(label=p.name, question=f"{p.name}について", divisions=p.divisions, project_ids=(p.id,)) for p in found
    )


def _by_writing(
    text: str, choices: Sequence[Choice], describe: Callable[[Choice], tuple[str, str]] = lambda _: ("", "")
) -> list[int]:
    """The choices whose name has, or has not, what the text says (税の付かないほう, 名前に推進が入っているやつ).

    What was heard of a name (固定資産って頭に付いてました) may be one that the plan prints of a choice.
    """
    patterns, parts = turn_patterns(), re.split("[。!]", text)
    match = next(
        (m for part in parts if (m := patterns["written"].search(part) or patterns["heard"].search(part))), None
    )
    if match is None:
        return []
    has = [_has_written(_name_of(choice), match["word"]) for choice in choices]
    if not any(has) and match.re is patterns["heard"]:
        has = [key(match["word"]) in key(describe(choice)[0]) for choice in choices]
    lacks = bool(match["lacks"])
    return [at for at, one in enumerate(has) if one != lacks] if any(has) else []


def _has_written(name: str, word: str) -> bool:
    """Whether the name has the word; one in kana as it sounds (「ゼイ」が入るほう)."""
    sound = bool(_KANA.fullmatch(word)) and kana_key(word) in kana_key(reading(name))
    return key(word) in name or sound


def _name_of(choice: Choice) -> str:
    """What is written of a choice: its division's name where it offers all that one carries, else its label."""
    return key(choice.label if choice.project_ids else "".join(choice.divisions) or choice.label)


def _by_label(bare: str, choices: Sequence[Choice]) -> list[int]:
    """The choices whose label is named whole, or holds all that the text names (届出のほう)."""
    whole = [at for at, choice in enumerate(choices) if key(choice.label) in bare]
    core = _core(bare)
    return whole or [at for at, choice in enumerate(choices) if core in key(choice.label)]


def _by_division(bare: str, choices: Sequence[Choice]) -> list[int]:
    """The choices of a division that is named, whole or but for its ending (腰越です)."""
    whole = [at for at, choice in enumerate(choices) if any(key(name) in bare for name in choice.divisions)]
    return whole or [at for at, choice in enumerate(choices) if any(stem in bare for stem in _stems(choice))]


def _by_part_of_city(alone: Understanding | None, choices: Sequence[Choice]) -> list[int]:
    """The choices of the office that serves the part of the city that the text names (〇〇に住んでいます)."""
    serving = set(alone.place_divisions) if alone else set()
    return [at for at, choice in enumerate(choices) if serving & set(choice.divisions)]


def _stems(choice: Choice) -> list[str]:
    """What the choice's divisions are called but for the ending that all of their kind have."""
    stems = (key(_KIND_OF_DIVISION.sub("", name)) for name in choice.divisions)
    return [stem for stem in stems if len(stem) >= _SHORTEST_STEM]


def _by_place(text: str, count: int) -> list[int]:
    if len(text) > _LONGEST_NUMBER:
        return []
    number = find_bare_number(text, count)
    places = find_places(text, count)
    return list(places) or ([number] if number is not None else [])


def _leads_elsewhere(alone: Understanding, choices: Sequence[Choice], certain: bool) -> bool:
    """Whether the text by itself names something that none of the choices is about.

    ``certain`` says that everything the text says is printed for one choice: then only another name leads away.
    """
    if alone.social or alone.codes or alone.other_place or alone.operation or alone.filters:
        return True
    if alone.divisions and not {name for choice in choices for name in choice.divisions} & set(alone.divisions):
        return True
    if alone.projects and alone.names_whole:
        return _names_another(alone, choices)
    if certain:
        return False
    if alone.absent_topics:
        return True
    best = max(alone.linked.values(), default=0.0)
    meant = {project_id for project_id, weight in alone.linked.items() if weight == best}
    offered = {project_id for choice in choices for project_id in choice.project_ids}
    return not alone.broad and bool(alone.topics) and not meant & offered


def _names_another(alone: Understanding, choices: Sequence[Choice]) -> bool:
    """Whether the text names a project in full that is none of those offered."""
    offered = {project_id for choice in choices for project_id in choice.project_ids}
    return bool(alone.projects) and alone.names_whole and not offered & set(alone.projects)


def _telling_words(text: str, labels: Sequence[str]) -> list[Word]:
    """The words of the text that may tell the choices apart; a word of asking only where some label has it."""
    found = [word for word in words(text) if word.is_content and word.surface not in POINTERS]
    hits = {word: sum(key(word.surface) in label for label in labels) for word in found}
    return [word for word in found if hits[word] < len(labels) and (hits[word] or not _is_generic(word))]


def _evidence(word: Word, texts: Sequence[str]) -> float:
    spellings = {key(word.surface), key(word.normal)}
    kanji = set(re.findall(r"[一-龥]", word.surface))
    whole = (tier[0] for tier, text in zip(_TIERS, texts, strict=True) if any(s in text for s in spellings))
    partly = (tier[1] for tier, text in zip(_TIERS, texts, strict=True) if kanji & set(text))
    return max([*whole, *partly], default=0.0)


def _is_generic(word: Word) -> bool:
    return not {word.normal, word.surface}.isdisjoint(load_generic_words())


def _core(bare: str) -> str:
    """A short answer without the words around it (届出のほうです → 届出)."""
    core = re.sub(r"(のほう|の方|について|のこと|に関する|をお願い|でお願い|です|だよ|かな|の|を|で|が)+.*$", "", bare)
    return core if len(core) >= 2 else "\x00"
