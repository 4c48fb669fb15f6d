import hashlib
from pathlib import Path

import pytest

from corpus.errors import CorpusUnreadable, NoPlanFound
from corpus.manifest import MANIFEST, PLACES, READINGS, find_sources

TEXT = "事業名 所管課 事業内容\n"
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()


def folder_with(tmp_path: Path, manifest: str | bytes, name: str = "mihon", text: str | bytes | None = TEXT) -> Path:
    """A document's folder: its manifest, and its text where there is one."""
    folder = tmp_path / name
    folder.mkdir(parents=True)
    (folder / MANIFEST).write_bytes(manifest.encode() if isinstance(manifest, str) else manifest)
    if text is not None:
        (folder / "plan.txt").write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def test_a_manifest_tells_what_the_document_is(tmp_path: Path) -> None:
    fields = {
        "id": "x",
        "title": "見本市実施計画",
        "publisher": "見本市",
        "period": "令和8年度",
        "description": "説明",
        "contact": "代表",
    }
    lines = "\n".join(f"{name}: {value}" for name, value in fields.items())
    (source,) = find_sources([folder_with(tmp_path, f"{lines}\nfile: plan.txt\nsha256: {SHA256}\n")])
    assert source.manifest.model_dump(exclude={"file", "sha256"}) == fields
    assert (source.text, source.sha256, source.path.name) == (TEXT, SHA256, "plan.txt")


@pytest.mark.parametrize("manifest", ["", "# nothing yet\n", "title: 見本市\n", "\ufefftitle: 見本市\n"])
def test_every_field_may_be_left_out(tmp_path: Path, manifest: str) -> None:
    (source,) = find_sources([folder_with(tmp_path, manifest)])
    assert (source.manifest.id, source.text) == ("mihon", TEXT)


def test_a_checksum_may_be_written_in_capitals(tmp_path: Path) -> None:
    (source,) = find_sources([folder_with(tmp_path, f"sha256: {SHA256.upper()}\n")])
    assert source.sha256 == SHA256


FAULTS = {
    "missing text": ("file: other.txt\n", TEXT, r"other\.txt を開けません。"),
    "no text at all": ("title: 見本\n", None, r"mihon に計画書のテキスト（\.txt）がありません。"),
    "a folder for a text": ("file: .\n", TEXT, r"mihon を開けません。"),
    "wrong checksum": (f"sha256: {'f' * 64}\n", TEXT, rf"plan\.txt の内容が.*一致しません（実際は {SHA256}）。"),
    "broken YAML": ("title: [見本\n", TEXT, r"manifest\.yaml を読み込めません。YAML"),
    "YAML of another encoding": ("title: 見本".encode("shift_jis"), TEXT, r"manifest\.yaml を読み込めません。"),
    "unknown field": ("titel: 見本\n", TEXT, r"manifest\.yaml の項目が正しくありません: titel$"),
    "two wrong fields": ("period: 5\nid: [a]\n", TEXT, r"manifest\.yaml の項目が正しくありません: id、period$"),
    "a list": ("- 見本\n", TEXT, r"manifest\.yaml の項目が正しくありません: 「項目名: 値」の形ではありません$"),
    "not UTF-8": ("", "秘書課".encode("shift_jis"), r"plan\.txt はUTF-8のテキストではありません。"),
    "UTF-16": ("", "秘書課".encode("utf-16"), r"plan\.txt はUTF-8のテキストではありません。"),
    "NUL": ("", b"a\x00b", r"plan\.txt はテキストではないようです（NUL文字"),
    "PDF": ("", b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n", r"plan\.txt はUTF-8のテキストではありません。"),
}


@pytest.mark.parametrize(("manifest", "text", "message"), FAULTS.values(), ids=FAULTS)
def test_a_document_that_cannot_be_read_is_explained_in_one_line_that_names_the_file(
    tmp_path: Path, manifest: str | bytes, text: str | bytes | None, message: str
) -> None:
    folder = folder_with(tmp_path, manifest, text=text)
    with pytest.raises(CorpusUnreadable, match=message) as caught:
        find_sources([folder])
    assert str(folder) in caught.value.user_message
    assert "\n" not in caught.value.user_message


def test_a_path_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusUnreadable, match=r"ファイルやフォルダがありません: .*nowhere$"):
        find_sources([tmp_path / "nowhere"])


def test_an_empty_folder_holds_no_plan(tmp_path: Path) -> None:
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "plan.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "notes.md").write_text("メモ", encoding="utf-8")
    with pytest.raises(NoPlanFound, match="計画書が見つかりません") as caught:
        find_sources([tmp_path])
    assert str(tmp_path) in caught.value.user_message


def test_files_and_folders_of_a_corpus_are_found_and_ordered_by_id(tmp_path: Path) -> None:
    folder_with(tmp_path, "id: b\n", name="second")
    folder_with(tmp_path / "deeper", "", name="c")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "plan.txt").write_text(TEXT, encoding="utf-8")
    assert [source.manifest.id for source in find_sources([tmp_path])] == ["a", "b", "c", "d"]


def test_two_documents_with_one_id_are_both_named(tmp_path: Path) -> None:
    folder_with(tmp_path, "id: x\n", name="first")
    folder_with(tmp_path, "id: x\n", name="second")
    with pytest.raises(CorpusUnreadable, match=r"ID「x」が重なっています: .*first.* と .*second"):
        find_sources([tmp_path])


def test_the_same_document_by_two_paths_is_one(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "id: x\n")
    assert len(find_sources([tmp_path, folder, folder / ".." / "mihon"])) == 1


@pytest.mark.parametrize("path", [".", "plan.txt"])
@pytest.mark.parametrize("with_manifest", [True, False], ids=["manifest", "no manifest"])
def test_a_document_in_the_working_folder_is_named_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, with_manifest: bool
) -> None:
    folder = folder_with(tmp_path, "title: 見本\n")
    if not with_manifest:
        (folder / MANIFEST).unlink()
    monkeypatch.chdir(folder)
    (source,) = find_sources([Path(path)])
    assert source.manifest.id == "mihon"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (source,) = find_sources([folder_with(tmp_path, "", text=TEXT.encode("utf-8-sig"))])
    assert source.text == TEXT
    assert source.sha256 == hashlib.sha256(TEXT.encode("utf-8-sig")).hexdigest()


def test_places_name_the_office_that_serves_them(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "")
    (folder / PLACES).write_text("places,division,source\n東町、 西町,東支所,地図\n北町,北支所,\n", encoding="utf-8")
    (source,) = find_sources([folder])
    assert source.places == {"東町": "東支所", "西町": "東支所", "北町": "北支所"}


@pytest.mark.parametrize(
    "data",
    ["町,課\n東町,東支所\n".encode(), "places,division\n東町,東支所\n".encode("shift_jis"), b"division,places\nx\n"],
    ids=["other columns", "other encoding", "short row"],
)
def test_places_that_cannot_be_read_are_named(tmp_path: Path, data: bytes) -> None:
    folder = folder_with(tmp_path, "")
    (folder / PLACES).write_bytes(data)
    with pytest.raises(CorpusUnreadable, match=r"places\.csv を読み込めません。"):
        find_sources([folder])


def test_readings_name_how_the_names_sound(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "")
    (folder / READINGS).write_text("name,reading\n大船/支所,おおふな/ししょ\n", encoding="utf-8")
    (source,) = find_sources([folder])
    assert source.readings == {"大船/支所": "おおふな/ししょ"}


@pytest.mark.parametrize(
    ("rows", "fault"),
    [("名前,よみ\n市民課,しみんか\n", "name と reading"), ("name,reading\n市民/課,しみんか\n", "/ の数が違います")],
    ids=["other columns", "words that do not match"],
)
def test_readings_that_cannot_be_used_are_named(tmp_path: Path, rows: str, fault: str) -> None:
    folder = folder_with(tmp_path, "")
    (folder / READINGS).write_text(rows, encoding="utf-8")
    with pytest.raises(CorpusUnreadable, match=fault):
        find_sources([folder])
