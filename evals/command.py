"""What ``plan-assistant eval`` does, mode by mode; the command line hands down the settings and the progress bar."""

import subprocess
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from assistant import wiring
from assistant.chain import PlanAssistant, edition_of
from assistant.conversation import ConversationStore
from assistant.settings import Settings
from evals import console
from evals.ablation import ablate
from evals.abstention import Doubts
from evals.baseline import ChunkBaseline
from evals.beir import run_beir
from evals.fictional_run import run_fictional
from evals.from_records import questions, truth_of
from evals.generation import report as generation_report
from evals.generation.audit import Audit
from evals.generation.measure import measure
from evals.generation.trial import Both, Trial, try_model
from evals.items import EvalItem, Split, load_items
from evals.report import Evaluation, Origin, render
from evals.retrieval import measure_baseline, measure_ranking, rank_by_evidence, rank_by_retriever, targets
from evals.runner import ItemOutcome, Progress, run
from evals.serving import serving
from evals.spelled import run_spelled
from evals.wrapped import run_wrapped
from vectorstore.index import Index

Advance = Callable[[str, int, int], None]
_SEED = 1
_PER_KIND = 20
JAPAN = timezone(timedelta(hours=9))


def evaluate_questions(settings: Settings, split: Split | None, report: Path, advance: Advance) -> None:
    """Ask the eval set, print the table, write the report; raises what opening the installation raises."""
    items = load_items(split)
    with serving(settings) as served:
        outcomes = run(items, served.assistant, served.index.catalogue, _labelled(advance, "質問中"))
        evaluation = _evaluate(settings, items, outcomes, served.index, advance)
    console.print_evaluation(outcomes)
    _write(report, render(evaluation))


def evaluate_beir(settings: Settings, folder: Path, advance: Advance) -> None:
    """Run the retriever over a folder in BEIR layout and print its measures; raises ``CorpusUnreadable``."""
    embedder = wiring.open_embedder(settings)
    cache = settings.data_dir / "eval-vectors"
    console.print_beir(run_beir(folder, embedder, cache, _labelled(advance, "埋め込み中")))


def evaluate_fictional(settings: Settings, plans: int, advance: Advance) -> None:
    """Ask questions about generated plans and print the accuracy by kind."""
    console.print_fictional(run_fictional(plans, settings, _labelled(advance, "架空の計画書")))


def evaluate_records(settings: Settings, advance: Advance) -> None:
    """Ask questions made from the records of the plans ingested and print the accuracy by kind."""
    with serving(settings) as served:
        catalogue = served.index.catalogue
        items = questions(truth_of(catalogue), _SEED, "records", _PER_KIND)
        outcomes = run(items, served.assistant, catalogue, _labelled(advance, "記録から作った質問"), repeat=False)
    console.print_records(outcomes)


def evaluate_wrapped(settings: Settings, split: Split | None, sample: int, advance: Advance) -> None:
    """Ask a sample of the split again with harmless words around the questions, and print what changed by it."""
    with serving(settings) as served:
        progress = _labelled(advance, "言葉をそえて質問中")
        console.print_wrapped(
            run_wrapped(load_items(split), sample, served.assistant, served.index.catalogue, progress)
        )


def evaluate_spelled(settings: Settings, advance: Advance) -> None:
    """Ask for every project of the plans ingested with its name typed in a hurry, and print what was found."""
    with serving(settings) as served:
        progress = _labelled(advance, "打ち方を変えて質問中")
        console.print_spelled(run_spelled(served.assistant, served.index.catalogue, progress))


def evaluate_generation(settings: Settings, split: Split | None, report: Path, advance: Advance) -> None:
    """Check the sentences written for it; where a model is configured, ask the split with it and without it too."""
    index = wiring.open_index(settings)
    sets = measure(PlanAssistant(index, ConversationStore(":memory:")), index.catalogue)
    console.print_generation(sets)
    trial = _try_model(settings, load_items(split), advance) if settings.llm else None
    _write(report, generation_report.render(_origin(index), sets, trial, settings.llm))


def _try_model(settings: Settings, items: Sequence[EvalItem], advance: Advance) -> Trial:
    plain = settings.model_copy(update={"llm": ""})
    with serving(settings) as worded, serving(plain) as composed:
        both = Both(worded.assistant, composed.assistant, Audit(composed.index.catalogue))
        return try_model(items, both, composed.index.catalogue, _labelled(advance, "言語モデルとともに質問中"))


def _write(report: Path, text: str) -> None:
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(text, encoding="utf-8")
    console.print_written(report)


def _evaluate(
    settings: Settings, items: Sequence[EvalItem], outcomes: Sequence[ItemOutcome], index: Index, advance: Advance
) -> Evaluation:
    """What is measured beside the answers themselves, on the same index."""
    assistant = PlanAssistant(index, ConversationStore(":memory:"))
    found = targets(items, index.catalogue)
    doubts = Doubts(index, assistant)
    baseline = ChunkBaseline(index.catalogue, wiring.open_embedder(settings))
    return Evaluation(
        origin=_origin(index),
        outcomes=tuple(outcomes),
        targets=len(found),
        rankings={
            "retriever": measure_ranking(found, rank_by_retriever(index)),
            "assistant's ranking": measure_ranking(found, rank_by_evidence(assistant)),
        },
        baseline=measure_baseline(items, index.catalogue, baseline),
        doubted=tuple(doubts.of(items)),
        threshold=doubts.threshold,
        ablation=tuple(ablate(items, index, _labelled(advance, "信号を1つずつ外して質問中"))),
    )


def _origin(index: Index) -> Origin:
    return Origin(
        edition=edition_of(index.catalogue),
        date=datetime.now(UTC).astimezone(JAPAN).date().isoformat(),
        commit=_commit(),
        model=index.meta.model,
    )


def _commit() -> str:
    """The commit that is checked out, with a mark where files differ from it; "unknown" outside a checkout."""
    here = Path(__file__).parent
    command = ["git", "describe", "--always", "--dirty", "--abbrev=10", "--exclude=*"]
    try:
        return subprocess.run(command, cwd=here, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "unknown"


def _labelled(advance: Advance, label: str) -> Progress:
    return lambda done, total: advance(label, done, total)
