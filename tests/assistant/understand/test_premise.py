"""What a question takes for granted is taken apart: what it denies, what alone it names, what it compares with what."""

import pytest

from assistant.understand.lexicon import Mention
from assistant.understand.normalize import key
from assistant.understand.premise import asks_openly, denies, find_count, find_premise, without_talk
from assistant.understand.question import Comparison, Count
from assistant.understand.stages import find_stage


def mention(text: str, name: str, kind: str = "division") -> Mention:
    at = key(text).index(key(name))
    return Mention(kind, (name,), at, at + len(key(name)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("橋事業は緑課ではないですよね", True),
        ("緑課は橋事業には入っていませんよね", True),
        ("予備費は含まれていないですよね", True),
        ("橋事業は緑課じゃなかったでしたっけ", False),
        ("橋事業は緑課じゃないんですか", False),
        ("橋事業は緑課で間違いないですよね", False),
        ("緑課は橋事業しかやっていないですよね", False),
        ("橋事業は緑課ですよね", False),
    ],
)
def test_a_denial_is_told_from_what_only_sounds_like_one(text: str, denied: bool) -> None:
    assert denies(text) is denied


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("重点事業は6つあると聞きました", Count(number=6, unit="つ")),
        ("支所は四か所ですよね", Count(number=4, unit="か所")),
        ("重点事業5個のうち一番高いのは", Count(number=5, unit="個")),
        ("3件以上の事業を持つ課", None),
        ("2番目の事業は", None),
        ("上位3つずつ教えて", None),
    ],
)
def test_a_number_counts_where_it_is_of_the_whole_set(text: str, count: Count | None) -> None:
    assert find_count(text) == count


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("橋事業は緑課でしたよね、もう案内しちゃった", "橋事業は緑課でしたよね"),
        ("橋事業は緑課ですよね？どの課ですか", "橋事業は緑課ですよね？どの課ですか"),
        ("橋事業は緑課ですよね", "橋事業は緑課ですよね"),
    ],
)
def test_mere_talk_behind_a_statement_is_left_out(text: str, kept: str) -> None:
    assert without_talk(text) == kept


def test_a_question_that_wants_a_fact_is_open() -> None:
    assert asks_openly("橋事業はどの課ですか")
    assert not asks_openly("橋事業は緑課ですよね、間違ってたら教えて")


def test_the_division_set_aside_is_no_claim() -> None:
    text = "橋事業は総務課ではなく緑課ですよね"
    premise = find_premise(text, ("総務課", "緑課"), [mention(text, "総務課"), mention(text, "緑課")])
    assert (premise.divisions, premise.negated) == (("緑課",), False)


def test_the_division_whose_projects_are_meant_is_no_claim() -> None:
    text = "緑地所の事業は、総務課の所管ですよね"
    premise = find_premise(text, ("緑地所", "総務課"), [mention(text, "緑地所"), mention(text, "総務課")])
    assert (premise.subject, premise.divisions) == ("緑地所", ("総務課",))


@pytest.mark.parametrize(
    ("text", "comparison", "than"),
    [
        ("橋事業は道事業より安いですよね", "less", ("道事業",)),
        ("道事業より橋事業のほうがお金がかかるんだよね", "more", ("道事業",)),
        ("橋事業と道事業の費用は同じですよね", "same", ()),
    ],
)
def test_a_comparison_has_a_reference(text: str, comparison: Comparison, than: tuple[str, ...]) -> None:
    premise = find_premise(text, (), [mention(text, name, "project") for name in ("橋事業", "道事業")])
    assert (premise.comparison, premise.than) == (comparison, than)


def test_the_only_project_is_told_from_the_only_division_and_the_only_year() -> None:
    text = "緑課がやっているのは橋事業だけですよね"
    assert find_premise(text, ("緑課",), [mention(text, "橋事業", "project")]).only_project
    text = "橋事業は緑課だけがやっているんですよね"
    premise = find_premise(text, ("緑課",), [mention(text, "緑課"), mention(text, "橋事業", "project")])
    assert (premise.only, premise.only_project) == (True, False)
    assert find_premise("調査は令和5年度だけですよね", (), []).only_year
    text = "たしか緑課が橋事業をやっているはずですが"
    assert not find_premise(text, ("緑課",), [mention(text, "緑課"), mention(text, "橋事業", "project")]).only


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("図書館の改修に向けた実施設計", "design"),
        ("図面じゃなくて実際の工事はいつ", "works"),
        ("公民館の耐震診断", "survey"),
        ("工事の業者の選定", "choice"),
        ("古いポンプの取り換え", "renewal"),
        ("車を買う年度", "purchase"),
        ("図書館はいつ", None),
    ],
)
def test_the_last_stage_of_building_work_counts(text: str, stage: str | None) -> None:
    assert find_stage(text) == stage


@pytest.mark.parametrize(
    ("text", "roughly"),
    [("約3億円ですよね", True), ("3億円くらいですよね", True), ("入札契約事務は3億円ですよね", False)],
)
def test_an_amount_is_rough_only_where_it_is_said_to_be(text: str, roughly: bool) -> None:
    assert find_premise(text, (), []).roughly is roughly


def test_the_office_of_a_body_is_what_another_division_is_said_to_be() -> None:
    text = "農業委員会の事務局は緑課ですよね"
    office, other = mention(text, "農業委員会の事務局"), mention(text, "緑課")
    premise = find_premise(text, ("農業委員会事務局", "緑課"), [office, other])
    assert premise.subject == "農業委員会の事務局"
