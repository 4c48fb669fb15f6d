"""Finds the plan's own names in a question: projects, divisions; exact first, then nearly."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from rapidfuzz import fuzz

from assistant.understand.joined_names import counted_row, joined_names
from assistant.understand.normalize import kana_key, key
from assistant.understand.set_patterns import set_patterns
from assistant.understand.themes import Themes
from assistant.understand.words import reading
from corpus.catalogue import Catalogue

Kind = Literal["project", "division", "related"]
# Endings that people leave away when they name a project; general words of administration.
_ENDINGS = ("事業", "事務", "業務")
# A stem this short is also an ordinary word (契約, 監査); it counts only with an ending or at a question's head.
_THEIR_PROJECTS = "の事業"
_SHORTEST_STEM = 4
_SHORTEST_HEAD = 3
_DOING = re.compile("等?(?:推進|整備|管理|運営|実施|促進|支援|対策)+$")
_SHORTEST_FUZZY = 5
_OFFICE = "事務局"
# 推進事業 or 賦課事務, but not 事業 alone.
_SHORTEST_ENDING = 4
_SHORTEST_SOUND = 7
# What is written like a division's name.
_NAMED_DIVISION = re.compile("[一-龥]{2,10}(?:課|室|係|局)")
# Characters read か that are no particle.
_LIKE_DIVISION = "化科花家価果可加過火貨架夏荷"
_FUZZY_NAME = 84.0
_FUZZY_READING = 88.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a question: ``start:end`` in the question's key, and how sure the match is (0 to 100)."""

    kind: Kind
    names: tuple[str, ...]
    start: int
    end: int
    score: float = 100.0
    full: bool = True


class Lexicon:
    """The names of one catalogue, ready for matching."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.divisions = tuple(division.name for division in catalogue.divisions)
        related = dict.fromkeys(name for p in catalogue.projects for name in p.related_divisions)
        self.themes = Themes(catalogue)
        self.related = tuple(name for name in related if name not in self.divisions)

    @cached_property
    def _full(self) -> list[tuple[str, Kind, tuple[str, ...], bool]]:
        """Each spelling with what it names; longer ones first, so that the longest match wins."""
        entries: dict[tuple[str, Kind], tuple[list[str], bool]] = {}

        def add(spelling: str, kind: Kind, name: str, full: bool) -> None:
            names, was_full = entries.setdefault((spelling, kind), ([], full))
            if name not in names:
                names.append(name)
            entries[(spelling, kind)] = (names, was_full or full)

        for name in self.divisions:
            add(key(name), "division", name, True)
            if name.endswith(_OFFICE):
                stem = name.removesuffix(_OFFICE)
                add(key(f"{stem}の{_OFFICE}"), "division", name, True)
                if len(stem) >= _SHORTEST_STEM:  # 選挙管理委員会の事業
                    add(key(f"{stem}{_THEIR_PROJECTS}"), "division", name, True)
        for name in self.related:
            add(key(name), "related", name, True)
        for project in self._catalogue.projects:
            for spelling, full in spellings(project.name):
                add(spelling, "project", project.id, full)
            head = _head(project.name)  # 行財政改革の事業
            others = (other for other in self._catalogue.projects if other is not project)
            if head and head not in self.divisions and not any(key(head) in key(other.name) for other in others):
                add(key(f"{head}{_THEIR_PROJECTS}"), "project", project.id, False)
        listed = [(spelling, kind, tuple(names), full) for (spelling, kind), (names, full) in entries.items()]
        return sorted(listed, key=lambda entry: (-len(entry[0]), entry[1], entry[0]))

    @cached_property
    def _readings(self) -> list[tuple[str, Kind, str]]:
        divisions: list[tuple[str, Kind, str]] = [
            (kana_key(reading(name)), "division", name) for name in self.divisions
        ]
        projects: list[tuple[str, Kind, str]] = [
            (kana_key(reading(name)), "project", project.id)
            for project in self._catalogue.projects
            for name in (project.name, stem_of(project.name))
        ]
        return [*divisions, *projects]

    @cached_property
    def _shared_endings(self) -> list[tuple[str, tuple[str, ...]]]:
        """Endings that several projects' names share (推進事業, 賦課事務), longest first, with those projects."""
        by_ending: dict[str, list[str]] = {}
        for project in self._catalogue.projects:
            name = key(project.name)
            for at in range(1, len(name) - _SHORTEST_ENDING + 1):
                by_ending.setdefault(name[at:], []).append(project.id)
        shared = [(ending, tuple(ids)) for ending, ids in by_ending.items() if len(ids) > 1]
        return sorted(shared, key=lambda entry: (-len(entry[0]), entry[0]))

    def find_shared_ending(self, text: str) -> Mention | None:
        """The longest ending of several names that the text holds where it names no whole one."""
        folded = key(text)
        for ending, ids in self._shared_endings:
            at = folded.find(ending)
            before = folded[:at]
            if at >= 0 and not re.search(r"[一-龥ァ-ヴー]$", before):
                return Mention("project", ids, at, at + len(ending), full=False)
        return None

    def find(self, text: str) -> list[Mention]:
        """Names printed in the question letter for letter, longest first, none overlapping; in question order."""
        folded, stops = key(text), clause_ends(text)
        accounts = _within_accounts(folded)
        rows = counted_row(folded, self.divisions)
        taken = [Mention("division", (name,), start, end) for name, start, end in rows]
        for spelling, kind, names, full in self._full:
            for match in re.finditer(re.escape(spelling), folded):
                cut = match.start() in accounts or any(match.start() < stop < match.end() for stop in stops)
                office = folded.startswith("所", match.end()) and match.end() not in stops
                if cut or (spelling.endswith("事務") and office):  # 設計事務所
                    continue
                end = match.end()
                if spelling.endswith(_THEIR_PROJECTS) and folded.startswith("費", end):  # 本庁舎の|事業費
                    end -= len(_THEIR_PROJECTS)
                if all(end <= other.start or match.start() >= other.end for other in taken):
                    taken.append(Mention(kind, names, match.start(), end, full=full))
        for name, start, end in joined_names(folded, self.divisions):
            mention = Mention("division", (name,), start, end)
            if all(mention.end <= other.start or mention.start >= other.end for other in taken):
                taken.append(mention)
        return sorted(taken, key=lambda mention: mention.start)

    def find_misconverted(self, text: str) -> list[Mention]:
        """Divisions whose 課 was converted to another character of that sound (契約検査化)."""
        folded, found = key(text), []
        for name in self.divisions:
            match = re.search(f"{re.escape(key(name)[:-1])}[{_LIKE_DIVISION}]", folded) if name.endswith("課") else None
            if match:
                found.append(Mention("division", (name,), match.start(), match.end()))
        return found or self._find_homophone(folded)

    def _find_homophone(self, folded: str) -> list[Mention]:
        """Divisions written in other characters of the same sound, as an input method offers them (広包課)."""
        named = (
            (run, self._division_by_sound.get(kana_key(reading(run[0])))) for run in _NAMED_DIVISION.finditer(folded)
        )
        return [Mention("division", (name,), run.start(), run.end()) for run, name in named if name]

    @cached_property
    def _division_by_sound(self) -> dict[str, str]:
        """The divisions by how they sound, but for those that sound alike."""
        sounds = [kana_key(reading(name)) for name in self.divisions]
        return {sound: name for sound, name in zip(sounds, self.divisions, strict=True) if sounds.count(sound) == 1}

    def find_nearly(self, text: str) -> list[Mention]:
        """The name that the question most nearly spells, by characters or by reading; at most one of each kind."""
        folded, kana = key(text), kana_key(reading(text))
        found: dict[Kind, Mention] = {}
        for spelling, kind, name in self._readings:
            if len(spelling) >= _SHORTEST_SOUND and spelling in kana:
                _keep_best(found, Mention(kind, (name,), 0, len(folded), 100 + len(spelling) / 10))
        for spelling, kind, names, full in self._full:
            if len(spelling) >= _SHORTEST_FUZZY and len(folded) >= len(spelling) - 1:
                _keep_best(found, _nearly(Mention(kind, names, 0, 0, _FUZZY_NAME, full), spelling, folded))
        for spelling, kind, name in self._readings:
            if len(spelling) >= _SHORTEST_FUZZY + 2 and len(kana) >= len(spelling) - 1:
                _keep_best(found, _nearly(Mention(kind, (name,), 0, 0, _FUZZY_READING), spelling, kana))
        return [found[kind] for kind in sorted(found)]

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The fiscal years that the plan's schedules cover, in order (``令和5年度`` …)."""
        return tuple(dict.fromkeys(year for p in self._catalogue.projects for year in p.schedule or {}))


def _within_accounts(folded: str) -> set[int]:
    """Where no name begins, within an account's: 特別会計 事業名 names no 会計事務."""
    accounts = [match for one in set_patterns()["accounts"].values() for match in one.finditer(folded)]
    return {at for match in accounts for at in range(match.start() + 1, match.end())}


def clause_ends(text: str) -> list[int]:
    """Where in the key of the text a sentence or clause ends: no name runs over it (特別会計、事業は)."""
    stops, length = [], 0
    for part in re.split(r"[、。,?!]", text)[:-1]:
        length += len(key(part))
        stops.append(length)
    return stops


def spellings(name: str) -> list[tuple[str, bool]]:
    """How people write a project's name: whole, or without 事業/事務 at its end; True for the whole name."""
    stem = stem_of(name)
    found = [(key(name), True)]
    if stem != name and len(stem) >= _SHORTEST_STEM:
        found.append((key(stem), False))
    without_etc = name.replace("等", "")
    if without_etc != name:
        found += [(key(without_etc), True)]
        if len(stem_of(without_etc)) >= _SHORTEST_STEM:
            found.append((key(stem_of(without_etc)), False))
    if stem != name and len(stem) >= 2:
        found += [(key(stem + ending), True) for ending in _ENDINGS]
    return list(dict.fromkeys(found))


def _head(name: str) -> str:
    """What the name begins with before a word like 推進, if that is long enough to stand for it."""
    head = _DOING.sub("", stem_of(name))
    return head if head != stem_of(name) and len(head) >= _SHORTEST_HEAD else ""


def stem_of(name: str) -> str:
    """A project's name without its 事業 or 事務, where enough of it is left."""
    ending = next((ending for ending in _ENDINGS if name.endswith(ending) and len(name) > len(ending) + 1), "")
    return name.removesuffix(ending)


def _nearly(least: Mention, spelling: str, text: str) -> Mention | None:
    """The mention where the text nearly spells it, if it does so at least as well as ``least`` says."""
    aligned = fuzz.partial_ratio_alignment(spelling, text, score_cutoff=least.score)
    if aligned is None:
        return None
    # A longer name that fits as well is the better reading.
    score = aligned.score + len(spelling) / 10
    return replace(least, start=aligned.dest_start, end=aligned.dest_end, score=score)


def _keep_best(found: dict[Kind, Mention], mention: Mention | None) -> None:
    if mention and (mention.kind not in found or mention.score > found[mention.kind].score):
        found[mention.kind] = mention
