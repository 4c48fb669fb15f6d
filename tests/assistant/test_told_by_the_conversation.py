"""What only the conversation tells: the right division, one of two plans, the kind of a bare noun, or nothing yet."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


def _cited(answer: Answer) -> set[str | None]:
    return {citation.project_name for citation in answer.citations}


@pytest.mark.parametrize("division", ["正しい課の、ほかの事業は？", "なるほど、本来の担当課のほかの事業を教えて"])
def test_the_right_division_is_the_one_that_corrected(talk: Talk, division: str) -> None:
    corrected, rest = talk("車両管理は秘書課でしょ？", division)
    assert corrected.answer.startswith("いいえ")
    assert "庁舎管理事務" in _cited(rest)
    assert "車両管理事務" not in _cited(rest)


@pytest.mark.parametrize(
    ("asks", "name"),
    [("先に聞いた計画を進める課は？", "公共施設再編事業"), ("後の計画を進める課は？", "土木管理運営事務")],
)
def test_one_of_two_plans_is_told_by_its_place(talk: Talk, asks: str, name: str) -> None:
    answer = talk("公共施設再編計画の策定はいつ？", "社会基盤施設マネジメント計画のほうは？", asks)[-1]
    assert _cited(answer) == {name}


@pytest.mark.parametrize("asks", ["このうち車両の事業ではどんな業務をする？", "この中で車両のは何を行うの？"])
def test_a_detail_of_one_of_the_shown_is_told_not_which_one_it_is(talk: Talk, asks: str) -> None:
    assert "配車" in talk("公的不動産活用課の事業一覧", asks)[-1].answer


@pytest.mark.parametrize(
    ("before", "noun", "name"),
    [
        ("市民税はどの課？", "土地は？", "固定資産税等賦課事務"),
        ("軽自動車税はどの課？", "じゃあ会社は？", "市民税賦課事務"),
        ("固定資産税はどの課？", "車の場合は？", "軽自動車税賦課事務"),
    ],
)
def test_a_bare_noun_is_of_the_kind_spoken_of(talk: Talk, before: str, noun: str, name: str) -> None:
    assert _cited(talk(before, noun)[-1]) == {name}


@pytest.mark.parametrize("noun", ["土地は？", "車の場合は？"])
def test_a_bare_noun_after_another_matter_has_its_readings(talk: Talk, noun: str) -> None:
    assert talk("統計の担当は？", noun)[-1].status == "clarify"


@pytest.mark.parametrize(
    "text",
    [
        "例の事業、来年度の予定は？",
        "そちらの課の重点事業は何件？",
        "もう片方の課の事業は？",
        "今見せてもらった事業の目標は？",
    ],
)
def test_what_points_at_nothing_is_asked_back(talk: Talk, text: str) -> None:
    assert talk(text)[0].status == "clarify"


@pytest.mark.parametrize(
    "text", ["この事業計画はいつまで？", "車両管理事務、その事業の担当課は？", "この窓口で住民票は取れる？"]
)
def test_what_names_its_own_matter_is_not_asked_back(talk: Talk, text: str) -> None:
    assert talk(text)[0].status == "answered"


@pytest.mark.parametrize(
    ("before", "claim", "opening"),
    [
        ("車両管理事務の事業コードは？", "やっぱりないんですね", "はい"),
        ("設計事務の目標は？", "書いてあるんだ", "はい"),
        ("設計事務の事業コードは？", "付いてないんだよね", "いいえ、事業CDのある"),
        ("設計事務の課は？", "重点には入ってないんだ", "いいえ、重点事業に"),
        ("車両管理事務の課は？", "重点には選ばれてないんだね", "はい"),
        ("財産管理事務の課は？", "単独ではないんですね", "はい"),
    ],
)
def test_a_denial_is_answered_by_what_holds(talk: Talk, before: str, claim: str, opening: str) -> None:
    assert talk(before, claim)[-1].answer.startswith(opening)


def test_a_matter_at_a_place_in_a_schedule_is_still_the_matter(talk: Talk) -> None:
    assert "戸籍・住基一般事務" in _cited(talk("梶原で住民票は取れる？")[0])
