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
        ("関連課が浄化センターの事業は", {"設計事務"}),
        ("事業名が選で始まるものはどれ", {"選挙事務", "選挙執行事務"}),
        ("共同所管でCDのない事業は", {"財産管理事務", "事務管理事務"}),
        ("財政課と別の課が共に所管する事業", {"財産管理事務"}),
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
        ("事業の多い課の第2位は", "職員課（4件）"),
        ("推計事業費が下から2番目の事業", "行財政改革推進事業で、92百万円"),
        ("3億円よりお金のかかる事業は", "全2件"),
        ("重点事業の担当課はいくつ", "5課"),
        ("重点事業がない課の数", "20課"),
        ("市民課の事業と総務課の事業を足すと何件", "全7件"),
        ("事業CDの欄が空いている事業は何件？", "全43件"),
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
        ("最も事業が多いのは市民課ですよね", "いいえ"),
        ("総務課が事業数トップですよね", "はい"),
        ("重点事業は全部で23億2,500万円かかるんですよね", "いいえ"),
        ("総務課って事務管理事務だけやってるの？", "いいえ"),
    ],
)
def test_a_claim_is_held_against_what_is_computed(talk: Talk, text: str, said: str) -> None:
    assert talk(text)[-1].answer.startswith(said)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("「事業」で終わる名前と「事務」で終わる名前、それぞれの件数", ("全13件", "全35件")),
        ("重点は何件、重点以外は何件", ("全5件", "全43件")),
        ("事業CDの有無で分けるとそれぞれ何件", ("全5件", "全43件")),
    ],
)
def test_two_sets_side_by_side_are_each_counted(talk: Talk, text: str, counts: tuple[str, str]) -> None:
    assert all(count in talk(text)[-1].answer for count in counts)


def test_whoever_is_wrong_about_a_page_is_told_the_right_one(talk: Talk) -> None:
    assert "3ページ" in talk("法制事務が載っているのは2ページで合っていますか")[-1].answer


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("公共施設再編事業はまず何から始めますか", "令和5年度"),
        ("本庁舎等整備事業の最初の段階は", "令和5年度"),
        ("設計事務は最後に何をしますか", "令和7年度"),
        ("旧諸戸邸の改修に向けた基本設計の次に来るのは何", "令和6年度"),
        ("公共施設再編事業は最終的にどこまで進みますか", "令和7年度"),
        ("公共施設再編計画の改訂が終わったら次は", "令和6年度"),
    ],
)
def test_what_comes_first_last_or_next_is_all_of_that_year(talk: Talk, text: str, year: str) -> None:
    lines = talk(text)[-1].answer.splitlines()
    assert next(line for line in lines if line.startswith("令和")).startswith(year)


def test_what_no_year_repeats_is_told_year_by_year(talk: Talk) -> None:
    """No item of this project stands in all three years."""
    answer = talk("公共施設再編事業で3年間ずっと続くのは何")[-1].answer
    assert all(year in answer for year in ("令和5年度", "令和6年度", "令和7年度"))


def test_what_ends_before_a_year_does_not_end_in_it(talk: Talk) -> None:
    answer = talk("令和7年度より前に終わる事業は")[-1].answer
    assert "公共施設再編計画の改訂" in answer
    assert "旧諸戸邸の改修及び整備" not in answer


@pytest.mark.parametrize("text", ["令和6年度に「設計」がある事業は", "2年目に「設計」が予定されている事業は"])
def test_a_word_said_of_a_year_is_sought_in_the_schedules(talk: Talk, text: str) -> None:
    assert [project.name for project in talk(text)[-1].projects] == ["公共施設再編事業"]


def test_a_matter_whose_next_step_is_asked_needs_no_schedule(talk: Talk) -> None:
    """What comes first is read of a project's schedule only where the project is named."""
    assert "市民課" in talk("まず何から始めればいいですか、住民票を取りたい")[-1].answer
