"""A thing that the record found does not print is said to be missing; what it prints stays answered."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("市債を引き受けている銀行の名前は", "銀行の名前"),
        ("弁護士相談を頼んでいるのはどこの法律事務所ですか", "法律事務所の名前"),
        ("スマートシティ推進事業のアドバイザーは誰", "アドバイザーの名前"),
        ("情報システムの機種は？", "機種"),
        ("公用車の車種の一覧をください", "車種の一覧"),
        ("総務課の係をすべて挙げて", "係の名前"),
        ("基幹統計調査の調査員の名簿が見たい", "調査員の名簿"),
        ("市債の内訳を知りたい", "市債の内訳"),
        ("どこの橋を補修するのですか", "橋の名前"),
        ("公平委員会は法律の第何条が根拠なのですか", "何条か"),
        ("施設を耐震化した学校の名前の一覧", "学校の名前の一覧"),
        ("市長の日程表を見せて", "日程表"),
        ("監査の七つの流派を知りたい", "流派"),
        ("腰越支所の職員は誰", "職員の名前"),
        ("共通の課題で連携する相手は具体的にどこの町ですか", "町の名前"),
    ],
)
def test_a_thing_that_is_not_printed_is_said_to_be_missing(talk: Talk, question: str, thing: str) -> None:
    answer = talk(question)[-1]
    assert (answer.status, answer.citations) == ("not_found", ())
    assert f"{thing}は、この計画には書かれていません" in answer.answer


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("監査の五つの基準の名を知りたい", "経済性"),
        ("職員研修事務の基本方針は何というプログラム？", "職員育成アクションプログラム"),
        ("公平委員会はどの団体と調整しますか", "全国公平委員会連合会"),
        ("選挙執行事務で行う選挙を全部挙げて", "衆議院議員"),
        ("令和7年度はどこの建物の外壁を直すの", "令和7年度"),
        ("選挙人名簿を見たい", "選挙管理委員会事務局"),
        ("原付の税金を教えて", "市民税課"),
        ("市長の日程の調整は", "秘書課"),
        ("落札した業者の名前を管理している課は", "契約検査課"),
        ("支所の名前を全部", "腰越支所"),
        ("納税の相談に乗ってくれる人は誰", "納税課"),
        ("研修の申し込み先", "職員課"),
        ("固定資産の評価替えは", "資産税課"),
        ("土地を借りたい会社です。どこに言えば？", "公的不動産活用課"),
        ("市民税課の事業の一覧をください", "市民税賦課事務"),
    ],
)
def test_what_is_printed_or_another_matter_stays_answered(talk: Talk, question: str, printed: str) -> None:
    answer = talk(question)[-1]
    assert (answer.status, printed in answer.answer) == ("answered", True)


@pytest.mark.parametrize("question", ["職員課の制服は", "企画課のマスコットは何ですか", "大船支所の壁の色は？"])
def test_a_thing_of_a_division_that_no_record_of_it_prints_is_not_answered_by_its_projects(
    talk: Talk, question: str
) -> None:
    assert talk(question)[-1].status == "not_found"


@pytest.mark.parametrize("question", ["職員課の研修は", "大船支所の証明の発行は？", "契約検査課の電子入札は"])
def test_a_thing_of_a_division_that_is_printed_stays_answered(talk: Talk, question: str) -> None:
    assert talk(question)[-1].status == "answered"
