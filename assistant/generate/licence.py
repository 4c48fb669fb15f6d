"""What a model may say of one answer: the composer's lines, the records that they cite, and nothing else."""

import re
from dataclasses import dataclass
from functools import cached_property

from assistant.compose.draft import Draft
from assistant.generate.mentions import Mention, Mentions, named, spoken
from assistant.understand.words import words
from assistant.verify import MARKER, amounts, flat, ground_of
from corpus.catalogue import Catalogue
from corpus.records import Project

# The plan's mark on its priority projects.
PRIORITY = frozenset({"重点"})
_ROW = re.compile(r"\s*(?:[0-9]+[.．]\s|・|‣|「|(?:令和|平成)[0-9元]+年度(?:（|\())")


@dataclass(frozen=True)
class Line:
    """One line of the composer: as written, for comparing, its markers, and what it names."""

    written: str
    text: str
    markers: frozenset[int]
    mentions: tuple[Mention, ...]

    @property
    def is_row(self) -> bool:
        """Whether the line is one of a list."""
        return bool(_ROW.match(self.written))

    @cached_property
    def names(self) -> frozenset[str]:
        """What the line names, sums and years by their value."""
        return frozenset(named(mention) for mention in self.mentions)

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """What the line quotes."""
        return tuple(re.findall("「([^「」]{6,})」", self.text))


@dataclass(frozen=True)
class Source:
    """What one marker stands for: the record or passage, and everything that it says."""

    project: Project | None
    text: str
    names: frozenset[str]

    @cached_property
    def amounts(self) -> frozenset[int]:
        """The sums that it prints, in 万円."""
        return frozenset(amount for _, amount in amounts(self.text))


class Licence:
    """The lines and sources of one decided answer."""

    def __init__(self, draft: Draft, catalogue: Catalogue, mentions: Mentions, asked: str) -> None:
        """Of ``draft``, whose question was ``asked``."""
        self.mentions = mentions
        self.asked = spoken(asked)
        self.written = draft.text
        self.lines = [_line(line, mentions) for line in draft.lines if line]
        self.computed = {spoken(word) for word in draft.computed}
        self.listed_names = frozenset(flat(project.name) for project in draft.projects)
        self.sources = {c.marker: _source(c.project_id, c.quote, c.section, catalogue) for c in draft.citations}
        self.known_projects = {flat(p.name): p for p in catalogue.projects}

    @property
    def listed(self) -> int:
        """How many projects the answer lists."""
        return len(self.listed_names)

    def cited(self, markers: frozenset[int]) -> list[Source]:
        """What the markers stand for; all of the answer's sources for a sentence without any."""
        chosen = [self.sources[marker] for marker in sorted(markers) if marker in self.sources]
        return chosen or list(self.sources.values())

    def lines_with(self, markers: frozenset[int]) -> list[Line]:
        """The composer's lines that share a marker, and those without one, which speak of all."""
        return [line for line in self.lines if not line.markers or not markers or line.markers & markers]

    def ground(self, markers: frozenset[int]) -> str:
        """Everything that a sentence with these markers may draw on, as flat text."""
        texts = [source.text for source in self.cited(markers)]
        return "\n".join([*texts, *(line.text for line in self.lines_with(markers))])

    def words(self, markers: frozenset[int]) -> frozenset[str]:
        """The normal forms of all content words of that ground."""
        stated = frozenset(word.normal for part in self.ground(markers).split("\n") for word in words(part))
        return stated | self._marked_by_the_plan(markers)

    def _marked_by_the_plan(self, markers: frozenset[int]) -> frozenset[str]:
        """What the plan marks the cited projects as, beside their text, if it marks all of them."""
        projects = [source.project for source in self.cited(markers) if source.project]
        return PRIORITY if projects and all(project.priority for project in projects) else frozenset()


def _line(line: str, mentions: Mentions) -> Line:
    text = spoken(line)
    markers = frozenset(int(number) for number in MARKER.findall(line))
    return Line(written=line, text=text, markers=markers, mentions=tuple(mentions.find(text)))


def _source(project_id: str | None, quote: str, section: str, catalogue: Catalogue) -> Source:
    project = catalogue.project(project_id) if project_id else None
    ground = ground_of(project) if project else None
    texts = [flat(quote), flat(section), *([ground.text] if ground else [])]
    return Source(project=project, text="\n".join(texts), names=ground.names if ground else frozenset())
