"""Questions about the text around the tables, told from those about projects and sets."""

import re

from assistant.look_up.findings import Finding
from assistant.look_up.schedule_questions import ScheduleQuestions
from assistant.look_up.texts import TextFinder
from assistant.understand.lexicon import spellings
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.terms import find_term
from assistant.understand.unstated import gives_way
from corpus.catalogue import Catalogue

_OF_PROJECTS = re.compile("(事業|事務(?!局))(を|は|が|って|の一覧|一覧|$)")
# 誰 may ask for a partner that the prose names; these ask for a division.
_WHICH_DIVISION = re.compile("課|部署|担当|所管|窓口|どこ(が|の|に|へ|で)")
# What is asked of a year; the text around the tables tells no years.
_OF_YEARS = ("schedule", "when", "period")


class AroundTables:
    """Decides whether the text around the tables answers, and finds what it says."""

    def __init__(self, catalogue: Catalogue, texts: TextFinder, schedules: ScheduleQuestions) -> None:
        self._catalogue = catalogue
        self._texts = texts
        self._schedules = schedules

    def asked(self, read: Understanding) -> Finding | None:
        """A total, a list or a principle that the question asks for, or what the plan says where it asks for that."""
        if gives_way(read.attribute or "") in ("nothing", "question"):
            return None  # a program is to be written, an opinion given: no text answers that
        ended = read.filters is not None and read.filters.finished is not None
        if ended or read.divisions or read.codes or (read.names_whole and not self._names_items(read)):
            return None
        bounded = read.filters is not None and read.filters.is_bounded and (read.premise is None or read.premise.open)
        of_set = bounded or (read.filters is not None and read.operation == "share")
        principles = self._texts.principles
        found = None if of_set else principles.holding(read) or self._texts.by_kind(read) or principles.headings(read)
        over_costs = read.operation is not None and "cost" in read.cues
        of_projects = read.operation in ("list", "count") and _OF_PROJECTS.search(read.text)
        asks_sets = read.filters or (read.sets and read.operation)
        of_year = bool(read.years) and read.field in _OF_YEARS
        if of_projects or found or asks_sets or over_costs or of_year or self._is_named_in_part(read):
            return found
        if self._schedules.is_asked_when(read):
            return None
        if self._is_name_of_matter(read):
            return None
        prose = self._texts.sentences
        return principles.named(read) or prose.defined(read) or prose.said(read)

    def _names_items(self, read: Understanding) -> bool:
        """Whether it is expenses within the total that the question names, though a project's matter is one of them."""
        by_kind = self._texts.asks_of_items(read) and not self._is_named_in_part(read)
        return by_kind or self._texts.names_item(read)

    def _is_named_in_part(self, read: Understanding) -> bool:
        """Whether the question spells a project's name without its 事業 or 事務."""
        text = key(read.text)
        named = [project for project in map(self._catalogue.project, read.projects) if project]
        return any(spelled in text for p in named for spelled, _ in spellings(p.name))

    def _is_name_of_matter(self, read: Understanding) -> bool:
        """Whether a word is asked the meaning of with which the name of what it leads to begins (行財政改革って何)."""
        asked = find_term(read.text)
        linked = [project for project in map(self._catalogue.project, read.linked) if project]
        return asked is not None and any(key(project.name).startswith(key(asked.term)) for project in linked)

    def by_means(self, read: Understanding) -> Finding | None:
        """By what means something is to be done, where the text around the tables says so."""
        return None if read.projects or read.divisions else self._texts.sentences.by_means(read)

    def meant(self, read: Understanding) -> Finding | None:
        """All principles, or the sentences around the tables that the question means rather than a project."""
        of_projects = read.operation not in (None, "list", "count") or (read.operation == "count" and not read.texts)
        asks_projects = of_projects or ("principle" not in read.texts and (read.sets and read.operation))
        of_division = read.field in ("division", "cost") and "division" in read.cues  # 予算はどこで決めるのか, too
        asks_division = of_division and _WHICH_DIVISION.search(read.text)
        of_year = bool(read.years or read.every_year) and read.field in _OF_YEARS
        if read.divisions or read.filters or asks_projects or asks_division or of_year:
            return None
        if self._schedules.is_asked_when(read) or read.absent_ends or self._is_name_of_matter(read):
            return None
        return self._texts.principles.all_of_them(read) or self._texts.sentences.answer(read)

    def only_here(self, read: Understanding) -> Finding | None:
        """What only the text around the tables prints, where nothing else answers and no division is asked for."""
        asks_else = read.field not in (None, "content") or read.operation or read.filters or read.years
        known = read.linked or read.topics or read.divisions or read.unknown_words or read.place_divisions
        return None if asks_else or known else self._texts.sentences.only_here(read)
