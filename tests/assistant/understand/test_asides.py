import pytest

from assistant.understand.asides import Asides

without_asides = Asides(["鎌倉市実施計画「行財政運営」", "鎌倉市"]).without


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("窓口にお客様をお待たせしています。印鑑の登録は？", "印鑑の登録は？"),
        ("先週異動してきたばかりの者です。検査は誰が？", "検査は誰が？"),
        ("夫の代わりに電話しています。原付の税は", "原付の税は"),
        ("設計の費用は？いつも混同してしまいます。", "設計の費用は？"),
        ("伺いたいことがあります。統計の担当は", "統計の担当は"),
        ("少し聞いてもよろしいですか？統計の担当は", "統計の担当は"),
        ("手短にお願いします。統計の担当は", "統計の担当は"),
        ("こんばんは！統計の担当", "統計の担当"),
        ("腰越支所の職員ですが、統計の担当は", "統計の担当は"),
        ("鎌倉市の実施計画について。統計の担当は", "統計の担当は"),
        ("この計画のことで質問です。統計の担当は", "統計の担当は"),
        ("質問：統計の担当は", "統計の担当は"),
        ("統計の担当はどこｗｗ", "統計の担当はどこ"),
        ("恐れ入りますが、統計の担当は", "統計の担当は"),
    ],
)
def test_what_tells_only_who_asks_is_not_read(typed: str, asked: str) -> None:
    assert without_asides(typed, under_way=False) == asked


@pytest.mark.parametrize(
    "typed",
    [
        "母が入院しました。どこに届けますか",  # what happened may be the matter
        "町内会の者です。どこに相談しますか",  # no office: he tells for whom he asks
        "会計課の者です。うちの課の事業は？",  # the place is what is asked about
        "腰越に住んでいます。転入はどこ",  # where one lives decides the office
        "計画の期間について。",
        "隣の市の実施計画について。統計の担当は",
        "その方がお待ちです。",  # points back
        "では、2番目は？",
        "はい、お願いします",
        "よろしくお願いいたします",  # nothing else is said
    ],
)
def test_what_may_be_the_matter_stays(typed: str) -> None:
    assert without_asides(typed, under_way=False) == typed


def test_an_apology_stays_where_it_takes_something_back() -> None:
    typed = "急いでいます。すみません、委託のほうです"
    assert without_asides(typed, under_way=True) == "すみません、委託のほうです"
    assert without_asides("すみません、費用は", under_way=True) == "費用は"


@pytest.mark.parametrize("going_on", ["ちなみに、", "ちなみに", "あと、", "えっと、それと、"])
def test_going_on_with_a_talk_is_not_read(going_on: str) -> None:
    assert without_asides(f"{going_on}費用は", under_way=True) == "費用は"
