"""Several claims of one question: each is judged by itself."""

from collections.abc import Callable

import pytest

from corpus.records import Answer

Talk = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    ("claims", "judged"),
    [
        ("印鑑の登録は市民課で、物品の廃棄は職員課ですよね", ["はい、市民課", "いいえ、職員課ではなく、契約検査課"]),
        ("健康診断は総務課、法規の審査は総務課で間違いないですか", ["いいえ、総務課ではなく、職員課", "はい、総務課"]),
        (
            "設計事務は293百万円、公共施設再編事業は3億円ですよね",
            ["はい", "いいえ、3億円ではなく、3億1,600万円"],
        ),
    ],
)
def test_each_claim_is_right_or_wrong_by_itself(talk: Talk, claims: str, judged: list[str]) -> None:
    answer = talk(claims)[0]
    assert answer.status == "answered"
    lines = [line.partition("→ ")[2] for line in answer.answer.splitlines() if "→" in line]
    assert [line.startswith(said) for line, said in zip(lines, judged, strict=True)] == [True, True]


def test_claims_may_come_up_within_a_conversation(talk: Talk) -> None:
    paired = "では、印鑑の登録は市民課、物品の廃棄は職員課ですよね"
    answers = talk("法制事務の担当は？", paired, "2番目のほうの内容は？")
    assert answers[1].answer.count("→") == 2
    assert answers[2].answer.startswith("庁用器具管理事務")
    pointing = talk("法制事務の担当は？", "それは総務課、物品の廃棄は職員課ですよね")[-1]
    assert "→" not in pointing.answer


def test_of_a_claim_on_a_matter_that_the_plan_lacks_nothing_is_said(talk: Talk) -> None:
    answer = talk("粗大ごみは環境センター、健康診断は職員課ですよね")[0]
    assert "この計画には書かれていません" in answer.answer.splitlines()[0]
    assert "はい、職員課で合っています" in answer.answer
    assert {citation.project_name for citation in answer.citations} == {"職員厚生事務"}
