"""What a half remembered name may be."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


def _offered(answer: Answer) -> set[str]:
    return {choice.label for choice in answer.clarify or ()}


@pytest.mark.parametrize(
    ("asks", "labels"),
    [
        ("選挙…なんちゃら事務、どっち？", set()),
        ("財ほにゃらら事務の担当は", {"財政事務", "財産管理事務"}),
        ("なんとか総務課から電話がありました", {"総務課の事業", "都市整備総務課の事業"}),
        ("〇〇一般事務ってあったはずですが、上の字を忘れました", {"税務一般事務", "戸籍・住基一般事務"}),
        ("総務で始まる課の人から着信がありました", set()),
        ("事務局から着信がありました", {"選挙管理委員会事務局の事業", "監査委員事務局の事業"}),
        ("一般事務と言われました、どの事業でしょう", {"税務一般事務", "戸籍・住基一般事務"}),
    ],
)
def test_what_is_called_so_is_offered(talk: Talk, asks: str, labels: set[str]) -> None:
    assert _offered(talk(asks)[-1]) == labels


def test_the_other_end_of_the_name_picks_one(talk: Talk) -> None:
    last = talk("評価審査なんちゃら会の担当課", "固定資産が前に付いていました")[-1]
    assert {citation.project_name for citation in last.citations} == {"税務一般事務"}


def test_a_list_by_the_end_of_a_name_stays_a_list(talk: Talk) -> None:
    assert talk("〇〇一般事務という事業の一覧")[-1].status == "answered"


def test_a_place_without_a_name_is_not_the_matter(talk: Talk) -> None:
    last = talk("なんちゃらセンターの雨漏りを直す工事はどの課")[-1]
    assert last.status != "clarify"


def test_an_opinion_on_the_choice_asks_for_none(talk: Talk) -> None:
    last = talk("一般事務ってどの事業でしょう", "戸籍のほうだと思います")[-1]
    assert {citation.project_name for citation in last.citations} == {"戸籍・住基一般事務"}
