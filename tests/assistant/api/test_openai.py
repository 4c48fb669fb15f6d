"""The clients that people have talk to the assistant as to any model: OpenAI's own package, and LangChain's."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import openai
import pytest
from fastapi.testclient import TestClient
from langchain_openai import ChatOpenAI
from openai.types.chat import ChatCompletionMessageParam

from assistant.api.service import Library, Service, Shelf
from corpus.catalogue import Catalogue
from corpus.records import Answer, Piece, Question

# Not a unit test: OpenAI's and LangChain's own clients.
pytestmark = pytest.mark.slow

QUESTION = "道路の補修はどの課？"
TEXT = "道路維持補修事業の所管課は、道水路管理課です。[1]\n「市道の維持補修を行います。」"
NOTE = "出典\n\n- [1] 見本市実施計画（道路維持補修事業）1ページ「市道の維持補修を行います。」"
CONTENT = f"{TEXT}\n\n{NOTE}"
ASKED: list[ChatCompletionMessageParam] = [{"role": "user", "content": QUESTION}]


@pytest.fixture
def model(url: str) -> Iterator[openai.OpenAI]:
    """OpenAI's client, told where the assistant is."""
    with openai.OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0) as client:
        yield client


def test_a_completion_is_the_answer_with_its_sources_in_the_text_and_beside_it(model: openai.OpenAI) -> None:
    completion: Any = model.chat.completions.create(model="plan-assistant", messages=ASKED)
    assert completion.object == "chat.completion"
    assert completion.choices[0].message.content == CONTENT
    assert completion.choices[0].finish_reason == "stop"
    assert completion.citations[0]["quote"] == "市道の維持補修を行います。"
    assert completion.plan_assistant["status"] == "answered"
    assert completion.plan_assistant["generated_by"]["source"] == "composer"


def test_usage_counts_characters_and_says_so(model: openai.OpenAI) -> None:
    told: list[ChatCompletionMessageParam] = [{"role": "system", "content": "丁寧に"}, *ASKED]
    usage: Any = model.chat.completions.create(model="plan-assistant", messages=told).usage
    assert (usage.prompt_tokens, usage.completion_tokens) == (len("丁寧に" + QUESTION), len(CONTENT))
    assert usage.total_tokens == usage.prompt_tokens + usage.completion_tokens
    assert usage.unit == "characters"


def test_a_stream_brings_the_citations_first_and_the_same_text_in_pieces(model: openai.OpenAI) -> None:
    options: Any = {"include_usage": True}
    stream = model.chat.completions.create(
        model="plan-assistant", messages=ASKED, stream=True, stream_options=options, temperature=0.7
    )
    chunks: list[Any] = list(stream)
    assert chunks[0].choices[0].delta.role == "assistant"
    assert chunks[0].citations[0]["marker"] == 1
    said = [chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices]
    assert "".join(said) == CONTENT
    assert len(said) > 5
    assert [chunk.choices[0].finish_reason for chunk in chunks if chunk.choices][-1] == "stop"
    assert chunks[-2].plan_assistant["status"] == "answered"
    assert (chunks[-1].choices, chunks[-1].usage.completion_tokens) == ([], len(CONTENT))
    assert len({chunk.id for chunk in chunks}) == 1


def test_a_stream_ends_with_done(client: TestClient) -> None:
    body = {"model": "plan-assistant", "messages": ASKED, "stream": True}
    response = client.post("/v1/chat/completions", json=body)
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.headers["cache-control"] == "no-store"
    lines = [line for line in response.text.splitlines() if line]
    assert all(line.startswith("data: ") for line in lines)
    assert lines[-1] == "data: [DONE]"
    assert "usage" not in json.loads(lines[-2].removeprefix("data: "))


def test_langchain_reads_answers_and_streams_of_them(url: str) -> None:
    chat = ChatOpenAI(model="plan-assistant", base_url=f"{url}/v1", api_key="none", max_retries=0)
    answer = chat.invoke(QUESTION)
    assert answer.content == CONTENT
    assert answer.usage_metadata is not None
    assert answer.usage_metadata["output_tokens"] == len(CONTENT)
    assert "".join(str(chunk.content) for chunk in chat.stream(QUESTION)) == CONTENT


def test_the_earlier_questions_of_the_messages_come_before_the_last(
    model: openai.OpenAI, asked: list[Question]
) -> None:
    messages: list[ChatCompletionMessageParam] = [
        {"role": "system", "content": "あなたは係員です。"},
        {"role": "user", "content": "空き家の相談は？"},
        {"role": "assistant", "content": "住宅課です。"},
        {"role": "user", "content": " "},
        {"role": "user", "content": [{"type": "text", "text": "道路の補修は"}, {"type": "text", "text": "どの課？"}]},
    ]
    model.chat.completions.create(model="plan-assistant", messages=messages, user="alice")
    assert asked[-1] == Question(text="道路の補修は\nどの課？", earlier=("空き家の相談は？",))


def test_a_session_named_in_the_metadata_is_the_one_of_the_api(model: openai.OpenAI, asked: list[Question]) -> None:
    metadata = {"session_id": "s-1", "style": "plain", "language": "ja"}
    completion: Any = model.chat.completions.create(
        model="plan-assistant", messages=[*ASKED, *ASKED], metadata=metadata
    )
    assert completion.plan_assistant["session_id"] == "s-1"
    assert asked[-1] == Question(text=QUESTION, session_id="s-1", style="plain", language="ja")


def test_the_models_are_two_styles_of_one_assistant(model: openai.OpenAI, asked: list[Question]) -> None:
    names = [entry.id for entry in model.models.list()]
    assert names == ["plan-assistant", "plan-assistant-plain"]
    assert model.models.retrieve(names[1]).object == "model"
    said = model.chat.completions.create(model=names[1], messages=ASKED).choices[0].message.content
    assert asked[-1].style == "plain"
    assert "書いてある ところ" in (said or "")


def test_an_unknown_model_is_not_found_in_openais_shape(model: openai.OpenAI) -> None:
    with pytest.raises(openai.NotFoundError) as completing:
        model.chat.completions.create(model="gpt-4o", messages=ASKED)
    with pytest.raises(openai.NotFoundError):
        model.models.retrieve("gpt-4o")
    error = completing.value
    assert (error.code, error.type) == ("unknown_model", "invalid_request_error")
    assert "そのモデルはありません" in error.message


@pytest.mark.parametrize(
    ("change", "param"),
    [
        ({"messages": []}, "messages"),
        ({"messages": "道路"}, "messages"),
        ({"messages": [{"role": "king", "content": "a"}]}, "messages"),
        ({"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}]}, "messages"),
        ({"messages": [{"role": "assistant", "content": "a"}]}, None),
        ({"messages": [{"role": "user", "content": "　"}]}, None),
        ({"messages": [{"role": "user", "content": "道" * 1001}]}, None),
        ({"messages": [{"role": "user", "content": "\0"}]}, "messages"),
        ({"model": None}, "model"),
        ({"n": 2}, "n"),
        ({"stream": "perhaps"}, "stream"),
        ({"metadata": {"session_id": "s" * 201}}, "metadata"),
        ({"metadata": {"style": "grand"}}, "metadata"),
    ],
)
def test_a_field_out_of_range_is_422_and_named(client: TestClient, change: dict[str, Any], param: str | None) -> None:
    response = client.post("/v1/chat/completions", json={"model": "plan-assistant", "messages": ASKED} | change)
    error = response.json()["error"]
    assert (response.status_code, error["code"], error["type"]) == (422, "invalid_field", "invalid_request_error")
    assert error["param"] == param
    assert error["message"].endswith("。")


def test_too_many_requests_are_a_rate_limit_error(serve_http: Callable[[Service], str], service: Service) -> None:
    url = serve_http(replace(service, requests_per_minute=1))
    with openai.OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0) as model:
        model.chat.completions.create(model="plan-assistant", messages=ASKED)
        with pytest.raises(openai.RateLimitError) as refusal:
            model.chat.completions.create(model="plan-assistant", messages=ASKED)
    assert refusal.value.type == "rate_limit_error"
    assert int(refusal.value.response.headers["retry-after"]) >= 1


def test_the_other_limits_speak_openais_shape_too(client: TestClient) -> None:
    large = client.post("/v1/chat/completions", content=b"a" * 2_000_000)
    broken = client.post("/v1/chat/completions", content=b"{", headers={"Content-Type": "application/json"})
    missing = client.get("/v1/embeddings")
    wrong = client.get("/v1/chat/completions")
    statuses = [response.status_code for response in (large, broken, missing, wrong)]
    assert statuses == [413, 400, 404, 405]
    for response in (large, broken, missing, wrong):
        assert set(response.json()["error"]) == {"code", "message", "type", "param"}
        assert "default-src 'none'" in response.headers["content-security-policy"]


def test_without_an_index_a_completion_is_503_and_the_models_are_listed(
    serve: Callable[[Service], TestClient], service: Service
) -> None:
    client = serve(replace(service, shelf=Shelf()))
    refused = client.post("/v1/chat/completions", json={"model": "plan-assistant", "messages": ASKED})
    assert (refused.status_code, refused.json()["error"]["type"]) == (503, "server_error")
    assert client.get("/v1/models").status_code == 200


def test_a_fault_in_mid_stream_is_an_error_that_the_client_raises(model: openai.OpenAI) -> None:
    asked: list[ChatCompletionMessageParam] = [{"role": "user", "content": "壊れる質問"}]
    stream = model.chat.completions.create(model="plan-assistant", messages=asked, stream=True)
    with pytest.raises(openai.APIError, match="問題が起きました"):
        list(stream)


def test_words_that_were_taken_back_are_followed_by_the_answer(
    serve: Callable[[Service], TestClient], service: Service, small_catalogue: Catalogue
) -> None:
    right = service.shelf.library().assistant.ask(Question(text=QUESTION))

    class Hasty:
        """Says other words than its answer has."""

        def ask(self, _question: Question) -> Answer:
            return right

        def stream(self, _question: Question) -> Iterator[Piece]:
            yield from (Piece(found=right.citations), Piece(text="住宅課です。"), Piece(answer=right))

    client = serve(replace(service, shelf=Shelf(Library(small_catalogue, Hasty()))))
    body = {"model": "plan-assistant", "messages": ASKED, "stream": True}
    events = client.post("/v1/chat/completions", json=body).text.split("\n\n")
    chunks = [json.loads(event.removeprefix("data: ")) for event in events if event.startswith("data: {")]
    said = "".join(chunk["choices"][0]["delta"].get("content", "") for chunk in chunks)
    assert said.startswith("住宅課です。\n\n先の文章には誤りがありました。")
    assert said.endswith(CONTENT)
