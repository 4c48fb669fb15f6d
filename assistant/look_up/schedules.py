"""Schedule items: what happens in which year, and in which year something happens."""

import re
from collections.abc import Sequence

from assistant.look_up.claims import claim_on_years
from assistant.look_up.courses import (
    asks_course,
    asks_either,
    by_thing,
    course_of,
    of_same_things,
    spelled_head,
    words_of_thing,
)
from assistant.look_up.evidence import Evidence
from assistant.look_up.findings import Items, ScheduleItem
from assistant.understand.cues import match_cue
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.stages import find_stage, find_stages, without_set_aside
from assistant.understand.words import words as words_of
from assistant.understand.years import find_years
from corpus.catalogue import Catalogue
from corpus.records import Project

_LEAST_COVERAGE = 0.6
_CLEARLY_WORSE = 0.12
# A thing that a schedule alone names is spelled by so many characters.
_SHORTEST_NAME = 6
# An item is spelled out by so many characters.
_SHORTEST_ITEM = 6
_NEARLY_ALL = 0.95
# A compound as it is written (実施設計, 雨水ポンプ場).
_RUN = re.compile("[一-龥々ァ-ヴー0-9０-９A-Za-zＡ-Ｚａ-ｚ]{3,}")
_COMPOUND = re.compile("[一-龥]{2,}")
# What an item ends with, where that tells more than its stage does.
_LAST_WORD = re.compile(r"[一-龥々]{2,}$")


class ScheduleFinder:
    """Finds the items of the schedules that a question speaks of."""

    def __init__(self, catalogue: Catalogue, evidence: Evidence) -> None:
        self._evidence = evidence
        self._items = tuple(
            ScheduleItem(project=project, year=year, item=item)
            for project in catalogue.projects
            for year, items in (project.schedule or {}).items()
            for item in items
        )
        self._spelled_items = tuple({key(item.item) for item in self._items})
        self._printed = key("、".join(item.item for item in self._items))
        rows = ((one.name, one.content, *one.divisions, *one.related_divisions) for one in catalogue.projects)
        self._of_rows = key("".join(part for row in rows for part in row))

    def matching(
        self,
        read: Understanding,
        projects: Sequence[Project] = (),
        beside: Sequence[Sequence[str]] = (),
        least: float | None = None,
    ) -> Items | None:
        """The items whose words the question names; within the projects, if any are given.

        Of several deeds asked for at once ``beside`` are the words of each other one: it may name the thing.
        """
        ids = {project.id for project in projects}
        among = [item for item in self._items if not ids or item.project.id in ids]
        said = self._said(read, projects, among)
        if not among or not said:
            return None
        named = self._by_name(read, among)
        words = [word for word in said if not named or word not in read.unknown_words]
        of_thing = bool(projects or beside) or not all(map(find_stage, words))
        scored = [(self._fit(words, item, by_deed=of_thing), item) for item in named or among]
        best = max(score for score, _ in scored)
        if not named and best < (least or (_LEAST_COVERAGE if not projects else 0.34)):
            return None
        near = _spelled(read.text, named or among) or [item for score, item in scored if score >= best - _CLEARLY_WORSE]
        if beside:
            alone = bool(projects) or not all(map(find_stage, words))
            near = self._of_things(near, beside, bool(find_stage(read.text))) or (near if alone else [])
        if not near:
            return None
        if asks_course(read):
            of_things = [item for thing in by_thing(read.text, among) for item in thing]
            return Items(items=course_of(read, of_things or near, self._items, said))
        things = by_thing(read.text, among) or [near]
        chosen = (item for thing in things for item in _in_words(read.text, _of_compounds(read.text, thing)))
        return self._answering(read, tuple(chosen), said)

    def _said(self, read: Understanding, projects: Sequence[Project], among: Sequence[ScheduleItem]) -> list[str]:
        """What the question names: its compounds where one item prints all of them, its short nouns elsewhere."""
        meant = without_set_aside(read.text)
        nouns = [word for word in words_of_thing(read) if not _names(word, projects) and word in meant]
        printed = [run for run in _RUN.findall(meant) if key(run) in self._printed and not _names(run, projects)]
        nouns = [word for word in nouns if not _only_of_kind(word, meant)] or nouns
        joined = [*printed, *(word for word in nouns if not any(word in run for run in printed))]
        whole = printed and any(self._fit(joined, item) > _NEARLY_ALL for item in among)
        return joined if whole else nouns

    def _fit(self, said: Sequence[str], item: ScheduleItem, by_deed: bool = True) -> float:
        """The share of the words that the item holds; the deed may be called otherwise, but for a compound printed."""
        text, stages = key(item.item), find_stages(item.item) if by_deed else ()
        named = [word for word in said if not (_RUN.fullmatch(word) and key(word) in self._printed)]
        meant = {key(word): (text,) for word in named if find_stage(word) in stages}
        return self._evidence.coverage(said, text, meant)

    def _of_things(
        self, near: Sequence[ScheduleItem], beside: Sequence[Sequence[str]], staged: bool
    ) -> list[ScheduleItem]:
        """Those items that hold most of the words of another deed; without its stage, where they have one."""
        chosen: list[ScheduleItem] = []
        for said in beside:
            words = [word for word in said if not (staged and find_stage(word))]
            held = [self._fit(words, item) for item in near]
            chosen += [item for item, fit in zip(near, held, strict=True) if fit and fit == max(held)]
        return [item for item in near if item in chosen]

    def _answering(self, read: Understanding, chosen: tuple[ScheduleItem, ...], said: Sequence[str]) -> Items:
        """The chosen items in the years asked for; whoever is wrong about a year is told all of the thing."""
        correction = claim_on_years(read, chosen)
        if correction is not None and not correction.holds:
            of_things = of_same_things(chosen, self._items, said)
            shown = tuple(item for item in of_things if item in chosen or item.year in read.years)
            return Items(items=shown, correction=correction)
        of_all = not read.years or asks_either(read.text)
        in_years = tuple(item for item in chosen if of_all or item.year in read.years)
        lacking = () if in_years or correction or not find_years(read.text) else read.years
        return Items(items=in_years or chosen, correction=correction, lacking=lacking)

    def prints(self, word: str) -> bool:
        """Whether any item prints the word (a key), and no project is called by it."""
        return word in self._printed and word not in self._of_rows

    def is_spelled(self, text: str) -> bool:
        """Whether the text spells out a whole item, of so many characters that nothing else is called so."""
        folded = key(text)
        return any(len(item) >= _SHORTEST_ITEM and item in folded for item in self._spelled_items)

    def holds_name(self, read: Understanding) -> bool:
        """Whether any item holds a name of the question (諸戸, 今泉), or begins with a thing that it spells."""
        return bool(self._by_name(read, self._items)) or self._begins_with_thing(key(read.text))

    def _begins_with_thing(self, text: str) -> bool:
        """Whether the text spells a thing with which items begin, and which nothing else of the plan names."""
        heads = (spelled_head(key(item.item), text) for item in self._items)
        return any(len(head) >= _SHORTEST_NAME and head not in self._of_rows for head in heads)

    def _by_name(self, read: Understanding, among: Sequence[ScheduleItem]) -> list[ScheduleItem]:
        """The items that hold a name of the question (諸戸, 今泉), if a plan could hold nothing else by that name."""
        names = [word.surface for word in words_of(read.text) if word.is_proper and word.surface in read.subject_words]
        if read.absent_topics:
            return []
        return [item for item in among if any(name in item.item for name in names)]

    def holding(self, word: str, years: Sequence[str]) -> Items | None:
        """The items of the years (of all, where none is named) that hold the word."""
        found = (item for item in self._items if key(word) in key(item.item) and (not years or item.year in years))
        chosen = tuple(found)
        return Items(items=chosen) if chosen else None

    def only_in(self, year: str, projects: Sequence[Project]) -> Items | None:
        """The items of the projects that stand in that year and in no other."""
        ids = {project.id for project in projects}
        elsewhere = {(item.project.id, item.item) for item in self._items if item.year != year}
        found = (item for item in self._items if item.year == year and item.project.id in ids)
        chosen = tuple(item for item in found if (item.project.id, item.item) not in elsewhere)
        return Items(items=chosen) if chosen else None

    def in_every_year(self, projects: Sequence[Project]) -> Items | None:
        """The items that the projects' schedules repeat in every year."""
        ids = {project.id for project in projects}
        among = [item for item in self._items if item.project.id in ids]
        years = {(item.project.id, item.item): 0 for item in among}
        for item in among:
            years[item.project.id, item.item] += 1
        whole = {project.id: len(project.schedule or {}) for project in projects}
        chosen = tuple(item for item in among if years[item.project.id, item.item] == whole[item.project.id])
        return Items(items=chosen) if chosen else None


def _spelled(text: str, among: Sequence[ScheduleItem]) -> list[ScheduleItem]:
    """The items that the text spells out, without those that stand within a longer one."""
    found = [item for item in among if key(item.item) in key(text)]
    spelled = {key(item.item) for item in found}
    return [item for item in found if not any(key(item.item) in other for other in spelled - {key(item.item)})]


def _of_compounds(text: str, near: Sequence[ScheduleItem]) -> list[ScheduleItem]:
    """Those items that hold most of the text's words as they are compounded (実施設計, not 基本設計)."""
    compounds = set(_COMPOUND.findall(without_set_aside(text)))
    held = [sum(word in item.item for word in compounds) for item in near]
    return [item for item, count in zip(near, held, strict=True) if count == max(held)]


def _in_words(text: str, items: Sequence[ScheduleItem]) -> tuple[ScheduleItem, ...]:
    """Those items that the question's words for what is done come to."""
    return of_last_word(text, _of_stage(text, items))


def _of_stage(text: str, items: Sequence[ScheduleItem]) -> tuple[ScheduleItem, ...]:
    """Those items that are of the stage that the question comes to (工事, not 設計); all where none is."""
    of_stages = (tuple(item for item in items if find_stage(item.item) == stage) for stage in find_stages(text))
    return next(filter(None, of_stages), tuple(items))


def of_last_word(text: str, items: tuple[ScheduleItem, ...]) -> tuple[ScheduleItem, ...]:
    """Those items whose last word the question spells (実施設計, not 基本設計); all where it spells none."""
    last = {item.item: _LAST_WORD.search(item.item) for item in items}
    spelled = tuple(item for item in items if (found := last[item.item]) and key(found[0]) in key(text))
    return spelled or items


def _only_of_kind(word: str, text: str) -> bool:
    """Whether the word stands alone for a kind of thing (どの施設の工事, but not 公共施設)."""
    return bool(match_cue("schedules", "kind", word)) and not re.search(f"[一-龥ァ-ヴー]{re.escape(word)}", text)


def _names(word: str, projects: Sequence[Project]) -> bool:
    """Whether the word only names one of the projects, or says nothing of an item by itself."""
    said = any(key(word) in key(project.name) for project in projects)
    return said or bool(re.fullmatch(r"[0-9]+|[RHrh]|令和|平成|年度|年間|事業|実施|推進", word))
