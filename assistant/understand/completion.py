"""Puts what was said before into the words of a question that leaves it out (それは何の略？ → SIBは何の略？)."""

import re
from collections.abc import Sequence

from assistant.conversation import ConversationState, Spoken
from assistant.understand.asked_alone import fields_alone, place_in_list
from assistant.understand.cues import find_cues, match_cue
from assistant.understand.ellipsis import BARE, LONGEST_ELLIPSIS
from assistant.understand.ordinals import find_places
from assistant.understand.question import Premise
from assistant.understand.same_question import is_a_name, named_fully
from assistant.understand.same_set import turn_patterns
from assistant.understand.vocabulary import load_generic_words
from assistant.understand.words import words

_INSTEAD = re.compile(
    r"^(?:(?:聞き|知り|言い)たい?(?:かった)?のは[、,]?)?(?P<not_this>[^。?？]{1,24}?)(?:じゃなくて?|ではなくて?|でなくて?|(?:は|というのは|っていうのは)(?:間違|まちが|誤)[いりえっのた]*で"
    r"|と(?:言|書|打|聞)[いきっ]?(?:まし)?たの?(?:です|ん)?(?:けど|けれど|が))[、,]?(?P<this>.{2,})$"
)
# 総務課です、職員課じゃなくて: what is meant comes first.
_INSTEAD_BEFORE = re.compile(
    r"^(?P<this>[^。、?？]{2,20}?)(?:です|でした|だった|だ)?[、,。](?P<not_this>[^。、?？]{2,20}?)(?:じゃ|では|で)な(?:くて?|いです|いほう|い)[。!！]?$"
)
_PLAN_LIKE = re.compile(r"計画|プラン|方針|戦略|指針|理論|[A-Za-z]{3,}")
_SIDE = re.compile(r"の(?:ほう|方)の(?!課|部署|室|支所|センター|事務局)")
_POINTER = re.compile(r"^(?:それ|これ|[そこ]の[一-龥ァ-ヴー]{2,6})(?:は|って|の|が|を)?[、,]?")
# その計画に基づく事業は, それを進めている課は, そこに出てくる計画は: a pointer at the head with the particle behind it.
_POINTS_AT = re.compile(
    r"^(?:それ|これ|(?:その|この|同)(?P<kind>計画|プラン|方針|戦略|指針|構想|理論|考え方)|そこ(?=に(?:出|書|載|挙)))"
    r"(?P<rest>(?:は|って|の(?!うち|中)|が|を|に|で).{3,})$"
)
_NAME_OF_PLAN = re.compile(r"^(?P<name>.{2,}?(?:計画|プラン|方針|戦略|指針|構想))(?:の|が|は|を|って|、|$)")
# The plans of others that a question names; this plan is called 実施計画.
_PLAN_NAMED = re.compile(
    r"(?!実施計画)[一-龥ァ-ヴーA-Za-z]{3,}(?<!実施)(?:計画|プラン|方針|戦略|指針|構想)(?!の?(?:事業|期間|年度))"
)
# 後の計画, 先に聞いたほうのプラン, 2つ目の計画
_ONE_OF_PLANS = re.compile(
    r"(?<![一-龥])(?P<place>先|前|最初|はじめ|初め|後|あと|最後|真ん中|[0-9一二三四五]つ目|[0-9一二三四五]番目)(?:から|に|で)?"
    r"(?:(?:聞|尋ね|質問し|調べ|話|出|言|挙げ)[^、。は]{0,4}た)?(?:の?(?:ほう|方))?の?(?:計画|プラン|方針|戦略|指針|構想)(?![期年書])"
)
_TOPIC_MARKER = re.compile(r"について|とは|って(?!いう)|は(?!じめ)")
# Words that ask for a field of a project, and are matters of their own too.
_MATTERS = {"会計": "出納", "予算": "予算編成"}
_IS_A_MATTER = re.compile(
    r"^(?:じゃあ?|では|あと)?[、,]?(?P<matter>会計|予算)(?:の担当課?|の所管課?)?(?:は|って)?"
    r"(?P<asks>(?:どこ|何課|どの課)(?:の担当|が担当)?)?(?:です)?か?[?？。]*$"
)
_LONGEST_SUBJECT = 40
# 全体の金額のうち、〇〇事業は何パーセント; only what may be a part of it takes the other's place (目標は？ does not).
_SHARE_OF = re.compile(
    r"^(?P<whole>[^。?？]+?(?:のうち|に対して|に対する|の中で|に占める)、?)(?P<part>[^、。?？]{2,30}?)"
    r"(?P<asks>(?:は|が|って|の(?=割合|比率|シェア))[^。]*?(?:パーセント|%|割|比率|シェア|何分の|占め).*)$"
)
_NAMED_SO = ("事業", "事務", "課", "支所", "室", "局", "プロジェクト")
# あ、間違えました。, いや違った、 before what is meant instead.
_TAKEN_BACK = re.compile(
    r"^(?:(?:あっ?|え|ん)?[、,]?(?:いや|いえ|いいえ|すみません|すいません|失礼[^、。!！]{0,5}|訂正[^、。!！]{0,5}|ごめん[^、。!！]{0,5}|そうじゃな[^、。!！]{0,5}|(?:違|ちが|間違|まちが)[^、。!！]{0,8})+[、。,!！…]+)+"
)
# 最初の一覧に戻って, さっきの全部のうち, 元の6件の中で
_BACK_AT_LIST = re.compile(
    r"(?:(?P<first>最初|はじめ|初め|一番上)に?|(?P<before>(?:1つ|一つ|ひとつ)?(?<![年日])前|その前)|(?P<origin>元|もと)|全部|[そこ](?=の一覧|のリスト)|さっき|先ほど|先|上|今)"
    r"(?:の|に)?(?:出した|出て(?:き|い)た|見せた|見た|聞いた|挙げた|教えてくれた|もらった|言ってた)?(?:(?:ほう|方)の|の)?"
    r"(?:全部の)?(?:一覧|リスト|全部|全体|やつ|ところ|(?=に(?:戻|もど))|(?P<number>[0-9]{1,2})(?:件|個|事業|つ))"
    r"(?P<back>に(?:もう一度|いったん)?(?:戻|もど)[っりしる](?:て|ます|たい|と)?(?:ください|下さい|ほしい|ね|、)*|のうち|の中|の?なか|の(?=[0-9一二三四五六七八九]{1,2}(?:番目|つ目|個目)|最後の)|で言うと|で|から|だと|なら|を(?:もう一度|もう(?:1|一)回|もっかい|再度|また)[^、。]{0,10})"
    r"(?:では|でも|で|は|から|の)?[、,。]?"
)
# 鍵を預かるのもそこ？, 受付もその課だけで？, え、でも鍵の管理をしているのはそこですよね？
_ALSO_THERE = re.compile(
    r"^(?:じゃあ?|では|それじゃあ?|あと|それと|ついでに|ちなみに|なら|で(?!も)|え|ふーん|なるほど)?[、,。]?(?P<but>でも、?)?(?P<matter>[^。?？]{2,30}?)"
    r"(?:も|を(?:担当|所管|管理)?(?:し|やっ|行っ|見|扱っ|受け持っ)て(?:い?る|い?ます|おり?ます?)(?:の|課)は"
    r"|を[^、。?？はもを]{1,8}[るたうくすつぬぶむ](?:の|課|部署|ところ|窓口)[はも](?=[、,]?(?:同じ|おなじ|一緒|いっしょ)))[、,]?(?:全部)?"
    r"(?:そこ|(?:同じ|おなじ|一緒|いっしょ)(?=(?:です|でしょ|だ|なん|なの|か|ね|よ|[?？。]|$))|そちら|そっち|ここ|(?:その|この|同じ|おなじ|おんなじ|一緒の|いっしょの)(?:課|部署|窓口|担当|ところ|室|局|事務局)|同課)(?P<only>だけ|のみ)?"
    r"(?:の(?:担当|所管|仕事|課|管轄|役目)|が|で|に|へ|は)?(?:担当|所管|受け持|やって|して|見て|扱|取り扱|作|つく|行|聞|頼|相談|管理|でき|決|面倒|お願い|言|いい|よい|良い|合って|大丈夫|間違い)?"
    r"[ぁ-んっ]{0,10}[?？。]*$"
)
_MOST_THERE = 4
_FEWEST_OF_SEVERAL = 2
# Of these texts the plan itself was asked, and no matter of its own.
_SPENT_ON = "計画全体の推計事業費に含まれる経費は何"
_TOTALS = ("total_cost", "total_per_year", "cost_items")
_OF_THE_PLAN = ("", "plan_period", *_TOTALS)
_SPEAKS = {"speaks", "wants_division"}


def in_full(text: str, state: ConversationState) -> str:
    """The text with what the conversation makes plain: without what it takes back, with what it goes on about."""
    text = next_matter(_SIDE.sub("の", instead(next_in_row(text, state), state)), state)
    text = turn_patterns()["span_of_plan"].sub("計画期間は何年度から何年度まで", text)
    if state.text_kind == "sdgs_targets" and not state.focus:
        text = turn_patterns()["target_alone"].sub("SDGsのターゲットに", text)
    text = fields_alone(place_in_list(text, state), state)
    steps = (
        of_the_total,
        named_fully,
        former_or_latter,
        place_in_text,
        of_the_text,
        plan_of_it,
        counted_in_text,
        pointed_at,
    )
    full = next((full for step in steps if (full := step(text, state)) != text), text)
    return completed(text, state) if full == text else full


def of_the_total(text: str, state: ConversationState) -> str:
    """全部でいくら使うの？ of the plan itself; 何に使うの？ and 年にすると？ after its total."""
    patterns = turn_patterns()
    totals = any(one.text_kind in _TOTALS for one in (*state.before, state))
    if totals and patterns["rest_spent"].match(text):  # 残りは何に使うの after the sum of some projects
        return _SPENT_ON
    of_plan = not state.is_under_way and state.text_kind in _OF_THE_PLAN
    if of_plan and patterns["whole_spent"].match(text):
        return "計画全体の推計事業費はいくら"
    if not of_plan or state.text_kind not in _TOTALS:
        return text
    if patterns["spent_on_what"].match(text):
        return _SPENT_ON
    return "計画全体の推計事業費は1年あたりいくら" if patterns["in_a_year"].match(text) else text


def next_in_row(text: str, state: ConversationState) -> str:
    """三つ目、職員数の管理 after other matters as では、…: it is a place in no list."""
    return turn_patterns()["in_a_row"].sub("では、", text) if state.is_under_way else text


def another_part(text: str, state: ConversationState) -> tuple[str, ConversationState]:
    """重点事業だと after 全体のうち〇〇事業は何割: the former question with another part, and nothing to take over."""
    asked = _SHARE_OF.match(state.asked) if state.operation in ("share", "compare") else None
    bare = BARE.search(text)
    if not asked or not bare or len(text) > LONGEST_ELLIPSIS or find_cues("refers", text) - {"then"}:
        return text, state
    named = re.sub(r"^(?:じゃあ?|では|それなら|なら|あと|、)+", "", text[: bare.start()]).removesuffix("全部")
    if not (named.endswith(_NAMED_SO) or is_a_name(named)):
        return text, state
    return f"{asked['whole']}{named}{asked['asks']}", ConversationState()


def another_whole(text: str, state: ConversationState) -> tuple[str, ConversationState]:
    """重点事業の中では？ after 〇〇事業は全体の何割: the former question with another whole."""
    asked = turn_patterns()["of_another_whole"].match(text) if state.operation in ("share", "compare") else None
    if not asked or "全体" not in state.asked:
        return text, state
    return state.asked.replace("全体", asked["whole"], 1), ConversationState()


def plan_of_it(text: str, state: ConversationState) -> str:
    """その計画はいつできた？ with the name of the plan that the last question named beside its project."""
    match = _POINTS_AT.match(text)
    names = list(_PLAN_NAMED.finditer(state.asked)) if match and match["kind"] == "計画" and state.focus else []
    return f"{names[-1][0]}{match['rest']}" if match and names else text


def counted_in_text(text: str, state: ConversationState) -> str:
    """いくつある？ and 何年分ですか go on about what the text around the tables was asked for."""
    counts = turn_patterns()["counts_in_text"].match(text) if state.subject and not state.focus else None
    return f"{state.subject}は{text}" if counts else text


def back_at_list(text: str, state: ConversationState) -> tuple[str, ConversationState]:
    """The question and the conversation as it stood at a list that the text goes back to (最初の一覧に戻って)."""
    match = _BACK_AT_LIST.search(text)
    lists = [spoken for spoken in (*state.before, state) if len(spoken.shown) > 1]
    if not match or not lists:
        return text, state
    rest = f"{text[: match.start()]}{text[match.end() :]}".strip("、。 ")
    narrows = rest and not find_cues("places", rest)
    meant = _list_meant(match, lists)
    back = state if meant is state else state.back_at(meant)
    return f"そのうち、{rest}" if narrows else rest or "それらを全部", back


def _list_meant(match: re.Match[str], lists: Sequence[Spoken]) -> Spoken:
    """The list that is meant: the first, one of so many entries, the one before, or the last that holds more."""
    if match["first"]:
        return lists[0]
    numbered = [one for one in lists if match["number"] and len(one.shown) == int(match["number"])]
    if numbered:
        return numbered[-1]
    if match["before"]:
        return lists[-2:][0]
    now = set(lists[-1].shown)
    former = lists[-2:][0] if match["origin"] else lists[-1]
    return next((one for one in reversed(lists) if set(one.shown) > now), former)


def also_there(text: str, state: ConversationState) -> tuple[str, Premise | None]:
    """鍵を預かるのもそこ？ as a question of its own, and that it is claimed for the division spoken of."""
    match = _ALSO_THERE.match(text)
    if not match or not 0 < len(state.divisions) <= _MOST_THERE or state.field_of_branches:
        return text, None
    matter = _MATTERS.get(match["matter"], match["matter"])
    said = [word for word in words(matter) if word.is_content]
    if matter == match["matter"] and all({word.normal, word.surface} & load_generic_words() for word in said):
        return text, None
    asked = f"{matter.removesuffix('の')}{'' if matter.endswith('の') else 'の'}担当課は"
    # Whoever objects to a correction (でも) still means the division that he named.
    divisions = (match["but"] and state.named) or state.divisions
    return asked, Premise(divisions=divisions, only=bool(match["only"]))


def held_out(text: str, state: ConversationState) -> str:
    """所管は〇〇課ですね, 〇〇課？ of the one project spoken of: as a claim on who carries it."""
    match = turn_patterns()["held_out"].match(text) if len(state.focus) == 1 and not state.choices else None
    if not match or not (match["named"] or match["only"] or state.field in (None, "division")):
        return text
    return f"担当は{match['division']}{match['only'] or ''}ですよね"


def next_matter(text: str, state: ConversationState) -> str:
    """会計は？ after 監査はどこ？, 会計はどこ？: whose the matter is, not the account of the project that was found."""
    match = _IS_A_MATTER.match(text)
    follows = state.by_matter and state.field in (None, "division")
    return f"{_MATTERS[match['matter']]}の担当課は" if match and (follows or match["asks"]) else text


def instead(text: str, state: ConversationState) -> str:
    """The text without what it takes back (契約事務じゃなくて検査事務 → では、検査事務)."""
    plain = _TAKEN_BACK.sub("", text)
    match = _INSTEAD_BEFORE.match(plain) or _INSTEAD.match(plain)
    under_way = state.is_under_way or state.choices
    if not match or not under_way or re.search(r"[はがも]", match["not_this"]):
        return text
    return f"では、{match['this']}"


def completed(text: str, state: ConversationState) -> str:
    """The text with what was asked of something outside the projects (いつ策定？), where it names only another."""
    match = BARE.search(text)
    if not state.predicate or not match or len(text) > LONGEST_ELLIPSIS or not _PLAN_LIKE.search(text):
        return text
    head = r"^(じゃあ|じゃ|では|あと|それなら)[、,]?|^もう(?:一方|片方|一つ|ひとつ|1つ)の|の(ほう|方)?$"
    named = re.sub(head, "", text[: match.start()])
    plan = _NAME_OF_PLAN.match(state.subject)  # …計画の策定 is what the other plan is asked for too
    of_it = state.subject[plan.end("name") :] if plan and _NAME_OF_PLAN.fullmatch(named) else ""
    return f"{named}{of_it}は{state.predicate}" if named else text


def predicate(text: str) -> str:
    """What a question asks of its subject: what stands behind its topic marker (…は｜いつ策定？)."""
    match = re.search(r"(?:は|って|とは)[、,]?(?P<asked>[^はって、]{2,16})$", text)
    return match["asked"] if match else ""


def subject(text: str) -> str:
    """What a question is about: what stands before its last topic marker."""
    markers = list(_TOPIC_MARKER.finditer(text)) or list(re.finditer("を", text))
    named = text[: markers[-1].start()] if markers else ""
    return named if 1 < len(named) <= _LONGEST_SUBJECT else ""


def former_or_latter(text: str, state: ConversationState) -> str:
    """The text with 前者, 後の計画 and the like as the things outside the projects that were spoken of."""
    subjects = list(dict.fromkeys(spoken.subject for spoken in (*state.before, state) if spoken.subject))
    if len(subjects) < _FEWEST_OF_SEVERAL or state.focus:
        return text
    match = _ONE_OF_PLANS.search(text)
    if match is None:
        return text.replace("前者", _plan_of(subjects[-2])).replace("後者", _plan_of(subjects[-1]))
    places = find_places(f"{match['place'].replace('前', '先')}のほう", len(subjects))
    named = _plan_of(subjects[places[0]]) if len(places) == 1 else match[0]
    return f"{text[: match.start()]}{named}{text[match.end() :]}"


def _plan_of(subject: str) -> str:
    """The plan that a subject names before what it says of it (…計画の策定時期), or the subject as it is."""
    plan = _NAME_OF_PLAN.match(subject)
    return plan["name"] if plan else subject


def place_in_text(text: str, state: ConversationState) -> str:
    """4番目を詳しく after the principles as a question about the fourth principle."""
    counted = bool(state.subject) and not state.focus and "principle" in find_cues("texts", state.subject)
    is_place = find_cues("places", text) & {"number", "first", "last"} and "principle" not in find_cues("texts", text)
    whole = re.sub(r"の[0-9一二三四五六七八九十]+(?:番目|つ目).*$", "", state.subject)
    return f"{whole}の{text}" if counted and is_place and len(text) <= LONGEST_ELLIPSIS else text


def pointed_at(text: str, state: ConversationState) -> str:
    """その計画を進めている課は？ with the name of the plan that the text around the tables was just asked for."""
    match = _POINTS_AT.match(text)
    if not match or not state.subject or state.focus:
        return text
    named = _plan_of(state.subject) if match["kind"] in (None, "計画") else state.subject
    return f"{named}{match['rest']}"


def of_the_text(text: str, state: ConversationState) -> str:
    """何の略？ and どの考え方に出てくる？ go on about what the text around the tables was asked for."""
    rest = _POINTER.sub("", text)
    if state.subject and not state.focus and turn_patterns()["asks_of_text"].match(rest):
        return f"{state.subject}の{rest}" if rest.startswith(("担当", "所管")) else f"{state.subject}は{rest}"
    if not state.subject or len(text) > LONGEST_ELLIPSIS or find_cues("prose", rest) & _SPEAKS != {"speaks"}:
        return text
    nouns = [word for word in words(rest) if word.is_noun]
    asks = all(
        {w.normal, w.surface} & load_generic_words() or match_cue("prose", "asking_nouns", w.surface) for w in nouns
    )
    return f"{state.subject}は{rest}" if asks else text
