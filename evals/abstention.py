"""The abstention curve: what each threshold of confidence would let through, over questions that name nothing."""

from collections.abc import Sequence

from assistant.chain import PlanAssistant
from assistant.look_up.findings import About, Absent, Finding
from assistant.look_up.meaning import MeaningFinder
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import read_yaml
from corpus.records import Question, Record
from evals.items import EvalItem, Split
from evals.metrics import area_under_curve
from evals.summary import Share, share
from vectorstore.index import Index

THRESHOLDS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)


class Doubted(Record):
    """A question on which confidence alone decides, and whether the plan answers it."""

    item_id: str
    split: Split
    answerable: bool
    confidence: float
    was_answered: bool


class CurvePoint(Record):
    """What a threshold would do: false answers among the unanswerable, false refusals among the answerable."""

    threshold: float
    false_answers: Share
    false_refusals: Share


class Doubts:
    """Tells on which questions confidence alone decides; everything that a rule decides before it is left out."""

    def __init__(self, index: Index, assistant: PlanAssistant) -> None:
        rules = read_yaml("meaning.yaml")
        self.threshold = float(rules["abstention"]["threshold"])
        self._assistant = assistant
        self._evidence = assistant.evidence
        self._meaning = MeaningFinder(index.catalogue, self._evidence)

    def of(self, items: Sequence[EvalItem]) -> list[Doubted]:
        """The conversations of one question, answered or not found, on which confidence decides."""
        found = []
        for item in items:
            turn = item.turns[0]
            if len(item.turns) > 1 or turn.expect is None or turn.expect.status == "clarify":
                continue
            read, finding = self._assistant.explain(
                Question(text=turn.question, style=turn.style, language=turn.language)
            )
            ranked = self._evidence.rank(read)
            by_rule = self._meaning.is_likeness_alone(ranked[0])  # no answer, however sure
            if _names_nothing(read) and _is_by_meaning(finding) and not by_rule:
                confidence = self._meaning.confidence(read, ranked)
                found.append(
                    Doubted(
                        item_id=item.id, split=item.split, answerable=turn.expect.status == "answered",
                        confidence=confidence, was_answered=isinstance(finding, About),
                    )
                )  # fmt: skip
        return found


def curve(doubted: Sequence[Doubted], thresholds: Sequence[float] = THRESHOLDS) -> list[CurvePoint]:
    """What each threshold would do."""
    answerable = [one.confidence for one in doubted if one.answerable]
    unanswerable = [one.confidence for one in doubted if not one.answerable]
    return [
        CurvePoint(
            threshold=threshold,
            false_answers=share(sum(value >= threshold for value in unanswerable), len(unanswerable)),
            false_refusals=share(sum(value < threshold for value in answerable), len(answerable)),
        )
        for threshold in thresholds
    ]


def separation(doubted: Sequence[Doubted]) -> float:
    """The chance that an answerable question is surer than an unanswerable one; nan where one kind is missing."""
    answerable = [one.confidence for one in doubted if one.answerable]
    return area_under_curve(answerable, [one.confidence for one in doubted if not one.answerable])


def _names_nothing(read: Understanding) -> bool:
    """No project, division, code, place or known topic: what ``MeaningFinder`` decides by confidence."""
    named = (read.projects, read.divisions, read.codes, read.linked, read.topics, read.absent_topics)
    return not any((*named, read.unknown_divisions, read.place_divisions, read.other_place, read.attribute))


def _is_by_meaning(finding: Finding) -> bool:
    if isinstance(finding, About):
        return finding.by_meaning
    return isinstance(finding, Absent) and finding.reason == "unknown"
