from pathlib import Path

import numpy as np
import pytest

from corpus.catalogue import Catalogue
from corpus.errors import IndexDamaged
from vectorstore.embeddings import Embedder
from vectorstore.store import PassageStore


@pytest.fixture
def store(tmp_path: Path, catalogue: Catalogue, embedder: Embedder) -> PassageStore:
    store = PassageStore(tmp_path, embedder)
    store.add(catalogue)
    return store


def test_the_nearest_passage_comes_first_with_its_cosine_similarity(
    store: PassageStore, catalogue: Catalogue, embedder: Embedder
) -> None:
    vector = embedder.embed_queries(["税金を滞納しています"])[0]
    found = store.search(vector, k=2)
    expected = embedder.embed_passages([p.text for p in catalogue.passages]) @ vector
    assert found[0][0] == "mihon-2-content"
    assert [similarity for _, similarity in found] == pytest.approx(sorted(expected, reverse=True)[:2], abs=1e-5)


def test_a_filter_keeps_the_passages_of_one_of_several_divisions(store: PassageStore, embedder: Embedder) -> None:
    vector = embedder.embed_queries(["税金を滞納しています"])[0]
    for division in ("財政課", "公的不動産活用課"):
        found = store.search(vector, k=10, where={"divisions": {"$contains": division}})
        assert [id_ for id_, _ in found] == ["mihon-3-content"]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"priority": True}, ["mihon-3-content"]),
        ({"code": "0-2-1-3"}, ["mihon-3-content"]),
        ({"project_ids": {"$contains": "mihon-4"}}, ["mihon-4-content"]),
        ({"$and": [{"document_id": "mihon"}, {"title": "市税収納事務"}]}, ["mihon-2-content"]),
        ({"divisions": {"$contains": "市民"}}, []),
    ],
    ids=["priority", "code", "project", "document and title", "half a division's name"],
)
def test_metadata_can_be_filtered(
    store: PassageStore, embedder: Embedder, where: dict[str, object], expected: list[str]
) -> None:
    found = store.search(embedder.embed_queries(["計画"])[0], k=10, where=where)
    assert [id_ for id_, _ in found] == expected


def test_equal_similarities_are_ordered_by_id(tmp_path: Path, catalogue: Catalogue, embedder: Embedder) -> None:
    same = [p.model_copy(update={"text": "同じ文", "id": f"p{9 - n}"}) for n, p in enumerate(catalogue.passages)]
    store = PassageStore(tmp_path, embedder)
    store.add(catalogue.model_copy(update={"passages": tuple(same)}))
    found = store.search(embedder.embed_queries(["同じ文"])[0], k=4)
    assert [id_ for id_, _ in found] == ["p6", "p7", "p8", "p9"]


def test_vectors_come_back_in_the_order_asked_for(
    store: PassageStore, catalogue: Catalogue, embedder: Embedder
) -> None:
    backwards = [passage.id for passage in reversed(catalogue.passages)]
    titles = embedder.embed_passages([passage.title for passage in reversed(catalogue.passages)])
    np.testing.assert_allclose(store.vectors(backwards, "title"), titles, atol=1e-6)


def test_a_database_without_an_expected_passage_is_damaged(store: PassageStore) -> None:
    with pytest.raises(IndexDamaged):
        store.vectors(["mihon-1-content"], "text")
    with pytest.raises(IndexDamaged):
        store.vectors([f"mihon-{number}-content" for number in (1, 2, 3, 5)], "text")


def test_a_folder_that_is_no_database_is_damaged(tmp_path: Path, embedder: Embedder) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(b"not a database at all" * 100)
    with pytest.raises(IndexDamaged):
        PassageStore(tmp_path, embedder)


def test_progress_ends_with_all_passages(tmp_path: Path, catalogue: Catalogue, embedder: Embedder) -> None:
    heard: list[tuple[int, int]] = []
    PassageStore(tmp_path, embedder).add(catalogue, lambda done, total: heard.append((done, total)))
    assert heard[-1] == (4, 4)
