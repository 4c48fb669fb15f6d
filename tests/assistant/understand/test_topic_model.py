"""The topic model: the shipped weights fit the examples, and another model learns and keeps its own."""

from pathlib import Path

import numpy as np
import pytest

from assistant.look_up.guess import Guesser
from assistant.understand import topic_model
from assistant.understand.topic_model import SHIPPED, learn, load_topic_model, ship
from assistant.understand.vocabulary import TermIndex, load_topics, read_rows
from corpus.catalogue import Catalogue
from vectorstore.embeddings import Embedder, load_embedder

ROWS = [
    {"topic": "水道", "example": "蛇口を閉めてもぽたぽた落ちる"},
    {"topic": "水道", "example": "水が濁って出てくる"},
    {"topic": "水道", "example": "検針の人が来ない"},
    {"topic": "図書館", "example": "読みたい絵本を取り寄せたい"},
    {"topic": "図書館", "example": "貸出カードを作りたい"},
    {"topic": "図書館", "example": "返す日を過ぎた本"},
    {"topic": "公園", "example": "ぶらんこの鎖が切れている"},
    {"topic": "公園", "example": "広場で花見をしたい"},
]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    """The bundled model."""
    return load_embedder()


def test_the_shipped_model_was_learnt_from_the_examples_as_they_are(
    embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topic_model, "learn", lambda *_: pytest.fail("learns what is shipped"))
    assert set(load_topic_model(embedder).topics) == {row["topic"] for row in read_rows("examples.csv")}


def test_every_example_is_of_a_topic_of_the_vocabulary() -> None:
    assert {row["topic"] for row in read_rows("examples.csv")} == {topic.name for topic in load_topics()}


def test_a_question_in_words_of_its_own_finds_its_topic(embedder: Embedder) -> None:
    model = learn(ROWS, embedder)
    chances = dict(zip(model.topics, model.probabilities(embedder.embed_question("借りた小説をなくした")), strict=True))
    assert chances["図書館"] > chances["水道"]
    assert sum(chances.values()) == pytest.approx(1.0)


def test_what_another_model_learns_is_kept(embedder: Embedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topic_model, "read_rows", lambda _: ROWS)
    heard: list[tuple[int, int]] = []
    first = load_topic_model(embedder, tmp_path, lambda done, total: heard.append((done, total)))
    monkeypatch.setattr(topic_model, "learn", lambda *_: pytest.fail("learns what is kept"))
    again = load_topic_model(embedder, tmp_path)
    assert heard[-1] == (len(ROWS), len(ROWS))
    assert again.topics == first.topics
    assert np.allclose(again.weights, first.weights, atol=0.05)


def test_a_broken_file_is_learnt_anew(embedder: Embedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topic_model, "read_rows", lambda _: ROWS)
    (tmp_path / SHIPPED).write_bytes(b"no archive")
    assert load_topic_model(embedder, tmp_path).topics == ("公園", "図書館", "水道")


def test_what_the_plan_does_not_print_lies_elsewhere(embedder: Embedder, plan_catalogue: Catalogue) -> None:
    guesser = Guesser(load_topic_model(embedder), embedder, TermIndex(plan_catalogue))
    silent, printed = (
        guesser.guess("読みたい本を貸してくれるところ"),
        guesser.guess("選挙の日に用事があるので先に一票入れたい"),
    )
    assert silent.elsewhere > printed.elsewhere
    assert silent.elsewhere > max(silent.projects.values())
    best = max(printed.projects, key=lambda project_id: printed.projects[project_id])
    assert next(p.name for p in plan_catalogue.projects if p.id == best) == "選挙執行事務"


def test_what_is_shipped_anew_is_read_and_not_learnt_again(
    embedder: Embedder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(topic_model, "read_rows", lambda _: ROWS)
    shipped = ship(embedder, tmp_path / SHIPPED)
    monkeypatch.setattr(topic_model, "learn", lambda *_: pytest.fail("learns what is shipped"))
    assert load_topic_model(embedder, tmp_path).topics == shipped.topics == ("公園", "図書館", "水道")
