"""What is asked to be so, or was heard to be so: a deed, what it is done to, whether it is denied (売ってしまうの)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.understand.closed_claim import closed_question, find_closed_claim, wishes_for_deed
from assistant.understand.normalize import key
from assistant.understand.premise import asks_openly
from assistant.understand.vocabulary import load_generic_words, read_yaml
from assistant.understand.words import Word, words

# 行かなくても, 〜しないで: only what does not hinder what is asked.
_CONCEDED = re.compile("(?:て|で)も(?!らう|らえ|いい|よい|良い|大丈夫|構)、?|ないで(?!す)、?|ずに(?!は)、?")
# What is told before the claim (原付を買ったんですが、|税金がかかるんですよね).
_TOLD_BEFORE = re.compile("(?<=[すだるたいんの])(?:が|けど|けれども?|ので|から|のに|んで)、")
# A noun for a deed ends the question (〇〇は建て替え?).
_NOUN_ENDS = re.compile(
    "^(?P<claim>[^。?？]{2,60}(?:は|も|って|が)、?[^。、?？はがもをに]{2,8}?)(?:です|な?の)?か?[?？]$"
)
_DENIED = re.compile("^[^、。]{0,6}?(?:ない|ません|ねえ|ないん)")
# Whoever asks may do it, or gets it.
_POSSIBLE = re.compile("[べけせてねえめれげ]られ|でき(?:る|ま|な)|出来(?:る|ま|な)|もらえ|いい|よい")
_E_TO_U = str.maketrans("えけげせてねべめれ", "うくぐすつぬぶむる")
# Who does it is asked (もそこですか), or what there is of a kind (部署ってある): that is answered in ways of its own.
_OF_SOMETHING_ELSE = re.compile(
    "たいこと|課|部署|窓口(?![をが])|担当|係(?!る)|所管|[そこ]こ(?:で|に|が|も|です|でしょ|な|か|[?？]|$)"
)
_THERE_IS = re.compile(
    "(?<!ことが)(?<!ことは)(?<!こと)(?:あ(?:る|り(?:ま[すせ]|ません))|(?<=[がはも])ない)"
    "(?:ん|の)?(?:です|でしょう)?(?:か|の|かな|よね|ね){0,3}[?？]*$"
)
# What is written of it is asked, not whether it is (目標はどう書いてありますか).
_OPEN = re.compile("どう(?!か)|どの|どん|なん(?:て|と)|何|どこ|いつ|誰|いくら")
# Verbs that say so by themselves, without being a form of another.
_OF_POSSIBILITY = frozenset(
    {"払える", "支払える", "取れる", "買える", "借りれる", "行ける", "通える", "読める", "飲める", "泊まれる"}
)
# It is only said that something is carried out (〇〇はやっていますか).
_CARRIED_OUT = re.compile(
    "(?:を|は|って|も)?(?:や(?:る|って|り)|行(?:う|って|い)|し(?:て(?:い|る|お)|てます)|実施(?:し|する|され))"
)
# Whether something is in the plan at all (〇〇のことは書いてありますか, 何も載っていない?).
_WRITTEN = re.compile(
    "^(?:(?:この)?(?:計画|プラン)に(?:は)?)?(?P<what>[^。?？]{2,60}?(?:かどうか)?)"
    "(?:のこと|の話|の件|について|に関して)?(?:は|が|も|って|、){0,3}(?:この)?(?:計画|プラン)?(?:書)?"
    "(?:の中|のどこか|中)?(?:に|には|では|で)?(?:は|も)?(?:何も|なにも|一切|全く|まったく|どこにも|ちゃんと)?"
    "(?:書い|書か|載っ|載せ|触れ|記載(?:が|は|さ)?|出(?=て))(?:て|で|れて|られて|されて|れ)?"
    "(?P<end>(?:い|お)?(?:る|ます|ある|あります|ない|ません|ありません|ねえ|あり))"
    "(?:ん|の)?(?:です|でしょう|だろう|ということです|ってことです|だ)?(?:か|の|かな|よね|ね){0,3}[?？。]*$"
)
_WHAT_IS_DONE = re.compile(
    "^(?:じゃあ?|では|で|そこ(?:に|で)は?|、)*(?:何|なに)(?:を|が|に)(?P<deed>[^、。?？何]{2,8}?)(?:の|ん)?(?:です|でしょう)?(?:か|かな)?[?？。]*$"
)
# Verbs that say of a deed only that it is one, and of a thing only that it is there.
_BARE = frozenset(
    {"為る", "成る", "有る", "居る", "出来る", "行う", "遣る", "仕舞う", "進める", "始める", "始まる", "書く", "載る",
     "続ける", "考える", "決まる", "決める", "言う", "しまう", "貰える", "貰う", "流行る", "はやる"}
)  # fmt: skip
_OF_PLAN = frozenset(
    {"計画", "本当", "話", "噂", "こと", "予定", "方針", "件", "市", "うち", "今後", "将来", "今", "これ", "それ",
     "全部", "費用", "金額", "予算", "お金", "一部", "もの", "方", "為", "ため", "間", "本当に", "プラン"}
)  # fmt: skip
_MADE = ("化",)
_MOST_THINGS = 5
_MARKED = ("に", "へ", "で", "を", "が")


@dataclass(frozen=True, slots=True)
class Whether:
    """A claim: its ``deed`` in plain form (empty where there is none), and what plans print for it.

    ``things`` are the claim's other nouns (keys); ``said`` is how the deed is to be quoted; ``denied`` where it is
    said not to be so; ``possible`` where it is asked whether people may do it, ``carried_out`` whether it is done
    at all; ``alone`` where no noun stands beside the deed,
    ``likened`` where a quality is told (新しくなる).
    """

    clause: str
    deed: str
    printed: re.Pattern[str] | None
    things: tuple[str, ...]
    said: str
    denied: bool
    possible: bool
    carried_out: bool = False
    alone: bool = False
    likened: bool = False

    @property
    def told(self) -> re.Pattern[str] | None:
        """What a text that says so holds: the plans' words for the deed, else the deed's own noun."""
        noun = re.match("[一-龥ァ-ヴー]{2,}$", self.deed)
        return self.printed or (re.compile(re.escape(self.deed)) if noun else None)


def find_whether(text: str) -> Whether | None:
    """What the folded question wants confirmed or denied of the city's doing; None where it asks something else."""
    heard = find_closed_claim(text)
    claim = heard or closed_question(text) or _noun_at_end(text)
    if not heard and _THERE_IS.search(claim):
        return None
    if not claim or asks_openly(claim) or wishes_for_deed(claim) or _OF_SOMETHING_ELSE.search(claim):
        return None
    clause = _CONCEDED.split(_TOLD_BEFORE.split(claim)[-1] or claim)[-1] or claim
    found = words(clause)
    told = _deed_of(found)
    deed = _plain(told)
    rest = [word for word in found if word not in told]
    denied = bool(told) and bool(_DENIED.match(clause[told[-1].end :]))
    surface = "".join(word.surface for word in told)
    said = f"{surface}ない" if denied and not told[-1].is_noun else deed
    if _is_possible(told) and not denied:
        said = surface.removesuffix("る") + "る"
    return Whether(
        clause=clause, deed=deed, printed=printed_for_deed(deed) if deed else None,
        things=_things(rest), said=said, denied=denied,
        likened=any(word.part_of_speech[0] in ("形容詞", "形状詞") and word.is_content for word in rest),
        alone=not any(word.is_noun and word.surface not in _OF_PLAN for word in rest),
        possible=_is_possible(told) or bool(_POSSIBLE.search(clause[told[-1].start :] if told else clause)),
        carried_out=bool(_CARRIED_OUT.search(clause[told[-1].end if told else 0 :])),
    )  # fmt: skip


def deed_asked(text: str) -> str:
    """The deed of which a short question asks what it does, in plain form (何を建てるの); empty where it asks else."""
    found = _WHAT_IS_DONE.match(text)
    return _plain(_deed_of(words(found["deed"]))) if found else ""


@dataclass(frozen=True, slots=True)
class Written:
    """Something that is asked to be in the plan, or not to be (``denied``), with its nouns (keys)."""

    what: str
    things: tuple[str, ...]
    denied: bool


def find_written(text: str) -> Written | None:
    """What the folded question asks to be written in the plan at all."""
    found = _WRITTEN.match(text)
    if not found or _OPEN.search(found["what"]):
        return None
    nouns = [word for word in words(found["what"]) if word.is_noun and word.surface not in _OF_PLAN]
    things = tuple(key(word.surface) for word in nouns if len(word.surface) > 1 or word.is_proper)
    denied = bool(re.search("ない|ません|ねえ", found["end"]))
    told = 0 < len(things) <= _MOST_THINGS  # a matter told at length is found by its meaning
    return Written(what=found["what"], things=things, denied=denied) if told else None


def _noun_at_end(text: str) -> str:
    found = _NOUN_ENDS.match(text)
    return found["claim"] if found and printed_for_deed(_plain(_deed_of(words(found["claim"])))) else ""


def _deed_of(found: Sequence[Word]) -> tuple[Word, ...]:
    """The last words that tell of a deed: a verb with the one that it is joined to, or a noun that something is."""
    for at in range(len(found) - 1, -1, -1):
        word, before = found[at], found[at - 1] if at else None
        if word.part_of_speech[0] == "動詞" and word.normal not in _BARE:
            joined = before is not None and before.part_of_speech[0] == "動詞"
            if joined and before is not None:
                return (before, word)
            if word.is_content or before is None or before.surface not in ("て", "で"):
                return (word,)
        if word.surface in _MADE and before is not None and before.is_noun:
            return (before, word)
        is_deed = "サ変可能" in "".join(word.part_of_speech) or (word.is_noun and printed_for_deed(f"{word.surface}る"))
        if is_deed and _is_done(found[at + 1 :]):
            return (word,)
    return ()


def _is_done(behind: Sequence[Word]) -> bool:
    """Whether nothing but する, が始まる and the like stands behind the noun."""
    return not any(word.is_content and word.normal not in _BARE for word in behind)


def _plain(told: Sequence[Word]) -> str:
    """The deed in plain form."""
    if not told:
        return ""
    *first, last = told
    of_verb = f"{last.surface}る"
    ending = last.normal if last.part_of_speech[0] == "動詞" else of_verb if printed_for_deed(of_verb) else last.surface
    return "".join(word.surface for word in first) + ending


def _is_possible(told: Sequence[Word]) -> bool:
    """Whether the verb is in the form for what may be done (使え of 使う)."""
    last = told[-1] if told else None
    if last is None or last.normal in _OF_POSSIBILITY:
        return last is not None
    stem = last.surface.removesuffix("る") or last.surface
    return last.normal == stem[:-1] + stem[-1].translate(_E_TO_U) != stem


def _things(rest: Sequence[Word]) -> tuple[str, ...]:
    """The nouns; those of any question (場所, 職員) only where something is done at, to or by them."""
    behind = [*(word.surface for word in rest[1:]), ""][: len(rest)]
    named = [
        word
        for word, after in zip(rest, behind, strict=True)
        if word.is_noun and (word.surface not in load_generic_words() or after in _MARKED)
    ]
    kept = [w for w in named if _tells(w) and not {w.normal, w.surface} & _OF_PLAN]
    return tuple(key(word.surface) for word in kept)


def _tells(noun: Word) -> bool:
    """Whether the noun is more than a sound: of one character only where that is kanji (犬)."""
    return len(noun.surface) > 1 or noun.is_proper or "一" <= noun.surface <= "龥"


@cache
def _deeds() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(row["said"]), re.compile(row["printed"])) for row in read_yaml("deeds_told.yaml")["deeds"])


def printed_for_deed(deed: str) -> re.Pattern[str] | None:
    """What plans print for the deed, where it is one that plans speak of."""
    return next((printed for said, printed in _deeds() if said.fullmatch(deed)), None)
