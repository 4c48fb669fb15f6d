"""What the outcomes come to: shares with their intervals, by category and split; no wording."""

import re
from collections.abc import Callable, Sequence

from corpus.records import Record
from evals.items import Split
from evals.metrics import Interval, percentile, wilson
from evals.runner import ItemOutcome, TurnOutcome

# A fault's kind is what is left of it when all that it says of question and plan is taken away.
FAULT_KINDS = (
    (r"^error ", "no answer"),
    (r"^status ", "wrong status"),
    (r"^division .* missing$", "division missing"),
    (r"^division .* named$", "wrong division named"),
    (r"^project .* not cited$", "project not cited"),
    (r"^does not say ", "fact missing"),
    (r"^says ", "forbidden words"),
    (r"^list lacks ", "list incomplete"),
    (r"^list has ", "list has too much"),
    (r"^list is not in plan order$", "list out of order"),
)


class Share(Record):
    """``right`` of ``total``, with Wilson's 95 % interval."""

    right: int
    total: int
    interval: Interval


class CitationQuality(Record):
    """How many quotes stand in the source at their offsets, and how well the projects cited are those expected."""

    quotes: Share
    precision: Share
    recall: Share


class Latency(Record):
    """Milliseconds that a client waits for an answer, the API included, one question at a time."""

    answers: int
    p50_ms: float
    p95_ms: float
    longest_ms: float


def share(right: int, total: int) -> Share:
    """``right`` of ``total`` as a share."""
    return Share(right=right, total=total, interval=wilson(right, total))


def accuracy(outcomes: Sequence[ItemOutcome]) -> Share:
    """The share of conversations in which every judged answer is right."""
    return share(sum(outcome.is_right for outcome in outcomes), len(outcomes))


def of_split(outcomes: Sequence[ItemOutcome], split: Split) -> list[ItemOutcome]:
    """The outcomes of one split."""
    return [outcome for outcome in outcomes if outcome.split == split]


def by_category(outcomes: Sequence[ItemOutcome]) -> dict[str, list[ItemOutcome]]:
    """The outcomes by category, in alphabetical order."""
    names = sorted({outcome.category for outcome in outcomes})
    return {name: [outcome for outcome in outcomes if outcome.category == name] for name in names}


def judged_turns(outcomes: Sequence[ItemOutcome]) -> list[TurnOutcome]:
    """Every answer that something was expected of."""
    return [turn for outcome in outcomes for turn in outcome.turns if turn.expected]


def false_answers(outcomes: Sequence[ItemOutcome]) -> Share:
    """Of the questions that the plan does not answer, the share that got an answer."""
    return _confused(outcomes, lambda turn: turn.expected == "not_found", "answered")


def false_refusals(outcomes: Sequence[ItemOutcome]) -> Share:
    """Of the questions that the plan answers, the share that was told that the plan does not say."""
    return _confused(outcomes, lambda turn: turn.expected == "answered", "not_found")


def citation_quality(outcomes: Sequence[ItemOutcome]) -> CitationQuality:
    """Over all answers together; precision and recall over those from which projects are expected."""
    verdicts = [turn.verdict for turn in judged_turns(outcomes)]
    citations = sum(verdict.citations for verdict in verdicts)
    return CitationQuality(
        quotes=share(citations - sum(verdict.invalid_quotes for verdict in verdicts), citations),
        precision=share(sum(v.cited_right for v in verdicts), sum(v.cited for v in verdicts)),
        recall=share(sum(v.expected_cited for v in verdicts), sum(v.expected for v in verdicts)),
    )


def latency(outcomes: Sequence[ItemOutcome]) -> Latency:
    """Over every first asking; the repetition may find things warm and is left out."""
    times = [turn.elapsed_ms for outcome in outcomes for turn in outcome.turns]
    return Latency(
        answers=len(times),
        p50_ms=percentile(times, 0.5),
        p95_ms=percentile(times, 0.95),
        longest_ms=max(times, default=float("nan")),
    )


def repeated_alike(outcomes: Sequence[ItemOutcome]) -> Share:
    """Of the questions asked twice, the share that got the same answer byte for byte."""
    repeated = [outcome.repeated_alike for outcome in outcomes if outcome.repeated_alike is not None]
    return share(sum(repeated), len(repeated))


def misses(outcomes: Sequence[ItemOutcome]) -> list[TurnOutcome]:
    """Every answer with a fault."""
    return [turn for outcome in outcomes for turn in outcome.turns if not turn.verdict.is_right]


def fault_kinds(turn: TurnOutcome) -> tuple[str, ...]:
    """The kinds of an answer's faults, which tell nothing of its question."""
    return tuple(sorted({_kind(fault) for fault in turn.verdict.faults}))


def _kind(fault: str) -> str:
    return next((kind for pattern, kind in FAULT_KINDS if re.search(pattern, fault)), "other")


def _confused(outcomes: Sequence[ItemOutcome], chosen: Callable[[TurnOutcome], bool], status: str) -> Share:
    turns = [turn for turn in judged_turns(outcomes) if chosen(turn)]
    return share(sum(turn.status == status for turn in turns), len(turns))
