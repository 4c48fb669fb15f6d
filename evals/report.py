"""The report in Markdown: every number in it comes from one run of ``plan-assistant eval``."""

from collections.abc import Sequence

from corpus.records import Edition, Record
from evals import summary
from evals.ablation import CATEGORY, Ablated
from evals.abstention import Doubted, curve, separation
from evals.baseline import OVERLAP, SIZE, TOP
from evals.items import Split
from evals.markdown import counted, percent, shown, shown_and_counted, table
from evals.retrieval import BaselineResult
from evals.runner import ItemOutcome

SPLITS: tuple[Split, ...] = ("dev", "test")
MEASURES = ("hit@1", "hit@3", "MRR", "nDCG@10")


class Origin(Record):
    """What was measured: the plan's edition, the code's commit, the model, and when."""

    edition: Edition
    date: str
    commit: str
    model: str


class Evaluation(Record):
    """Everything that one run measured. ``rankings`` holds each ranking's measures by its name."""

    origin: Origin
    outcomes: tuple[ItemOutcome, ...]
    targets: int
    rankings: dict[str, dict[str, float]]
    baseline: BaselineResult
    doubted: tuple[Doubted, ...]
    threshold: float
    ablation: tuple[Ablated, ...]


def render(evaluation: Evaluation) -> str:
    """The whole report."""
    sections = (
        _head(evaluation.origin, evaluation.outcomes),
        _overall(evaluation.outcomes),
        _by_category(evaluation.outcomes, evaluation.baseline),
        _retrieval(evaluation),
        _abstention(evaluation),
        _ablation(evaluation.ablation),
        _dev_misses(evaluation.outcomes),
        _test_misses(evaluation.outcomes),
    )
    return "\n\n".join("\n".join(section) for section in sections if section) + "\n"


def _head(origin: Origin, outcomes: Sequence[ItemOutcome]) -> list[str]:
    turns = len(summary.judged_turns(outcomes))
    return [
        "# Evaluation",
        "",
        "Written by `plan-assistant eval`. Every conversation is asked through `POST /api/ask` of a real server, "
        "one question at a time; every answer is judged by exact rules, without a model.",
        "",
        f"- edition: {origin.edition.title} {origin.edition.period}",
        f"- date: {origin.date}",
        f"- commit: {origin.commit}",
        f"- embedding model: {origin.model}",
        f"- conversations: {len(outcomes)}, judged answers: {turns}",
    ]


def _overall(outcomes: Sequence[ItemOutcome]) -> list[str]:
    groups = [(split, summary.of_split(outcomes, split)) for split in SPLITS]
    groups = [(name, group) for name, group in groups if group]
    columns = [_overall_column(group) for _, group in groups]
    rows = [[name, *(column[name] for column in columns)] for name in columns[0]] if columns else []
    note = (
        "Shares with Wilson's 95 % interval. A conversation is right if each of its answers is. False answer: the plan "
        "does not say, and the assistant answered. False refusal: the plan says, and the assistant did not find it."
    )
    return ["## Overall", "", note, "", *table(["", *(name for name, _ in groups)], rows)]


def _overall_column(outcomes: Sequence[ItemOutcome]) -> dict[str, str]:
    cited = summary.citation_quality(outcomes)
    took = summary.latency(outcomes)
    right = summary.accuracy(outcomes)
    return {
        "conversations right": shown_and_counted(right),
        "false answers": shown_and_counted(summary.false_answers(outcomes)),
        "false refusals": shown_and_counted(summary.false_refusals(outcomes)),
        "quotes that stand in the source": f"{percent(cited.quotes.interval.share)}, {counted(cited.quotes)}",
        "citation precision (projects)": shown_and_counted(cited.precision),
        "citation recall (projects)": shown_and_counted(cited.recall),
        "same answer when asked again": counted(summary.repeated_alike(outcomes)),
        "latency p50": f"{took.p50_ms:.1f} ms",
        "latency p95": f"{took.p95_ms:.1f} ms",
    }


def _by_category(outcomes: Sequence[ItemOutcome], baseline: BaselineResult) -> list[str]:
    rows = []
    for name, group in summary.by_category(outcomes).items():
        cells = [summary.accuracy(summary.of_split(group, split)) for split in SPLITS]
        shares = [shown_and_counted(cell) for cell in cells]
        rows.append([name, *shares, counted(baseline.answerable[name])])
    note = (
        f"The baseline is what a user would otherwise write: chunks of {SIZE} characters with {OVERLAP} overlap, the "
        f"dense top {TOP} of the same embedder. It is given a right answer wherever everything that a right answer has "
        "to say (divisions, projects, list, facts) can be read somewhere in those chunks, and nothing that stands "
        "there beside it is held against it: the best that any reader of its chunks could do. It is asked the "
        "conversations of one question only, all splits asked together. It cannot be silent or ask back, so it gives "
        f"a false answer to all {baseline.without_answer.total} questions that the plan does not answer."
    )
    return ["## By category", "", note, "", *table(["category", *SPLITS, "baseline"], rows)]


def _retrieval(evaluation: Evaluation) -> list[str]:
    baseline, total = evaluation.baseline, evaluation.targets
    rows = [
        [name, *(f"{measured[measure]:.3f}" for measure in MEASURES)]
        for name, measured in evaluation.rankings.items()
        if measured
    ]
    if total:
        hits = (baseline.hit_at_1, baseline.hit_at_3)
        rows.append(["baseline", *(f"{hit.interval.share:.3f}" for hit in hits), "–", "–"])
    note = (
        f"Over the {total} conversations of one question that expect exactly one project. The retriever knows neither "
        "names nor vocabulary; the assistant's ranking adds them. A chunk of the baseline is a hit if it holds the "
        "project's name where a row or a card prints it (or one line of a name that wraps)."
    )
    return ["## Retrieval", "", note, "", *table(["ranking", *MEASURES], rows)]


def _abstention(evaluation: Evaluation) -> list[str]:
    groups = [(split, [one for one in evaluation.doubted if one.split == split]) for split in SPLITS]
    groups = [(name, group) for name, group in groups if group]
    curves = [curve(group) for _, group in groups]
    rows = [
        [f"{points[0].threshold:g}", *(shown(rate) for p in points for rate in (p.false_answers, p.false_refusals))]
        for points in zip(*curves, strict=True)
    ]
    header = [f"{name} {kind}" for name, _ in groups for kind in ("false answers", "false refusals")]
    counts = "; ".join(
        f"{name}: {sum(one.answerable for one in group)} that the plan answers, "
        f"{sum(not one.answerable for one in group)} that it does not, AUC {separation(group):.3f}"
        for name, group in groups
    )
    note = (
        "Over the conversations of one question that name nothing the plan or the vocabulary knows, where the "
        f"confidence alone decides ({counts or 'none'}). In use: {evaluation.threshold:g}."
    )
    return ["## Abstention", "", note, "", *table(["threshold", *header], rows)]


def _ablation(ablation: Sequence[Ablated]) -> list[str]:
    rows = [
        [
            f"without {one.without}" if one.without else "all signals",
            shown_and_counted(one.accuracy),
        ]
        for one in ablation
    ]
    note = (
        f"Accuracy on the category `{CATEGORY}`, all splits asked together, with one signal switched off at a time. "
        "Without `linked`, what the vocabulary links is also taken from the understanding, so that such questions "
        "have to pass the abstention; the abstention keeps its own inputs."
    )
    return ["## Ablation", "", note, "", *table(["signals", "conversations right"], rows)]


def _dev_misses(outcomes: Sequence[ItemOutcome]) -> list[str]:
    group = summary.of_split(outcomes, "dev")
    if not group:
        return []
    missed = summary.misses(group)
    lines = [f"- `{turn.item_id}` (answer {turn.turn}): {'; '.join(turn.verdict.faults)}" for turn in missed]
    return [f"## Misses of the dev split ({len(missed)})", "", *(lines or ["None."])]


def _test_misses(outcomes: Sequence[ItemOutcome]) -> list[str]:
    group = summary.of_split(outcomes, "test")
    if not group:
        return []
    missed = summary.misses(group)
    note = "Ids and kinds of fault only, so that nobody fits the assistant to these questions."
    lines = [f"- `{turn.item_id}` (answer {turn.turn}): {', '.join(summary.fault_kinds(turn))}" for turn in missed]
    return [f"## Misses of the test split ({len(missed)})", "", note, "", *(lines or ["None."])]
