"""The tables that ``plan-assistant eval`` prints."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evals import summary
from evals.beir import BeirResult
from evals.fictional_run import FictionalResult
from evals.generation.measure import Measured
from evals.markdown import counted, percent, shown_and_counted
from evals.report import SPLITS
from evals.runner import ItemOutcome
from evals.spelled import SpelledResult
from evals.summary import Share
from evals.wrapped import WrappedResult

_out = Console(highlight=False, soft_wrap=True)


def print_evaluation(outcomes: Sequence[ItemOutcome]) -> None:
    """Accuracy by category and split, then what holds for all."""
    groups = {split: summary.of_split(outcomes, split) for split in SPLITS}
    groups = {split: group for split, group in groups.items() if group}
    table = Table("種類", *groups)
    for name in summary.by_category(outcomes):
        table.add_row(name, *(_accuracy([o for o in group if o.category == name]) for group in groups.values()))
    table.add_section()
    table.add_row("全体", *(_accuracy(group) for group in groups.values()))
    for label, cells in _measures(list(groups.values())).items():
        table.add_row(label, *cells)
    _out.print(table)


def print_fictional(result: FictionalResult) -> None:
    """Accuracy by kind over the generated plans, and the questions that went wrong."""
    read = f"、読み取れた事業 {result.projects_read}/{result.projects_printed}"
    _print_kinds(result.outcomes, f"架空の計画書 {result.plans}件{read}")


def print_records(outcomes: Sequence[ItemOutcome]) -> None:
    """Accuracy by kind over the plans ingested, and the questions that went wrong."""
    _print_kinds(outcomes, "取り込んだ計画書の記録から作った質問")


def _print_kinds(outcomes: Sequence[ItemOutcome], title: str) -> None:
    table = Table("種類", "正答", title=title)
    for name, group in summary.by_category(outcomes).items():
        table.add_row(name, _accuracy(group))
    table.add_section()
    table.add_row("全体", _accuracy(outcomes))
    _out.print(table)
    for turn in summary.misses(outcomes):
        _out.print(f"{turn.item_id} {turn.question}: {'; '.join(turn.verdict.faults)}", markup=False)


def print_beir(result: BeirResult) -> None:
    """The benchmark's measures."""
    table = Table("尺度", result.model, title=f"文書{result.documents}件、質問{result.questions}件")
    for name, value in result.metrics.items():
        table.add_row(name, f"{value:.4f}")
    table.add_row("p50", f"{result.p50_ms:.1f} ms")
    table.add_row("p95", f"{result.p95_ms:.1f} ms")
    _out.print(table)


def print_wrapped(results: Sequence[WrappedResult]) -> None:
    """For each surrounding how many right answers it changed, and which questions of the dev split those were."""
    table = Table("そえた言葉", "答えが変わった会話")
    for result in results:
        share = summary.share(len(result.changed), result.asked)
        table.add_row(escape(result.surrounding.name), f"{percent(share.interval.share)}, {counted(share)}")
    _out.print(table)
    for turn in (turn for result in results for turn in summary.misses(result.changed) if turn.split == "dev"):
        _out.print(f"{turn.item_id} {turn.question}: {'; '.join(turn.verdict.faults)}", markup=False)


def print_spelled(results: Sequence[SpelledResult]) -> None:
    """For each way of typing how many names were found, and the questions where one was not."""
    table = Table("打ち方", "見つかった事業")
    for result in results:
        share = summary.share(result.asked - len(result.missed), result.asked)
        table.add_row(result.way, f"{percent(share.interval.share)}, {counted(share)}")
    _out.print(table)
    for turn in (turn for result in results for turn in summary.misses(result.missed)):
        _out.print(f"{turn.item_id} {turn.question}: {'; '.join(turn.verdict.faults)}", markup=False)


def print_generation(sets: Sequence[Measured]) -> None:
    """For each set how many came out right, by the fault or the liberty, and what came out wrong."""
    for measured in sets:
        title = f"{measured.name}: {measured.right}/{len(measured.outcomes)}"
        table = Table("種類", "止めた" if measured.expected == "caught" else "通した", title=title)
        for why, (right, total) in measured.by_why.items():
            table.add_row(why, f"{right}/{total}")
        _out.print(table)
        for missed in measured.misses:
            _out.print(f"{missed.attempt.question} | {missed.attempt.sentence} | {missed.faults}", markup=False)


def print_written(path: object) -> None:
    """Where the report is."""
    _out.print(f"報告書を書きました: {path}", markup=False)


def _measures(groups: Sequence[Sequence[ItemOutcome]]) -> dict[str, list[str]]:
    cited = [summary.citation_quality(group) for group in groups]
    took = [summary.latency(group) for group in groups]
    return {
        "誤答（計画にない質問への回答）": [_rate(summary.false_answers(group)) for group in groups],
        "誤拒否（計画にある質問への拒否）": [_rate(summary.false_refusals(group)) for group in groups],
        "引用の一致": [_rate(quality.quotes) for quality in cited],
        "引用の適合率": [_rate(quality.precision) for quality in cited],
        "引用の再現率": [_rate(quality.recall) for quality in cited],
        "同じ質問に同じ回答": [_rate(summary.repeated_alike(group)) for group in groups],
        "p50 / p95": [f"{one.p50_ms:.1f} / {one.p95_ms:.1f} ms" for one in took],
    }


def _accuracy(outcomes: Sequence[ItemOutcome]) -> str:
    return shown_and_counted(summary.accuracy(outcomes))


def _rate(rate: Share) -> str:
    return f"{percent(rate.interval.share)} {counted(rate)}" if rate.total else "–"
