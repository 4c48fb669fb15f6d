from dataclasses import replace

import pytest

from corpus.catalogue import Catalogue
from vectorstore.embeddings import Embedder
from vectorstore.passages import PassageRetriever, entries_of
from vectorstore.retriever import EntryVectors


def retriever_for(catalogue: Catalogue, embedder: Embedder) -> PassageRetriever:
    entries = entries_of(catalogue)
    vectors = EntryVectors(
        titles=embedder.embed_passages([entry.title for entry in entries]),
        texts=embedder.embed_passages([entry.text for entry in entries]),
        terms=embedder.embed_terms([entry.head for entry in entries]),
    )
    return PassageRetriever(catalogue, vectors, embedder)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("引っ越したので住所を届けたい", "戸籍・住基一般事務"),
        ("税金を払い忘れていた", "市税収納事務"),
        ("使わない市の施設をひとつにまとめる", "公共施設再編事業"),
        ("若い人にもっと投票してもらうには", "選挙啓発事業"),
    ],
    ids=["moving", "tax", "buildings", "voting"],
)
def test_a_citizens_words_find_the_project(catalogue: Catalogue, embedder: Embedder, question: str, title: str) -> None:
    retriever = retriever_for(catalogue, embedder)
    assert retriever.search(question, 1)[0].passage.title == title
    assert catalogue.project(retriever.rank_projects(question, 1)[0].project_id) is not None


def test_hits_fall_in_score_and_tell_their_signals(catalogue: Catalogue, embedder: Embedder) -> None:
    hits = retriever_for(catalogue, embedder).search("市税の滞納", 10)
    assert len(hits) == len(catalogue.passages)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert hits[0].coverage > hits[-1].coverage == 0
    assert 1 > hits[0].terms > hits[-1].terms > 0
    assert hits[0].dense == max(hits[0].dense_title, hits[0].dense_text)


def test_the_same_question_gives_the_same_hits(catalogue: Catalogue, embedder: Embedder) -> None:
    retriever = retriever_for(catalogue, embedder)
    assert retriever.search("証明書がほしい", 4) == retriever.search("証明書がほしい", 4)


def test_passages_that_are_alike_are_ordered_by_id(catalogue: Catalogue, embedder: Embedder) -> None:
    first = catalogue.passages[0]
    alike = tuple(first.model_copy(update={"id": id_}) for id_ in ("c", "a", "b"))
    hits = retriever_for(catalogue.model_copy(update={"passages": alike}), embedder).search("戸籍", 3)
    assert [hit.passage.id for hit in hits] == ["a", "b", "c"]


def test_a_passage_shared_by_projects_brings_them_all(catalogue: Catalogue, embedder: Embedder) -> None:
    shared = catalogue.passages[0].model_copy(update={"project_ids": ("mihon-1", "mihon-2")})
    hits = retriever_for(catalogue.model_copy(update={"passages": (shared,)}), embedder).rank_projects("戸籍", 5)
    assert [hit.project_id for hit in hits] == ["mihon-1", "mihon-2"]


def test_no_passages_give_no_hits(embedder: Embedder) -> None:
    assert retriever_for(Catalogue(documents=(), projects=(), passages=()), embedder).search("戸籍", 5) == []


def test_a_model_without_terms_ranks_by_its_vectors_and_words_alone(catalogue: Catalogue, embedder: Embedder) -> None:
    without = replace(embedder, sparse_model=None)
    hits = retriever_for(catalogue, without).search("税金を払い忘れていた", 4)
    assert hits[0].passage.title == "市税収納事務"
    assert {hit.terms for hit in hits} == {0.0}
