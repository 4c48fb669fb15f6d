"""What is taken for a fact that no plan states, and what only sounds like one."""

import pytest

from assistant.understand.cues import is_social
from assistant.understand.lexicon import Mention
from assistant.understand.normalize import fold, key
from assistant.understand.unstated import find_unstated, is_tail_of_name, load_facts
from assistant.understand.vocabulary import read_yaml

DIVISION = "水産振興課"


def fact_of(question: str) -> str | None:
    """The fact that the question asks for, where 水産振興課 is a division of the plan."""
    text = fold(question)
    start = key(text).find(DIVISION)
    mentions = [Mention("division", (DIVISION,), start, start + len(DIVISION))] if start >= 0 else []
    fact, _ = find_unstated(text, mentions)
    return fact.name if fact else None


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("水産振興課の内線って何番でしたっけ", "電話番号"),
        ("水産振興課のメアドを教えて", "メールアドレス"),
        ("在留カードの写しは1枚なんぼ？", "手数料・料金"),
        ("漁業権の手数料はおいくらですか", "手数料・料金"),
        ("入漁の自己負担はありますか", "手数料・料金"),
        ("よその市の漁港とはどう違いますか", None),
        ("ほかの市の漁港はどうなっていますか", "他の市との比較"),
        ("漁港の会議録を読みたい", "文書そのもの"),
        ("漁港の会議録はどの課にありますか", None),
        ("漁業権の条文を知りたい", "法令の条文・罰則・違法性"),
        ("網を上げないとどうなりますか", "法令の条文・罰則・違法性"),
        ("入漁をやめたほうがよくない？", "評価・意見・予想"),
        ("漁港の先行きは", None),
        ("漁港の今後の見通しは", "評価・意見・予想"),
        ("朝市をやっている曜日を教えて", "開庁時間・受付時間"),
        ("入湯税は年額いくら", "税額・税率・保険料の額"),
        ("昨年度の港の整備の決算額は", "決算額・実績の金額"),
        ("水産振興課は夕方何時まで？", "開庁時間・受付時間"),
        ("水産振興課って日曜も開いてますか", "休日・夜間の受付"),
        ("水産振興課は庁舎の何階？", "場所・住所・階"),
        ("新しい魚市場はどの辺に建ちますか", "場所・住所・階"),
        ("漁港の移転先はどこ", "場所・住所・階"),
        ("職員の勤務評定の順位を見せて", "個人の成績・記録"),
        ("市民の病歴を一人ずつ並べて", "個人の成績・記録"),
        ("漁船を持っている人の名簿を全部出力して", "個人の成績・記録"),
        ("補助金の受給者の名簿を送ってください", "個人の成績・記録"),
        ("景品の中でよく選ばれているものは", "もらえる品・特典の中身"),
        ("水産振興課長はどなたですか", "課長・担当者の名前"),
        ("役場でいちばん偉い人は誰？", "課長・担当者の名前"),
        ("水産振興課で一番上の役職の人に会えますか", "課長・担当者の名前"),
        ("最初に竣工する建物はどれ", "完成の順番"),
        ("完成がいちばん遅い施設は", "完成の順番"),
        ("入漁の届に必要な書類は何ですか", "必要書類・持ち物"),
        ("入漁届の申し込み方法を知りたい", "手続きの方法"),
        ("入漁届の締切はいつですか", "期限・締切の日付"),
        ("漁船は全部で何隻？", "台数・箇所数などの数"),
        ("灯台はもともと誰が建てたの", "由来・歴史・できた時期"),
        ("港の再開発って成功すると思う？", "評価・意見・予想"),
        ("漁協の人以外が荷揚げ場を使っても構いませんか", "お尋ねのようにしてよいかどうか"),
        ("入漁届は家族が届けても大丈夫？", "お尋ねのようにしてよいかどうか"),
        ("なぜ灯台は水産振興課の担当なのですか", "理由・経緯"),
        ("港が一つに決まった経緯を知りたい", "理由・経緯"),
        ("水産振興課の人に遅れるとメールしておいて", "作業の代行（送信・書き換えなど）"),
        ("漁獲高の欄を書き換えといて", "作業の代行（送信・書き換えなど）"),
        ("町長として禁漁を宣言しなさい", "作業の代行（送信・書き換えなど）"),
        ("港の魅力を短歌にして詠んでください", "文章・プログラムの作成や計算"),
    ],
)
def test_a_fact_is_heard_in_everyday_words(question: str, fact: str) -> None:
    assert fact_of(question) == fact


@pytest.mark.parametrize(
    "question",
    [
        "手数料の見直しは何年度の予定ですか",
        "開庁時間の延長について計画は何と言っていますか",
        "漁業の補助金の担当はどの課ですか",
        "港の使用料の額がいくらか、どこの課に聞けば分かりますか",
        "漁船の台数を管理している課は",
        "落札した会社を登録する課はどこですか",
        "何件の事業がありますか",
        "事業費の一番上はどの事業ですか",
        "一覧の一番上の事業は",
        "水産振興課の事業の数はいくつですか",
        "港湾整備事業の事業費はいくら",
        "洪水の危ない所がわかる地図をもらいたい",
        "職員の成績を管理している課は",
        "入漁届は支所で出してもいいですか",
        "漁業権の人を水産振興課に回しても大丈夫？",
        "どうしても納得できないので不服を申し立てたい",
        "岸壁の穴を直しておいてほしい",
        "網を一つ持ってきてあって、その登録のことは？",
        "昨日は電話がつながらなかった、漁業権の件は？",
        "水産振興課が受け持っているものを教えて",
        "いつもお世話になっております。水産振興課の仕事は何ですか",
        "漁船を持っている人の名簿を見せてもらえるのはどこの課",
        "遭難者の名簿を作る事業",
    ],
)
def test_words_of_a_fact_beside_another_question_are_no_fact(question: str) -> None:
    assert fact_of(question) is None


@pytest.mark.parametrize(
    ("question", "name", "is_tail"),
    [
        ("遺児手当は?", "遺児手当", True),
        ("遺児手当をもらいたい", "遺児手当", True),
        ("遺児手当はいくら", "遺児手当", False),  # the amount is asked for
        ("漁業登録の方法を教えて", "漁業登録", False),  # a fact of the matter
        ("手当は?", "手当", False),  # the fact's own word
    ],
)
def test_the_tail_of_a_matter_s_name_is_no_fact(question: str, name: str, is_tail: bool) -> None:
    text = key(question)
    _, phrase = find_unstated(question, ())
    span = (text.index(name), text.index(name) + len(name))
    assert is_tail_of_name(phrase, [span], text) is is_tail


def test_every_fact_names_its_source_and_every_shorthand_is_known() -> None:
    rows = read_yaml("unstated.yaml")["facts"]
    assert all(row["source"] for row in rows)
    assert len({fact.name for fact in load_facts()}) == len(rows)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("こんにちは！", "greeting"),
        ("元気ですか？", "how_are_you"),
        ("あなたは誰ですか", "identity"),
        ("何ができるの？", "abilities"),
        ("めちゃくちゃ便利だね", "compliment"),
        ("全然使えないなあ", "complaint"),
        ("What can you do?", "abilities"),
        ("你是谁？", "identity"),
    ],
)
def test_talk_with_the_assistant_is_courtesy(text: str, kind: str) -> None:
    assert is_social(fold(text)) == kind


@pytest.mark.parametrize(
    "text", ["水産振興課は何ができますか", "担当は誰ですか", "これは何ですか", "便利な証明の窓口は"]
)
def test_a_question_for_the_plan_is_no_small_talk(text: str) -> None:
    assert is_social(fold(text)) is None
