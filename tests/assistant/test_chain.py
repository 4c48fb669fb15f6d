"""The whole chain over the shipped plan: faults are caught, conversations kept, one question has one answer."""

import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.chain import LONGEST_QUESTION, PlanAssistant, build_assistant, edition_of
from assistant.compose.composer import Composer
from assistant.compose.draft import Draft
from assistant.conversation import ConversationStore
from assistant.look_up.findings import Finding
from assistant.settings import Settings
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue
from corpus.errors import InvalidField
from corpus.records import Answer, Question

if TYPE_CHECKING:
    from vectorstore.index import Index

Talk = Callable[..., list[Answer]]

QUESTIONS = (
    "検査事務を受け持つ課の名前は？", "0−2−1−4って何の事業？", "転入してきたので手続きの窓口を知りたい",
    "重点事業の推計事業費の総額",
    "総務課の事業を残らず挙げて", "公共施設再編事業の令和7年度の工程", "燃やすごみの日程", "証明書を取りたいのですが",
    "監査事務は総務課の担当ですよね", "③の考え方を読みたい", "who is responsible for 法制事務",
    "事業CDの付いていない事業の件数",
)  # fmt: skip


class FaultyComposer(Composer):
    """Composes as usual, and then says something that the plan does not."""

    invented = "窓口は住宅政策課です（9,999百万円）。[99]"

    def compose(self, read: Understanding, finding: Finding) -> Draft:
        """A draft with an invented line."""
        draft = super().compose(read, finding)
        draft.lines.append(self.invented)
        return draft


@pytest.fixture
def faulty(plan_index: "Index", plan_catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> PlanAssistant:
    """The real assistant but for a composer that invents."""
    assistant = build_assistant(plan_index, ConversationStore(":memory:"))
    monkeypatch.setattr(assistant, "_composer", FaultyComposer(plan_catalogue, edition_of(plan_catalogue)))
    return assistant


def content(answer: Answer) -> dict[str, object]:
    """What must be the same each time: all but the ids and the time taken."""
    return answer.model_dump(mode="json", exclude={"answer_id", "session_id", "elapsed_ms"})


def markers(answer: Answer) -> set[int]:
    """The markers in the text."""
    return {int(number) for number in re.findall(r"\[(\d+)\]", answer.answer)}


def test_a_faulty_draft_falls_back_to_the_cited_records(
    faulty: PlanAssistant, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, logger="assistant.chain"):
        answer = faulty.ask(Question(text="検査事務を受け持つ課の名前は？"))
    assert answer.status == "answered"
    assert "契約検査課" in answer.answer
    assert "住宅政策課" not in answer.answer
    assert "9,999" not in answer.answer
    assert {citation.project_name for citation in answer.citations} == {"検査事務"}
    assert markers(answer) == {citation.marker for citation in answer.citations}
    assert "住宅政策課" in caplog.text


def test_the_fallback_of_a_list_is_still_complete(faulty: PlanAssistant) -> None:
    answer = faulty.ask(Question(text="納税課が所管する事業を並べて"))
    assert {project.name for project in answer.projects} == {"税務一般事務", "徴収事務", "債権管理事務"}
    assert [project.name for project in answer.projects if project.name not in answer.answer] == []
    assert "住宅政策課" not in answer.answer


def test_a_faulty_refusal_is_replaced_too(faulty: PlanAssistant) -> None:
    answer = faulty.ask(Question(text="燃やすごみの日程"))
    assert answer.status == "not_found"
    assert "住宅政策課" not in answer.answer


def test_a_faulty_refusal_that_knows_projects_is_no_answer(faulty: PlanAssistant) -> None:
    answer = faulty.ask(Question(text="契約事務の推計事業費はいくら？"))
    assert answer.status == "not_found"
    assert not answer.citations
    assert "住宅政策課" not in answer.answer


def test_the_fallback_speaks_the_question_s_style(faulty: PlanAssistant) -> None:
    answers = [faulty.ask(Question(text="燃やすごみの日程", style=style)).answer for style in ("standard", "plain")]
    assert answers[0] != answers[1]


def test_the_fallback_speaks_the_question_s_language(faulty: PlanAssistant) -> None:
    answer = faulty.ask(Question(text="Which division is responsible for 法制事務?"))
    assert "総務課" in answer.answer
    assert not re.search(r"[ぁ-ん]", answer.answer)


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\u3000", "あ" * (LONGEST_QUESTION + 1)], ids=["empty", "blank", "ws", "long"]
)
def test_a_question_out_of_range_is_refused(assistant: PlanAssistant, text: str) -> None:
    with pytest.raises(InvalidField):
        assistant.ask(Question(text=text))


@pytest.mark.parametrize("text", QUESTIONS)
def test_every_answer_keeps_the_contract(talk: Talk, plan_catalogue: Catalogue, text: str) -> None:
    (answer,) = talk(text)
    assert markers(answer) == {citation.marker for citation in answer.citations}
    assert (answer.status != "answered") or answer.citations
    assert (answer.status == "clarify") == (answer.clarify is not None)
    assert all(int(count) == len(answer.projects) for count in re.findall(r"全(\d+)件", answer.answer))
    places = [plan_catalogue.projects.index(project) for project in answer.projects]
    assert places == sorted(places) or "順" in answer.answer
    assert answer.edition == edition_of(plan_catalogue)


def test_questions_in_many_threads_get_the_answers_of_one_thread(assistant: PlanAssistant) -> None:
    asked = [QUESTIONS[number % len(QUESTIONS)] for number in range(32)]
    serial = {text: content(assistant.ask(Question(text=text))) for text in QUESTIONS}
    with ThreadPoolExecutor(32) as pool:
        answers = list(pool.map(lambda text: assistant.ask(Question(text=text)), asked))
    assert [content(answer) for answer in answers] == [serial[text] for text in asked]
    assert len({answer.session_id for answer in answers}) == len({answer.answer_id for answer in answers}) == 32


def test_conversations_side_by_side_do_not_mix(assistant: PlanAssistant) -> None:
    first = [assistant.ask(Question(text=f"{name}の所管課は？")) for name in ("検査事務", "法制事務", "選挙事務")]
    followed = [
        assistant.ask(Question(text="その課が受け持つ事業を挙げて", session_id=answer.session_id)) for answer in first
    ]
    assert [answer.projects[0].divisions for answer in followed] == [
        ("契約検査課",), ("総務課",), ("選挙管理委員会事務局",),
    ]  # fmt: skip


def test_the_past_of_a_conversation_does_not_change_a_question_that_stands_alone(talk: Talk) -> None:
    alone = "会計事務の所管課はどこでしょう"
    assert content(talk("総務課の事業を残らず挙げて", "2番目の事業の内容は？", alone)[-1]) == content(talk(alone)[0])


def test_a_conversation_goes_on_in_a_new_process_s_store(plan_index: "Index", tmp_path: Path) -> None:
    path = tmp_path / "conversations.sqlite3"
    store = ConversationStore(path)
    first = build_assistant(plan_index, store).ask(Question(text="選挙事務の所管課は？"))
    store.close()
    again = build_assistant(plan_index, ConversationStore(path))
    followed = again.ask(Question(text="その課のほかの事業を挙げて", session_id=first.session_id))
    assert [project.name for project in followed.projects] == ["選挙執行事務"]


def test_personal_data_reaches_neither_the_answer_nor_the_conversation_s_store(
    plan_index: "Index", tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assistant = build_assistant(plan_index, ConversationStore(tmp_path / "conversations.sqlite3"))
    with caplog.at_level(logging.DEBUG):
        for text in ("電話は090-1234-5678です。証明書を取りたいのですが", "私の番号1234 5678 9018の宇宙旅行の予定は？"):
            answer = assistant.ask(Question(text=text, session_id="s"))
            assert not re.search("1234|5678|9018", answer.model_dump_json(exclude={"answer_id", "elapsed_ms"}))
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert not re.search(rb"1234.5678", kept)
    assert not re.search("1234.5678", caplog.text)


def test_a_masked_number_leaves_the_question_as_it_was_understood(talk: Talk) -> None:
    asked = "住民票の写しはどこで取れますか"
    assert content(talk(f"{asked}。電話は090-1234-5678です")[0])["projects"] == content(talk(asked)[0])["projects"]
    assert talk(f"090-1234-5678　{asked}")[0].citations == talk(asked)[0].citations


def test_an_explanation_changes_nothing_in_the_conversation(assistant: PlanAssistant) -> None:
    session = assistant.ask(Question(text="選挙事務の所管課は？")).session_id
    read, _ = assistant.explain(Question(text="法制事務の所管課は？", session_id=session))
    assert read.projects
    followed = assistant.ask(Question(text="その課が受け持つ事業を挙げて", session_id=session))
    assert {name for project in followed.projects for name in project.divisions} == {"選挙管理委員会事務局"}


def _fresh(settings: Settings, hash_seed: str, questions: tuple[str, ...]) -> dict[str, object]:
    script = Path(__file__).parent / "answer_in_a_fresh_process.py"
    done = subprocess.run(
        [sys.executable, str(script), str(settings.corpus), str(settings.data_dir)],
        input=json.dumps(questions), capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
    )  # fmt: skip
    answers: dict[str, object] = json.loads(done.stdout)
    return answers


@pytest.mark.slow
def test_the_same_question_is_the_same_answer_in_every_process_and_order(
    plan_settings: Settings, plan_index: "Index"
) -> None:
    assert plan_index.catalogue.projects
    one = _fresh(plan_settings, "1", QUESTIONS)
    assert _fresh(plan_settings, "2", QUESTIONS[::-1]) == one
    assert set(one) == set(QUESTIONS)
