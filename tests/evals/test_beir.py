import json
from pathlib import Path

import pytest

from corpus.errors import CorpusUnreadable
from evals.beir import read_beir, run_beir
from vectorstore.embeddings import Embedder, load_embedder

# Not a unit test: the real model embeds a corpus.
pytestmark = pytest.mark.slow

CORPUS = (
    ("tax", "市税を滞納したとき", "納税課で納付の相談を受け付けます。"),
    ("move", "引っ越しの届出", "転入届、転居届は市民課へ。"),
    ("road", "", "道路の穴や側溝の破損は道路課へご連絡ください。"),
)
QUERIES = (("q1", "税金が払えない"), ("q2", "住所が変わった"), ("q3", "道に穴があいている"), ("q4", "犬を飼う"))
QRELS = (("q1", "tax", "2"), ("q2", "move", "1"), ("q3", "road", "1"), ("q4", "road", "0"))


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return load_embedder()


@pytest.fixture(params=["qrels.tsv", "qrels/test.tsv"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    write_jsonl(tmp_path / "corpus.jsonl", [{"_id": i, "title": title, "text": text} for i, title, text in CORPUS])
    write_jsonl(tmp_path / "queries.jsonl", [{"_id": i, "text": text} for i, text in QUERIES])
    qrels = tmp_path / request.param
    qrels.parent.mkdir(exist_ok=True)
    qrels.write_text("\n".join("\t".join(row) for row in (("query-id", "corpus-id", "score"), *QRELS)))
    return tmp_path


def write_jsonl(path: Path, rows: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def test_the_right_entries_are_found_and_measured(folder: Path, embedder: Embedder) -> None:
    result = run_beir(folder, embedder)
    assert (result.documents, result.questions) == (3, 3)
    assert result.metrics == {"nDCG@10": 1.0, "Recall@10": 1.0, "MRR": 1.0, "hit@1": 1.0, "hit@3": 1.0}
    assert 0 < result.p50_ms <= result.p95_ms


def test_questions_without_a_right_entry_are_not_asked(folder: Path) -> None:
    assert list(read_beir(folder).qrels) == ["q1", "q2", "q3"]


@pytest.mark.parametrize(
    "text", ["Question: 何年かかりますか\nAnswer: 三年です", "質問：何年かかりますか\n回答：三年です"]
)
def test_the_question_of_a_faq_in_one_text_is_its_title(folder: Path, text: str) -> None:
    write_jsonl(folder / "corpus.jsonl", [{"_id": "one", "text": text}, {"_id": "two", "text": "三年です\n以上"}])
    one, two = read_beir(folder).entries
    assert (one.title, one.text) == ("何年かかりますか", "三年です")
    assert (two.title, two.text) == ("", "三年です\n以上")


def test_a_second_run_reads_nothing_again_until_the_corpus_changes(
    folder: Path, embedder: Embedder, tmp_path: Path
) -> None:
    embedded: list[tuple[int, int]] = []
    first = run_beir(folder, embedder, tmp_path / "cache", lambda done, total: embedded.append((done, total)))
    assert embedded[-1] == (9, 9)
    embedded.clear()
    second = run_beir(folder, embedder, tmp_path / "cache", lambda done, total: embedded.append((done, total)))
    assert embedded == []
    assert second.metrics == first.metrics
    with (folder / "corpus.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({"_id": "new", "title": "犬の登録", "text": "保健所へ。"}) + "\n")
    run_beir(folder, embedder, tmp_path / "cache", lambda done, total: embedded.append((done, total)))
    assert embedded[-1] == (12, 12)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("corpus.jsonl", None),
        ("corpus.jsonl", "no json"),
        ("corpus.jsonl", '{"title": "no id"}'),
        ("corpus.jsonl", "[1]"),
        ("corpus.jsonl", ""),
        ("queries.jsonl", None),
        ("queries.jsonl", '{"_id": "q1"}'),
        ("queries.jsonl", '{"_id": "other", "text": "x"}'),
        ("qrels.tsv", None),
        ("qrels.tsv", "q1\ttax\t1\n"),
        ("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\ttax\tmuch\n"),
    ],
)
@pytest.mark.parametrize("folder", ["qrels.tsv"], indirect=True)
def test_an_unreadable_benchmark_is_named(folder: Path, file: str, content: str | None, embedder: Embedder) -> None:
    (folder / file).unlink()
    if content is not None:
        (folder / file).write_text(content, encoding="utf-8")
    with pytest.raises(CorpusUnreadable) as caught:
        run_beir(folder, embedder)
    assert str(folder) in str(caught.value)
