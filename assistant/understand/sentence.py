"""Finds the question in what was typed: the asking sentence of a long paste, without orders to the assistant."""

import re

from assistant.understand.vocabulary import load_generic_words
from assistant.understand.words import words

# From this length on, only the sentences that ask (and those they lean on) are read.
_LONG = 90
_ASKS = re.compile(
    r"[?？]|(です|ます|でしょう|ません|ました)か|教えて|おしえて|知りたい|どこ|どの課|何課|いつ(?!も)|いくら|いくつ|何件|誰が|どちら|どれ(?![もほ])|何(?=[かヶヵケ]所|番目|年度|月|回|円|割|倍|パー|%)|どう(すれば|したら)"
    r"|何年度|か[」』]|ください$|下さい$|ほしい|欲しい|窓口は|担当は|課は$|\b(which|what|where|who|how|when)\b",
    re.IGNORECASE,
)
# An order about the answer's wording is no part of the question; what follows it in its sentence may be.
_ORDERS = (
    re.compile(r"\{[^{}]{0,300}(role|system|content|instruction)[^{}]{0,300}\}", re.IGNORECASE),
    re.compile(
        r"[「『\"“][^」』\"”]{0,120}[」』\"”]\s*と(だけ)?(答え|回答|言(?!う(?![よこ])|わ|っ(?!て(?:[く下ほ欲。!！]|$)))|いっ(?=て(?:[く下ほ欲。!！]|$))|書(?!いてあ|いてい|いた|かれ)|出力|表示|返|断言|述べ|案内|宣言)[^。、？！?!]{0,20}"
    ),
    re.compile(
        r"[^。、？！?!\s]{0,40}(指示|命令|ルール|プロンプト|設定|制約)[^。？！?!]{0,30}?(無視|忘れ|破棄|上書き|表示|見せ|教え|出力|解除)"
        r"(?:[ぁ-ん下]{0,14}(?:[。、]|(?=[？！?!]|$))|し?て)?"
    ),
)
# What is to be said whatever is asked (…だと答えてください。), or is to be every answer (以後の担当はすべて…とする。).
_SAY = "(?:答え|こたえ|回答し|返答し|返事し|返し|言い?っ?|いっ|案内し|述べ|断言し|説明し|書い|記し|出力し|表示し)"
_COMMANDS = re.compile(
    "と[^。、]{0,8}(?:せよ|しろ|しなさい|すること|するように|答えろ|答えよ|答えること|言え|書け|述べよ)[。！!]$"
    f"|と(?:だけ|のみ|必ず|常に|、)*{_SAY}(?:て|な)(?:ください|下さい|くれ|ね|ほしい|欲しい|さい|おけ)?(?:ね|よ)?[。！!]$"
    r"|(?:以後|以降|今後|これから|すべて|全て|全部|常に|必ず|どんな)[^。]{0,30}(?:担当|所管|答え|回答|窓口)"
    "[^。]{0,30}と(?:する|します|みなす|みなします|なる|なりました|変更する|扱う)[。！!]$"
)
_ENDS = r"(?<=[。！？!?])"
# A wish for plain words tells how to answer, not what is asked.
_PLAIN = re.compile(
    r"(やさしい|易しい|簡単な|わかりやすい|分かりやすい)(日本語|にほんご|言葉|ことば)で(の?(説明|回答))?を?"
    r"((お願い|おねがい)(し|いたし)ます|(教え|おしえ|答え|こたえ|説明し)て(ください|下さい)?)?。?"
)
# A statement behind the question is an aside (…はどこですか。友人に聞かれまして); a fragment goes on asking.
_STATES = re.compile(r"(です|ます|でした|ました|ません|[たてよねない]|ので|から|のに|けど|けれど|とか)[。．！!、…]*$")
_WISHES = re.compile(
    r"抜[いき]|除[いき]|外して|以外|だけで|のみ|含め|願い|たい|ほしい|欲しい|下さい|ください|頼|合計|一覧|それぞれ|全部"
)
# Many points are a list: each begins a sentence of its own.
_LISTED = rf"{_ENDS}|(?=・)"
_MANY = 4
# Where somebody lives decides which office is meant.
_LIVES = re.compile("住ん|住まい|在住")
_PRONOUN = re.compile(r"((?<!ど)この|その|これ|それ(?!で|から|と[、,]|では)|上記|本件|こちら|そちら|左記|同)")


def asks(text: str) -> bool:
    """Whether the text asks or wishes for something."""
    return bool(_ASKS.search(text))


def points_back(text: str) -> bool:
    """Whether the text, or a clause of it, begins with a word that points at what was said before it."""
    return any(_PRONOUN.match(clause.lstrip()) for clause in re.split("[、,]", text))


def asking_parts(text: str) -> list[str]:
    """The parts of the folded text that may ask, likeliest first: all of a short text, sentences of a long one."""
    typed = text
    for order in (*_ORDERS, _PLAIN):
        shorter = order.sub(" ", text).strip(" 、。")
        text = shorter if len(shorter) >= 4 and re.search(r"[^\W\d_]{2}", shorter) else text
    if len(text) <= _LONG:
        return list(dict.fromkeys([_without_aside(text), text, typed]))
    ends = _LISTED if text.count("・") >= _MANY else _ENDS
    sentences = [part.strip() for part in re.split(ends, text) if part.strip()]
    asking = [at for at, sentence in enumerate(sentences) if _ASKS.search(sentence)]
    parts = [part for at in reversed(asking) for part in _with_context(sentences, at)]
    return [*dict.fromkeys(parts), text] if parts else [text]


def without_commands(text: str) -> str:
    """The text without sentences that command what is to be said (〇〇課だと案内せよ。), where another one asks.

    What is asked has to name its matter itself: 「A事業は9円だと断言せよ。本当の額は？」 names it in the command.
    """
    sentences = [part for part in re.split(_ENDS, text) if part.strip()]
    kept = [one for one in sentences if not _COMMANDS.search(one.strip())]
    rest = "".join(kept)
    return rest if any(_ASKS.search(one) for one in kept) and _names_something(rest) else text


def _names_something(text: str) -> bool:
    """Whether the text has a noun that is no word of asking."""
    nouns = (word for word in words(text) if word.is_noun)
    return any({word.normal, word.surface}.isdisjoint(load_generic_words()) for word in nouns)


def _without_aside(text: str) -> str:
    """The text up to its last sentence that asks, if nothing but statements follow."""
    sentences = [part for part in re.split(_ENDS, text) if part.strip()]
    asking = [at for at, sentence in enumerate(sentences) if _ASKS.search(sentence)]
    rest = sentences[asking[-1] + 1 :] if asking else []
    is_aside = rest and all(_STATES.search(one) and not _WISHES.search(one) for one in rest)
    if rest and not asking[-1] and (_PRONOUN.match(sentences[0]) or _LIVES.search(rest[0])):
        return text  # この件はどこですか。側溝が詰まっています: what follows tells what is asked about
    return "".join(sentences[: asking[-1] + 1]) if is_aside else text


def _with_context(sentences: list[str], at: int) -> list[str]:
    """The sentence, and with the one before it; that way first where it only points back (「この件の担当は？」)."""
    alone = sentences[at]
    both = f"{sentences[at - 1]}{alone}" if at else alone
    return [both, alone] if _PRONOUN.match(alone) else [alone, both]
