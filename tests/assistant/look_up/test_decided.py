"""Nothing is asked back where another word decides between the readings, or where all of them are wanted."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    ("question", "division"),
    [
        ("外壁の工事はどこの課ですか", "公的不動産活用課"),
        ("道路を直す予定はあるのでしょうか", "作業センター"),
        ("廃道路敷について", "公的不動産活用課"),
        ("空き家を相続した。税金のことは", "資産税課"),
    ],
)
def test_a_word_beside_the_broad_one_decides(talk: Talk, question: str, division: str) -> None:
    answer = talk(question)[-1]
    assert (answer.status, division in answer.answer) == ("answered", True)


@pytest.mark.parametrize(
    "question",
    [
        "工事について聞きたい",
        "道路のことで相談したい",
        "うちに税金の手紙が来た",
        "家に税金の手紙が来た",
        "建物のことはどこですか",
    ],
)
def test_a_broad_word_alone_is_asked_back(talk: Talk, question: str) -> None:
    assert talk(question)[-1].status == "clarify"


def test_all_readings_are_listed_where_a_list_is_wanted(talk: Talk) -> None:
    taxes = talk("税を担当する課を一覧で教えて")[-1].answer
    assert all(name in taxes for name in ("納税課", "市民税課", "資産税課"))
    proofs = talk("証明を出せる課を全部教えて")[-1].answer
    assert all(name in proofs for name in ("市民課", "納税課", "大船支所", "玉縄支所"))


def test_the_steps_of_a_deed_are_listed_whatever_they_are_done_to(talk: Talk) -> None:
    works = talk("市の建物を修理する予定を全部教えて")[-1].answer
    assert all(name in works for name in ("台在宅福祉サービスセンター", "今泉さわやかセンター", "たまなわ交流センター"))
