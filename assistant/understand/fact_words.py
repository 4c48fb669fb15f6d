"""What a fact that no plan states is called in the question's own words (受験資格, 支所の開庁時間)."""

import re
from collections.abc import Collection

from assistant.understand.normalize import key
from assistant.understand.unstated import load_facts

# A noun that something is asked of, with the noun that it belongs to.
_ASKED = re.compile(
    "(?:(?P<of>[一-龥々ァ-ヴー]{2,10})の)?(?P<which>どの|どんな)?(?P<noun>(?:必要な)?[一-龥々ァ-ヴーA-Za-z]{2,12})"
    "(?=は|って|を|が(?!い)|について|とは|のこと|の件|[?？。、 　]|教え|知り|$)"
)
# What joins a matter to how much of it, or when, is asked behind it (公用車は|何台).
_BESIDE = re.compile("(?:には|では|って|は|が|も|、|今|現在|全部で)*+")
_OPEN = re.compile("[何誰幾]|(?:問|聞|教|知)")
# A matter by itself (児童手当は): nothing is asked of it.
_SAID_ALONE = re.compile("(?:のこと)?(?:は|って|とは)?[?？。]*")
_REASON = re.compile("理由|経緯|いきさつ|根拠|わけ|きっかけ")
# A noun that ends so is the fact itself, and no matter that it is asked of.
_IS_FACT = re.compile(
    "(?:[額率数日階料代費割円]|定員|方法|手順|仕方|しかた|やり方|流れ|地図|アクセス|窓口|フロア|別館|本館|宛先|あて先|日程|日時|曜日|時間|時期|期限|期日|期間|納期|場所|住所|所在地|番地|金額|残高|値段|価格|単価|相場"
    "|人口|倍率|広さ|面積|大きさ|結果|成果|効果|成績|条件|資格|制限|締め?切り?|年齢|名前|内訳|金利|利息|点|位|ボーナス|給料|年収|月給)$"
)


def fact_in_words(text: str, fact: str, names: Collection[str]) -> tuple[str, bool]:
    """The noun by which the folded text asks for the fact, else the fact's name; and whether that says whose it is.

    ``names`` are those of the plan: what belongs to one of them is told by that.
    """
    known = next((one for one in load_facts() if one.name == fact), None)
    found = known.asks.search(text) if known else None
    if known is None or found is None:
        return fact, False
    for noun in _ASKED.finditer(text):
        asks_more = _SAID_ALONE.fullmatch(text, noun.end("noun")) is None
        is_matter = bool(known.measure) and asks_more and not _IS_FACT.search(noun["noun"])
        reach = _BESIDE.match(text, noun.end("noun")) if is_matter else None
        ends = max(noun.end("noun"), reach.end() + 1 if reach else 0)
        if not (noun.start("noun") < found.end() and found.start() < ends):
            continue
        if "理由" in fact and not _REASON.search(noun["noun"]):
            continue  # the 担当課 is written, the reason for it is not
        if _OPEN.search(noun["noun"]) or _is_name(noun["noun"], names, whole=is_matter):
            continue
        if noun["which"]:
            return f"{noun['which']}{noun['noun']}か", False
        own = noun["of"] or ""
        if own and (_OPEN.search(own) or _is_name(own, names, whole=True)):
            own = ""
        said = "の".join(filter(None, (own, noun["noun"], known.measure if is_matter else "")))
        return said, bool(own or is_matter)
    return fact, False


def _is_name(word: str, names: Collection[str], *, whole: bool = False) -> bool:
    """Whether the word is, or (unless ``whole``) is part of, a name of the plan."""
    if whole:
        return any(key(word) == key(name) for name in names)
    return any(key(word) in key(name) and len(word) > len("支所") for name in names)
