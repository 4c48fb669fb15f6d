"""Every language and style says the same things with the same records, and sums read the same everywhere."""

import re
from importlib import resources
from string import Formatter
from typing import Any, get_args

import pytest
import yaml

from assistant.chain import edition_of
from assistant.compose.composer import Composer
from assistant.compose.draft import Draft
from assistant.compose.wording_book import WordingBook, load_wording
from assistant.look_up.findings import About, Absent, AbsentReason, Finding, OfSet, Unclear
from assistant.look_up.sets import compute
from assistant.understand.filters import Filters
from assistant.understand.question import FieldName, Operation, Understanding
from assistant.understand.unstated import load_facts
from assistant.understand.vocabulary import load_broad_choices
from assistant.verify import Verifier
from corpus.catalogue import Catalogue
from corpus.records import Choice, Language, Project, Style

Voice = tuple[Language, Style]

FILES = ("ja", "plain", "en", "zh", "ko")
FOREIGN = ("en", "zh", "ko")
VOICES: tuple[Voice, ...] = (
    ("ja", "standard"), ("ja", "plain"), ("en", "standard"), ("zh", "standard"), ("ko", "standard"),
)  # fmt: skip

# Japanese that a foreign wording may hold: the total of a list and sums, so that figures can be checked.
_ALLOWED = re.compile(r"全\{count\}件|百万円|\{oku\}億円?|万円")
_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺｦ-ﾟ一-鿿]")
# Kana, and common characters whose form simplified Chinese does not share.
_NOT_CHINESE = re.compile(r"[ぁ-ゖァ-ヺｦ-ﾟ円億課総業費書計対応続関変実価労働辺発図経]")


def sentences(file: str) -> dict[str, str]:
    """The sentences of a wording file; those under ``fields`` and ``parts`` as ``fields.NAME``, ``parts.NAME``."""
    path = resources.files("assistant.compose").joinpath("wording", f"{file}.yaml")
    read: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    groups = {group: read.pop(group) for group in ("fields", "parts")}
    return {**read, **{f"{group}.{name}": said for group, names in groups.items() for name, said in names.items()}}


def placeholders(sentence: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("file", FILES)
def test_every_sentence_is_a_text_under_a_name(file: str) -> None:
    """YAML reads a bare ``yes`` or ``no`` as a truth value; such a sentence could never be said."""
    assert [key for key, said in sentences(file).items() if not isinstance(key, str) or not isinstance(said, str)] == []


@pytest.mark.parametrize("file", FILES)
def test_every_wording_has_the_sentences_of_the_japanese_one(file: str) -> None:
    assert list(sentences(file)) == list(sentences("ja"))


@pytest.mark.parametrize("file", FILES)
def test_every_sentence_uses_the_records_that_the_japanese_one_uses(file: str) -> None:
    expected = {key: placeholders(said) for key, said in sentences("ja").items()}
    assert {key: placeholders(said) for key, said in sentences(file).items()} == expected


@pytest.mark.parametrize(
    ("file", "foreign"), [("en", _JAPANESE), ("ko", _JAPANESE), ("zh", _NOT_CHINESE)], ids=["en", "ko", "zh"]
)
def test_a_foreign_wording_is_free_of_japanese(file: str, foreign: re.Pattern[str]) -> None:
    left = {key: _ALLOWED.sub("", said) for key, said in sentences(file).items()}
    assert {key: said for key, said in left.items() if foreign.search(said)} == {}


@pytest.mark.parametrize(
    ("language", "foreign"), [("en", _JAPANESE), ("ko", _JAPANESE), ("zh", _NOT_CHINESE)], ids=["en", "ko", "zh"]
)
def test_every_fact_that_no_plan_states_and_every_reading_of_a_broad_word_has_a_foreign_name(
    language: Language, foreign: re.Pattern[str]
) -> None:
    wording = load_wording(language, "standard")
    names = [fact.name for fact in load_facts()] + [choice.label for choice in load_broad_choices()]
    said = {name: wording.named(name) for name in names}
    assert {name: word for name, word in said.items() if foreign.search(word) or not word.strip()} == {}


def test_a_choice_is_offered_in_the_answer_s_language_and_keeps_the_words_that_the_plan_is_searched_by(
    plan_catalogue: Catalogue,
) -> None:
    choices = (
        Choice(label="印鑑登録証", question="印鑑登録の担当課はどこですか", divisions=("市民課",)),
        Choice(label="計画の事業", question="計画の事業の内容は？"),
    )
    draft = compose(plan_catalogue, ("en", "standard"), Unclear(choices=choices))
    assert draft.choices is not None
    assert draft.choices[0].label == "Seal registration card"
    assert draft.choices[0].question == "Which division is in charge of 「印鑑登録」?"
    assert draft.choices[1] == choices[1]


@pytest.mark.parametrize("file", FOREIGN)
def test_a_foreign_list_gives_its_total_as_a_plain_number_too(file: str) -> None:
    said = sentences(file)["list"]
    assert "全{count}件" in said
    assert "{count}" in said.replace("全{count}件", "")


@pytest.mark.parametrize("file", FILES)
def test_quotations_stay_in_japanese_brackets(file: str) -> None:
    quoting = {key for key, said in sentences("ja").items() if "「{quote}」" in said}
    assert quoting
    assert {key for key, said in sentences(file).items() if "「{quote}」" in said} == quoting


@pytest.mark.parametrize(
    ("million_yen", "written"),
    [
        (0, "0百万円（0万円）"),
        (0.5, "0.5百万円（50万円）"),
        (67, "67百万円（6,700万円）"),
        (100, "100百万円（1億円）"),
        (1357, "1,357百万円（13億5,700万円）"),
        (1234.5, "1,234.5百万円（12億3,450万円）"),
        (10000, "10,000百万円（100億円）"),
        (123456, "123,456百万円（1,234億5,600万円）"),
    ],
)
def test_a_sum_is_written_as_the_plan_writes_it_and_in_oku_and_man(million_yen: float, written: str) -> None:
    assert load_wording("ja", "standard").amount(million_yen) == written
    assert load_wording("ja", "plain").amount(million_yen) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "1,357 million yen (1,357百万円, 13億5,700万円)"),
        ("zh", "1,357百万円（13亿5,700万日元，13億5,700万円）"),
        ("ko", "1,357백만 엔(1,357百万円, 13億5,700万円)"),
    ],
)
def test_a_foreign_sum_keeps_the_japanese_form(language: Language, written: str) -> None:
    assert load_wording(language, "standard").amount(1357) == written


def test_a_sentence_that_is_missing_is_a_fault() -> None:
    with pytest.raises(KeyError):
        WordingBook({"join": ", "}).say("division", name="道路維持補修事業")


def compose(catalogue: Catalogue, voice: Voice, finding: Finding) -> Draft:
    """The finding in words; a fault that the check before leaving would find fails the test."""
    language, style = voice
    draft = Composer(catalogue, edition_of(catalogue)).compose(
        Understanding(text="", language=language, style=style), finding
    )
    assert Verifier(catalogue).faults(draft, "") == [], draft.text
    return draft


def findings_about(project: Project) -> list[Finding]:
    """The project in regard to each field that the plan fills in for it."""
    given = {
        "goal": project.goal, "note": project.note, "related": project.related_divisions,
        "schedule": project.schedule, "cost": project.cost_million_yen,
    }  # fmt: skip
    fields = [field for field in get_args(FieldName) if field != "when" and given.get(field, True)]
    return [About(projects=(project,), field=field) for field in fields]


@pytest.mark.slow  # every field of every project, in every voice
@pytest.mark.parametrize("voice", VOICES, ids="-".join)
def test_names_divisions_and_codes_are_official_in_every_voice(plan_catalogue: Catalogue, voice: Voice) -> None:
    for project in plan_catalogue.projects:
        for finding in findings_about(project):
            text = compose(plan_catalogue, voice, finding).text
            assert project.name in text
        overview = compose(plan_catalogue, voice, About(projects=(project,), field="overview")).text
        assert [part for part in (*project.divisions, project.code or "") if part not in overview] == []


@pytest.mark.parametrize("voice", VOICES, ids="-".join)
@pytest.mark.parametrize("operation", [*get_args(Operation)])
def test_sets_are_the_same_in_every_voice(plan_catalogue: Catalogue, voice: Voice, operation: Operation) -> None:
    filters = Filters(priority=True)
    chosen = [project for project in plan_catalogue.projects if project.priority]
    finding: OfSet = compute(filters, operation, chosen, plan_catalogue.projects)
    draft = compose(plan_catalogue, voice, finding)
    assert draft.projects == finding.projects
    assert [project.name for project in finding.projects if project.name not in draft.text] == []


@pytest.mark.parametrize("voice", VOICES, ids="-".join)
@pytest.mark.parametrize("reason", [r for r in get_args(AbsentReason) if r not in ("social", "cost")])
def test_a_refusal_says_what_the_plan_covers_in_every_voice(
    plan_catalogue: Catalogue, voice: Voice, reason: AbsentReason
) -> None:
    about = plan_catalogue.projects[:1] if reason == "field" else ()
    draft = compose(plan_catalogue, voice, Absent(reason=reason, detail="9-9-9-9", projects=about, field="goal"))
    assert draft.status == "not_found"
    assert edition_of(plan_catalogue).period in draft.text
    assert str(len(plan_catalogue.projects)) in draft.text


@pytest.mark.parametrize("voice", VOICES, ids="-".join)
def test_a_refusal_offers_the_nearest_topics_apart_from_what_else_to_ask(
    plan_catalogue: Catalogue, voice: Voice
) -> None:
    near = plan_catalogue.projects[:3]
    draft = compose(plan_catalogue, voice, Absent(reason="unknown", nearest=near))
    assert [(topic.label, topic.project_ids) for topic in draft.nearest] == [(p.name, (p.id,)) for p in near]
    assert all(topic.label in topic.question for topic in draft.nearest)
    assert not {topic.question for topic in draft.nearest} & set(draft.suggestions)


@pytest.mark.parametrize("voice", VOICES, ids="-".join)
def test_an_answer_does_not_propose_what_it_has_just_told(plan_catalogue: Catalogue, voice: Voice) -> None:
    wording = load_wording(*voice)
    project = next(p for p in plan_catalogue.projects if p.schedule)
    years = tuple(project.schedule or {})
    told = compose(plan_catalogue, voice, About(projects=(project,), field="schedule", years=years[:1]))
    assert wording.say("suggest_schedule", name=project.name, year=years[1]) in told.suggestions
    told = compose(plan_catalogue, voice, About(projects=(project,), field="cost", beside=("schedule", "note")))
    assert set(told.suggestions) == {
        wording.say("suggest_content", name=project.name),
        wording.say("suggest_division", division=project.divisions[0]),
    }


@pytest.mark.parametrize("voice", VOICES, ids="-".join)
def test_a_refusal_tells_how_to_reach_the_city_only_where_the_manifest_does(
    plan_catalogue: Catalogue, voice: Voice
) -> None:
    contact = "代表電話\n0467-23-3000（市民相談課）"
    reached = tuple(document.model_copy(update={"contact": contact}) for document in plan_catalogue.documents)
    plan = plan_catalogue.model_copy(update={"documents": reached})
    absent = Absent(reason="unknown")
    assert "代表電話 0467-23-3000（市民相談課）" in compose(plan, voice, absent).text
    assert len(compose(plan_catalogue, voice, absent).lines) == len(compose(plan, voice, absent).lines) - 1
    assert "0467" not in compose(plan, voice, Absent(reason="social", detail="thanks")).text
