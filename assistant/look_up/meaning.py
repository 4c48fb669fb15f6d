"""Questions in the citizen's own words: which project is meant, or that none is."""

import math
import re
from collections.abc import Collection, Mapping, Sequence

from assistant.look_up.bearing import Bearing
from assistant.look_up.branches import SAME_LINK, Branches
from assistant.look_up.claims import claim_on_divisions
from assistant.look_up.evidence import Candidate, Evidence
from assistant.look_up.few_words import FewWords
from assistant.look_up.field_asked import OF_CARDS, asked_beside, asked_field
from assistant.look_up.findings import About, Absent, Finding
from assistant.look_up.said import is_half_read, names_it_alone
from assistant.understand.normalize import key
from assistant.understand.precedence import is_of_other_bodies
from assistant.understand.question import Understanding
from assistant.understand.vocabulary import read_yaml
from corpus.catalogue import Catalogue
from corpus.records import Project

_NEAREST = 3
_SEVERAL = 2
# Shorter texts are bare words, whatever the model makes of them.
SHORTEST_TOLD = 12
_MONTH = re.compile("[0-9]+月")
# A side by its leading characters: 建て替|えるほうです
_SIDE_SAID = re.compile(r"(?P<side>[一-龥](?:[ぁ-ん一-龥]{0,3}[一-龥])?)[ぁ-ん]{0,4}(?:ほう|方|話|件|やつ)")


class MeaningFinder:
    """Finds the project that a question means without naming it, and abstains where the plan is silent."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence) -> None:
        self._catalogue = catalogue
        self._evidence = evidence
        model = read_yaml("meaning.yaml")
        self._abstention: Mapping[str, float] = model["abstention"]
        self._tie: float = model["tie"]
        self.abstention = self._abstention
        self.branches = Branches(catalogue, evidence)
        self.bearing = Bearing(catalogue, self.branches.suffixes)
        self.few_words = FewWords(catalogue, self.bearing)

    def find(self, read: Understanding) -> Finding | None:
        """The project or passage meant, or None where the plan does not say."""
        ranked = self._evidence.rank(read)
        if read.absent_topics and not (read.linked or read.projects):
            verbatim = self._evidence.word_for_word(read, ranked) or self._evidence.all_said(read, ranked)
            if verbatim:
                return self._about(read, [verbatim])
        if self._is_of_elsewhere(read, ranked[0]) or (is_half_read(read) and not ranked[0].text):
            return None
        if not (read.linked or read.projects or read.topics or read.unknown_words) and read.place_divisions:
            branch = self.branches.spoken_of(read)
            if branch or not read.subject_words:
                return About(projects=(branch,), field="division", by_meaning=True) if branch else None
        if not ranked or self.confidence(read, ranked) < self._threshold(read) or self.is_likeness_alone(ranked[0]):
            return None
        unclear = self.few_words.led_alike(read, ranked, self._abstention["sure"], self.branches.projects)
        return self._several(read) or unclear or self._about(read, ranked)

    def is_likeness_alone(self, best: Candidate) -> bool:
        """Whether neither the vocabulary nor a word that is printed nor the topic model leads to the best candidate."""
        return not (best.linked or best.text or best.name) and best.guess < self._abstention["least_guess"]

    def _is_of_elsewhere(self, read: Understanding, best: Candidate) -> bool:
        """Whether the vocabulary and the topic model both hold the matter for another's, or the model is sure of it."""
        elsewhere = self._evidence.elsewhere(read)
        if read.matters and read.absent_topics and not (read.linked or read.projects):
            return True  # all that it names is said to be another body's own (生徒会の選挙)
        if self._is_by_law_of_another(read, best):
            return True
        if self._is_about_another_service(read) and read.linked:
            return elsewhere > best.guess
        if read.absent_ends and not read.linked and not read.projects and best.guess < self._abstention["sure"]:
            return True
        return not read.linked and not read.projects and elsewhere >= self._abstention["of_elsewhere"]

    def _is_by_law_of_another(self, read: Understanding, best: Candidate) -> bool:
        """Whether the matter is the state's or the prefecture's by law, and the best candidate prints no word of it."""
        if read.projects or not is_of_other_bodies(read.absent_topics) or (read.linked and not read.absent_last):
            return False
        printed = any(self._evidence.prints(best.project, word) for word in read.topic_words)
        return not (printed or self._evidence.prints_alone(read.subject_words))

    def among(self, read: Understanding, offered: Collection[str]) -> Finding | None:
        """The one of the projects offered that the topic model takes the question for, far before all others."""
        ranked = sorted(self._evidence.rank(read), key=lambda candidate: -candidate.guess)
        best, second = ranked[:_SEVERAL]
        lead = self._abstention["lead"]
        return self._about(read, [best]) if best.project.id in offered and best.guess - second.guess >= lead else None

    def which_of(self, read: Understanding, projects: Sequence[Project]) -> Finding | None:
        """The one of the projects that a described matter belongs to (〜するのはどの重点事業), if one is likely."""
        ranked = [candidate for candidate in self._evidence.rank(read) if candidate.project in projects]
        likely = bool(ranked) and self.confidence(read, ranked) >= self._threshold(read)
        return self._about(read, ranked) if likely else None

    def sure_of(self, read: Understanding, least: int = SHORTEST_TOLD) -> Finding | None:
        """The project meant, where the topic model alone leaves hardly a doubt about a text of that many characters."""
        ranked = sorted(self._evidence.rank(read), key=lambda candidate: -candidate.guess)
        if len(read.text) < least or ranked[0].guess < self._abstention["sure"]:
            return None
        return self._about(read, ranked)

    def agreed(self, read: Understanding) -> Finding | None:
        """The project that the vocabulary leads to and the topic model takes for the likeliest of all."""
        ranked = self._evidence.rank(read)
        best = max(ranked, key=lambda candidate: candidate.guess)
        return self._about(read, ranked) if read.linked and best == ranked[0] and best.linked else None

    def is_name_of_one(self, read: Understanding) -> bool:
        """Whether a project is called by what the question says (財政は大丈夫: 財政事務)."""
        return bool(self.bearing.named([[key(word) for word in read.subject_words]]))

    def turned_to(self, read: Understanding) -> Finding | None:
        """Another matter than the one spoken of, where the topic model knows the question's verb for it."""
        if read.apart is None or read.offered:
            return None
        ranked = sorted(self._evidence.rank(read.apart), key=lambda candidate: -candidate.guess)
        if ranked[0].guess < self._abstention["turned"] or ranked[0].project.id in read.projects:
            return None
        if _MONTH.search(read.text) and read.spoken and ranked[0].project.id not in read.spoken:
            return None  # 4月に買った場合は: a date alone is no other matter
        return self._about(read.apart, ranked)

    def of_offered(self, read: Understanding) -> Finding | None:
        """The one of the choices just offered that the topic model takes the question and its answer for."""
        if not read.offered or read.apart is None:
            return None
        ranked = sorted(self._evidence.rank(read.apart), key=lambda candidate: -candidate.guess)
        best, second = ranked[:_SEVERAL]
        clear = best.guess - second.guess >= self._abstention["turned"]
        return self._about(read.apart, [best]) if clear and best.project.id in read.offered else None

    def of_a_side_said(self, read: Understanding) -> Finding | None:
        """The side that the question before named itself (守る話と直す話 … 直すほうなんです)."""
        said = read.before is not None and not read.projects and _SIDE_SAID.match(read.text)
        if not said or read.before is None:
            return None
        return self.going_on(read) if said["side"] in read.before.text else None

    def going_on(self, read: Understanding) -> Finding | None:
        """The side of the question before that this one points at: what fits both of them best."""
        if read.before is None:
            return None
        former = {candidate.project.id: candidate.score for candidate in self._evidence.rank(read.before)}
        ranked = sorted(self._evidence.rank(read), key=lambda one: -(one.score + former[one.project.id]))
        likely = self.confidence(read.before, self._evidence.rank(read.before)) >= self._threshold(read.before)
        return self._about(read, ranked[:1]) if likely else None

    def _threshold(self, read: Understanding) -> float:
        """How sure it has to be; less so where the question uses a word of the vocabulary for the plan's matter.

        A word alone is not enough where the topic model is sure that it is used of something else (自宅の雨漏り).
        """
        unsure = self._is_elsewhere_for_sure(read) and not names_it_alone(read)
        is_another = self._is_about_another_service(read) or unsure
        asks = read.field == "division"
        is_named = (read.linked or (asks and self._evidence.prints_alone(read.subject_words))) and not is_another
        return self._abstention["threshold_named" if is_named else "threshold"]

    def _several(self, read: Understanding) -> About | None:
        """Several matters of one question (転入届と原付の税金、それぞれ), each with its project."""
        sure = dict.fromkeys(ids[0] for ids in read.matters if len(ids) == 1)
        projects = tuple(project for project in map(self._catalogue.project, sure) if project)
        if not read.each or len(projects) < _SEVERAL or read.field not in ("division", None):
            return None
        return About(projects=projects, field="division", by_meaning=True)

    def confidence(self, read: Understanding, ranked: Sequence[Candidate]) -> float:
        """How sure it is (0 to 1) that the best candidate is what the question means."""
        signals = self.signals(read, ranked)
        total = self._abstention["bias"] + sum(self._abstention[name] * value for name, value in signals.items())
        return 1.0 / (1.0 + math.exp(-total))

    def signals(self, read: Understanding, ranked: Sequence[Candidate]) -> dict[str, float]:
        """What speaks for and against the best candidate, as the abstention model takes it (see evals/fit.py)."""
        best = ranked[0]
        others = [candidate.score for candidate in ranked[1:] if candidate.project.divisions != best.project.divisions]
        return {
            "linked": min(best.linked, 1.0), "text": best.text, "dense": best.dense, "guess": min(best.guess, 1.0),
            "elsewhere": self._evidence.elsewhere(read),
            "margin": min(best.score - max(others, default=0.0), 1.0),
            "another": float(self._is_about_another_service(read) and best.guess < self._abstention["ours"]),
            "asks_division": float("division" in read.cues),
        }  # fmt: skip

    def absent(self, read: Understanding) -> Absent:
        """That the plan does not say, with the topics nearest to the question."""
        ranked = self._evidence.rank(read)
        is_ours = not read.absent_topics and not self._is_elsewhere_for_sure(read)
        is_near = is_ours and self.confidence(read, ranked) >= self._abstention["nearest"]
        close = [c for c in ranked[:_NEAREST] if c.score >= ranked[0].score - self._abstention["apart"]]
        least = (self._abstention["near_guess"], self._abstention["near_rarity"])
        near = [candidate for candidate in close if self._evidence.leads_to(read, candidate, *least)]
        nearest = tuple(candidate.project for candidate in near) if is_near else ()
        return Absent(reason="unknown", detail="、".join(read.topics[:1]), nearest=nearest)

    def _about(self, read: Understanding, candidates: Sequence[Candidate]) -> Finding:
        best = candidates[0]
        alike = [c for c in candidates if c.score >= best.score - self._tie and c.linked >= best.linked - SAME_LINK]
        meant = _of_named(read, [c.project for c in alike] if best.linked else [best.project])
        chosen = self.branches.beside(read, candidates, meant)
        is_counter = self._is_for_counters(read, chosen)
        branches = self.branches.projects if is_counter else ()
        projects = tuple(p for p in chosen if p not in branches) or (best.project,)
        field = asked_field(read, projects)
        if field is None:
            asked = read.field if read.field in (*OF_CARDS, "when") else "cost"
            return Absent(reason="field", field=asked, projects=projects)
        claimed = read.divisions or read.unknown_divisions
        windows = [*projects, *branches]
        local = self.branches.local(read) if is_counter else None
        return About(
            projects=projects, field=field, years=read.years, by_meaning=True,
            beside=asked_beside(read, field, projects),
            branches=tuple(p for p in branches if p not in projects), local=local,
            correction=claim_on_divisions(read, windows) if claimed else None,
        )  # fmt: skip

    def _is_for_counters(self, read: Understanding, chosen: Sequence[Project]) -> bool:
        """Whether branch offices take it too: by the vocabulary, else by the topic model."""
        if read.topics:
            return read.counter and any(project.id in read.counter_projects for project in chosen)
        return self._evidence.at_counters(read) >= self._abstention["at_counters"]

    def _is_elsewhere_for_sure(self, read: Understanding) -> bool:
        return self._evidence.elsewhere(read) >= self._abstention["elsewhere_for_sure"]

    def _is_about_another_service(self, read: Understanding) -> bool:
        """Whether the matter itself (its last word, or what の leads from) is one that this plan does not know."""
        if not read.absent_topics:
            return False
        return not read.linked or read.absent_last


def _of_named(read: Understanding, chosen: list[Project]) -> list[Project]:
    """Of several projects alike those of the divisions that the question names (〇〇支所の事業は何という名前)."""
    own = [project for project in chosen if set(project.divisions) & set(read.divisions)]
    return own or chosen
