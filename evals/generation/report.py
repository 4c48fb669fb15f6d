"""The report on verified generation in Markdown: every number in it comes from one run of ``eval --generation``."""

from collections.abc import Iterable, Sequence

from evals import summary
from evals.generation.measure import Measured
from evals.generation.trial import Trial
from evals.markdown import counted, shown_and_counted, table
from evals.metrics import percentile
from evals.report import Origin
from evals.runner import ItemOutcome

SETS = {
    "adversarial": "false, written with the rules", "adversarial_blind": "false, written without sight of them",
    "adversarial_second": "false, a second round without sight of them",
    "good": "good, written with the rules", "good_blind": "good, written without sight of them",
    "good_second": "good, a second round without sight of them",
}  # fmt: skip


def render(origin: Origin, sets: Sequence[Measured], trial: Trial | None = None, model: str = "") -> str:
    """The whole report, with the trial of ``model`` if there was one."""
    sections = (_head(origin), _sets(sets), _kinds(sets), _misses(sets), _trial(trial, model) if trial else [])
    return "\n\n".join("\n".join(section) for section in sections if section) + "\n"


def _head(origin: Origin) -> list[str]:
    return [
        "# Verified generation", "",
        "Written by `plan-assistant eval --generation`. A model words answers that are decided already; every "
        "sentence is checked before it is shown. A held back sentence costs warmth, a false one that passes, trust.",
        "", f"- edition: {origin.edition.title} {origin.edition.period}", f"- date: {origin.date}",
        f"- commit: {origin.commit}",
    ]  # fmt: skip


def _sets(sets: Sequence[Measured]) -> list[str]:
    rows = [[SETS[one.name], *_caught_and_held_back([one])] for one in sets]
    rows.append(["all", *_caught_and_held_back(sets)])
    return [
        "## Sentences written for the check", "",
        "The rules were mended after each round without sight of them: its figures now say that nothing came back, "
        "not how the next round would go.", "",
        *table(["set", "false ones caught", "good ones held back"], rows),
    ]  # fmt: skip


def _caught_and_held_back(sets: Iterable[Measured]) -> list[str]:
    false = [one for one in sets if one.expected == "caught"]
    good = [one for one in sets if one.expected == "passed"]
    caught = summary.share(sum(one.right for one in false), sum(len(one.outcomes) for one in false))
    held_back = summary.share(sum(len(one.misses) for one in good), sum(len(one.outcomes) for one in good))
    return [shown_and_counted(caught), shown_and_counted(held_back)]


def _kinds(sets: Sequence[Measured]) -> list[str]:
    rows = [
        [one.name, why, f"{right}/{total}"]
        for one in sets for why, (right, total) in one.by_why.items() if right < total
    ]  # fmt: skip
    return ["## Kinds that did not all come out right", "", *table(["set", "kind", "right"], rows)]


def _misses(sets: Sequence[Measured]) -> list[str]:
    rows = [
        [o.attempt.question, o.attempt.sentence, "; ".join(fault for fault in o.faults if fault) or "passed"]
        for one in sets for o in one.misses
    ]  # fmt: skip
    return ["## What came out wrong", "", *table(["question", "sentence", "what the check said"], rows)]


def _trial(trial: Trial, model: str) -> list[str]:
    by = [pair.worded.generated_by for pair in trial.pairs]
    unverified = sum(bool(pair.unverified) for pair in trial.pairs)
    rows = [
        ["conversations right", *(shown_and_counted(summary.accuracy(o)) for o in (trial.without, trial.with_model))],
        ["right without the model, wrong with it", "–", str(len(trial.worse))],
        ["answers that decide otherwise", "–", str(sum(not pair.decided_alike for pair in trial.pairs))],
        ["answers with a name, code, year or sum that nothing verifies", "–", f"{unverified}/{len(by)}"],
        ["answers in the model's words", "–", counted(summary.share(sum(b.source == "model" for b in by), len(by)))],
        ["sentences shown at once / after a second try / replaced", "–",
         f"{sum(b.verified for b in by)} / {sum(b.repaired for b in by)} / {sum(b.replaced for b in by)}"],
        ["seconds to the whole answer, median", *(_median_s(o) for o in (trial.without, trial.with_model))],
    ]  # fmt: skip
    return [
        f"## With {model} in the loop", "",
        f"{len(trial.with_model)} conversations, every answer through the API, one at a time.", "",
        *table(["", "no model", model], rows),
    ]  # fmt: skip


def _median_s(outcomes: Sequence[ItemOutcome]) -> str:
    times = [turn.elapsed_ms / 1000 for outcome in outcomes for turn in outcome.turns]
    return f"{percentile(times, 0.5):.2f}"
