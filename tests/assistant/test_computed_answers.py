"""Answers that are computed from the records: two conditions at once, places in an order, counts of divisions."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("名前に「管理」が付いて、内容に「計画」とある事業は", {"財産管理事務", "土木管理運営事務"}),
        ("「選挙」の付く名称で、かつ内容に「開催」と書かれているもの", {"選挙事務"}),
        ("名前が「市民」で始まって「事務」で終わる事業は", {"市民税賦課事務"}),
        ("担当課が2つ以上の「〜事務」はどれですか", {"財産管理事務", "事務管理事務"}),
        ("デジタル戦略課が一課で受け持つ事業は", {"情報化推進事業"}),
        ("政策創造課の重点事業以外は何件ですか", {"政策研究事業"}),
        ("計画の末尾から3番目の事業名は", {"土木管理運営事務"}),
        ("いちばん後ろの事業は", {"公共用地先行取得事業"}),
        ("市民で始まる事業名を挙げて", {"市民税賦課事務"}),
        ("行財政運営の最適化につながる事業のうち3億円より高いのは", {"公共施設再編事業"}),
        ("浄化センターを関連課とする事業は", {"設計事務"}),
    ],
)
def test_just_the_projects_that_fit_are_listed(talk: Talk, text: str, names: set[str]) -> None:
    assert {project.name for project in talk(text)[-1].projects} == names


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2番目に事業の多い課は", "職員課（4件）"),
        ("所管事業数第3位の課", "契約検査課、財政課、納税課（3件）"),
        ("金額第2位の事業", "公共施設再編事業で、316百万円"),
        ("推計事業費の多い順で2番目はどれ", "公共施設再編事業で、316百万円"),
        ("いくつの課が重点事業を持っていますか", "5課"),
        ("財政課の担当件数", "全3件"),
        ("ページ3に書かれている事業はいくつ", "全12件"),
        ("最大の事業を除いた重点事業の合計は", "768百万円"),
        ("重点事業とそれ以外、どちらが多い", "38件多く"),
        ("末尾が「事業」のものと「事務」のもの、どちらが多い", "22件多く"),
        ("「支所」という字を含む担当課は", "4課"),
        ("財政課が担当していない重点事業", "全5件"),
    ],
)
def test_what_is_computed_is_said(talk: Talk, text: str, said: str) -> None:
    assert said in talk(text)[-1].answer


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("重点事業の推計事業費の合計が21億2,500万円というのは合っていますか", "はい"),
        ("重点事業の推計事業費の合計が22億円というのは合っていますか", "いいえ"),
        ("総務課がやっているのは法制事務だけ？", "いいえ、法制事務だけではありません"),
        ("設計事務は3億円より安いですよね", "はい"),
    ],
)
def test_a_claim_is_held_against_what_is_computed(talk: Talk, text: str, said: str) -> None:
    assert talk(text)[-1].answer.startswith(said)


def test_whoever_is_wrong_about_a_page_is_told_the_right_one(talk: Talk) -> None:
    assert "3ページ" in talk("法制事務が載っているのは2ページで合っていますか")[-1].answer
