"""The thing that a question asks for is read off where it stands, not off the matter that it is asked of."""

import pytest

from assistant.understand.thing_asked import find_thing_asked


@pytest.mark.parametrize(
    ("question", "noun", "how"),
    [
        ("協力している研究所はどこですか", "研究所", "body"),
        ("どこの病院で検査を受けるのですか", "病院", "body"),
        ("借りた土地の一覧を見せて", "土地", "place"),
        ("第何条に書いてあるのか", "条", "rule"),
        ("基金の内訳は", "基金", "made_up"),
        ("文書管理システムのメーカー名は", "メーカー名", "body"),
        ("庁内ネットワークの速度を教えて", "速度", "value"),
    ],
)
def test_the_thing_is_the_noun_that_is_asked_for(question: str, noun: str, how: str) -> None:
    thing = find_thing_asked(question)
    assert thing is not None
    assert (noun.startswith(thing.noun), thing.how) == (True, how)


@pytest.mark.parametrize(
    "question",
    [
        "庁舎管理事務の担当は",  # a plan prints it of every project
        "入札の手続きを教えて",  # the noun names what is done, the matter itself
        "落札した会社の名前を管理する課は",  # the office is asked for
        "計算した会社の人と話したい。誰に言えばいい",
        "そのうち、いちばん多いのは",
        "市の仕事を請けたい会社なんですが",  # なん asks for nothing here
        "総合計画の冊子がほしい",  # somebody wants to be given it
        "担当の欄に二つの名があるやつはどれ",
    ],
)
def test_an_office_or_what_any_plan_prints_is_no_such_thing(question: str) -> None:
    assert find_thing_asked(question) is None
