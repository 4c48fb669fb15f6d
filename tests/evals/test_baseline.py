"""The baseline: where it cuts, and what counts as readable in its chunks."""

import pytest

from corpus.catalogue import Catalogue
from corpus.records import Document, Page, Project, Span
from evals.baseline import Chunk, ChunkBaseline, could_answer, cut, prints
from evals.items import Expectation
from vectorstore.embeddings import load_embedder


def document(text: str) -> Document:
    return Document(
        id="d", title="d", text=text, pages=(Page(document_id="d", page=1, start=0, end=len(text), text=text),)
    )


def chunk(text: str, start: int = 0) -> Chunk:
    return Chunk(document_id="d", start=start, end=start + len(text), text=text)


@pytest.mark.parametrize(
    ("length", "places"),
    [(3, [(0, 3)]), (10, [(0, 10)]), (11, [(0, 10), (8, 11)]), (18, [(0, 10), (8, 18)]), (0, [])],
)
def test_windows_overlap_and_cover_the_text(length: int, places: list[tuple[int, int]]) -> None:
    assert [(c.start, c.end) for c in cut(document("あ" * length), size=10, overlap=2)] == places


@pytest.mark.parametrize(("end", "printed"), [(6, True), (5, False)], ids=["whole", "cut off"])
def test_a_chunk_prints_a_project_that_it_names_whole(end: int, printed: bool) -> None:
    spans = (Span(page=1, start=2, end=6),)
    project = Project(
        id="p", name="道路事業", divisions=(), content="", document_id="d", section="", page=1, sources={"name": spans}
    )
    assert prints(chunk("表 道路事業"[:end]), project) is printed


@pytest.mark.parametrize(
    ("expect", "right"),
    [
        ({"divisions": ("道路課",), "must": (("12百万円", "1,200万円"),)}, True),
        ({"divisions": ("道路課",), "not_divisions": ("道路課",)}, True),
        ({"divisions": ("住宅課",)}, False),
        ({"must": ("13百万円",)}, False),
        ({"list": ("道路事業", "河川事業")}, False),
        ({"status": "not_found"}, False),
        ({"status": "clarify"}, False),
    ],
    ids=[
        "all readable",
        "nothing held against it",
        "another division",
        "no such fact",
        "half a list",
        "silence",
        "choices",
    ],
)
def test_the_baseline_is_right_where_everything_can_be_read(expect: dict[str, object], right: bool) -> None:
    chunks = [chunk("道路事業 道路\n\n課 "), chunk("１２百万円")]
    assert could_answer(chunks, Expectation.model_validate({"status": "answered", **expect})) is right


def test_the_nearest_chunks_come_first(small_catalogue: Catalogue) -> None:

    text = "市道の穴や側溝の補修を行います。" + "。" * 484 + "選挙の投票所を設けます。"
    baseline = ChunkBaseline(small_catalogue.model_copy(update={"documents": (document(text),)}), load_embedder())
    assert baseline.top("期日前投票はどこでできますか", 2)[0].start == 450
