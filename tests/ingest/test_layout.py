import pytest

from ingest.layout import Layout, load_layout

NO_DIVISIONS = {
    "empty": "",
    "no ending": "財政",
    "goes on": "財政課が行います",
    "mark first": "、財政課",
    "two": "財政課、企画課",
    "bracket": "（財政課",
    "space": "財政 課",
    "too long": "各種申請や届出の処理や証明の発行事務及び窓口での課",
}


@pytest.fixture(scope="module")
def layout() -> Layout:
    """The layout that ships."""
    return load_layout()


@pytest.mark.parametrize(
    "text",
    [
        "財政課",
        "腰越支所",
        "作業センター",
        "選挙管理委員会事務局",
        "市長公室",
        "中央図書館",
        "保健所",
        "ICT推進課",
        "道の駅・観光課",
    ],
)
def test_a_name_with_an_organisations_ending_is_a_division(layout: Layout, text: str) -> None:
    assert layout.is_division(text)


@pytest.mark.parametrize("text", NO_DIVISIONS.values(), ids=NO_DIVISIONS)
def test_other_text_is_no_division(layout: Layout, text: str) -> None:
    assert not layout.is_division(text)


@pytest.mark.parametrize(
    ("cell", "divisions", "open_"),
    [
        ("財政課", ["財政課"], False),
        ("行政マネジメント課、デジタル戦略課", ["行政マネジメント課", "デジタル戦略課"], False),
        ("財政課，企画課,総務課", ["財政課", "企画課", "総務課"], False),
        ("財政課 企画課", ["財政課", "企画課"], False),
        ("財政課、", ["財政課"], False),
        ("財政課 他", ["財政課"], True),
        ("財政課他", ["財政課"], True),
        ("財政課、企画課ほか", ["財政課", "企画課"], True),
        ("財政課、外", ["財政課"], True),
        ("財政課等", ["財政課"], True),
        ("他", [], True),
        ("", [], False),
    ],
)
def test_a_cell_is_split_into_divisions_and_others(
    layout: Layout, cell: str, divisions: list[str], open_: bool
) -> None:
    assert layout.split_divisions(cell) == divisions
    assert layout.says_others(cell) is open_
    assert layout.are_divisions(cell) is bool(divisions)


@pytest.mark.parametrize(
    "line",
    [
        "事業名 所管課 事業内容",
        "事 業 名 担 当 課 事 業 内 容",
        "事業名所管課事業内容",
        "事務事業名 主管課 主な事業内容",
    ],
)
def test_a_tables_header_is_known_in_any_wording_and_spacing(layout: Layout, line: str) -> None:
    assert layout.table_header.match(line)


@pytest.mark.parametrize("line", ["事業名", "事業名 所管課", "事業名 所管課 事業内容を示します。"])
def test_other_lines_are_no_header(layout: Layout, line: str) -> None:
    assert not layout.table_header.match(line)


@pytest.mark.parametrize(
    ("line", "code", "name"),
    [
        ("事 業 C D ０－２－１－３ 事 業 名 公共施設再編事業", "０－２－１－３", "公共施設再編事業"),
        ("事業CD：1-3-2 事業名 道路事業", "1-3-2", "道路事業"),
        ("事業ＣＤ １−３−２ 事業名", "１−３−２", ""),
        ("事業コード 1ー3ー2 事 業 名 道路 維持事業", "1ー3ー2", "道路 維持事業"),
    ],
    ids=["spaced", "narrow", "name below", "long vowel mark"],
)
def test_a_cards_head_tells_code_and_name(layout: Layout, line: str, code: str, name: str) -> None:
    match = layout.card_head.match(line)
    assert match is not None
    assert (match["code"], match["name"]) == (code, name)


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("令和５年度 令和６年度 令和７年度 推計事業費", ["令和５年度", "令和６年度", "令和７年度"]),
        ("令和元年度 令和2年度", ["令和元年度", "令和2年度"]),
        ("R8年度 R9年度 R10年度 R11年度 概算事業費", ["R8年度", "R9年度", "R10年度", "R11年度"]),
        ("2026年度 2027年度 2028年度", ["2026年度", "2027年度", "2028年度"]),
    ],
    ids=["with cost", "first year", "four years", "western"],
)
def test_a_schedules_header_tells_its_years(layout: Layout, line: str, years: list[str]) -> None:
    assert layout.schedule_header.fullmatch(line)
    assert [match[0] for match in layout.fiscal_year.finditer(line)] == years


def test_a_year_within_a_sentence_is_no_schedule_header(layout: Layout) -> None:
    assert not layout.schedule_header.fullmatch("令和５年度 令和６年度に実施します")
