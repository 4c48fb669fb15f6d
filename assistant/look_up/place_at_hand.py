"""A place named while a schedule is at hand (今泉はいつまで, 玉縄の方は): one of its things, and no branch office."""

from collections.abc import Iterator, Sequence

from assistant.look_up.branches import Branches
from assistant.look_up.findings import About, Absent, Finding
from assistant.look_up.thing_at_hand import items_in_years
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.words import readings
from corpus.catalogue import Catalogue
from corpus.records import Project

_SHORTEST = 2


class PlaceAtHand:
    """Finds the items of the project at hand that are at the place, by its name or by the sound of it."""

    def __init__(self, catalogue: Catalogue, branches: Branches) -> None:
        self._catalogue = catalogue
        self._branches = branches
        stems = (d.name.removesuffix(end) for d in catalogue.divisions for end in branches.suffixes)
        listed = (place for document in catalogue.documents for place in document.places)
        self._places = tuple(dict.fromkeys(place for place in (*listed, *stems) if len(place) >= _SHORTEST))

    def find(self, read: Understanding) -> Finding | None:
        """Those items; or that the plan has none there, where the project at hand is no errand at a counter."""
        project = self._at_hand(read)
        if project is None:
            return None
        named = self._named(read)
        held = tuple(item for item in _items(project) if any(_is_at(place, item) for place in named))
        if held:
            return items_in_years(read, project, held)
        return Absent(reason="claim", nearest=(project,))

    def _named(self, read: Understanding) -> list[str]:
        return [place for place in self._places if key(place) in key(read.text)] if read.place_divisions else []

    def instead(self, read: Understanding, finding: Finding) -> Finding:
        """The finding; of a branch office by the place alone the items there that hold all else that is named.

        玉縄の交流センター is printed, though not in these characters.
        """
        of_branch = isinstance(finding, About) and all(one in self._branches.projects for one in finding.projects)
        return (self._printed(read, self._named(read)) if of_branch else None) or finding

    def _printed(self, read: Understanding, named: Sequence[str]) -> Finding | None:
        said = [key(word) for word in read.subject_words if not any(word in place for place in named)]
        if not said or read.linked or read.projects or read.divisions or read.filters or read.operation:
            return None
        for project in self._catalogue.projects:
            at = (item for item in _items(project) if any(_is_at(place, item) for place in named))
            held = tuple(item for item in at if all(word in key(item) for word in said))
            if held:
                return items_in_years(read, project, held)
        return None

    def _at_hand(self, read: Understanding) -> Project | None:
        """The one project with a schedule that is at hand, where a place is all that the question names besides."""
        left = read.at_hand
        named = read.divisions or read.filters or read.operation or read.topics or read.codes
        if left is None or not read.place_divisions or named or len(left.projects) != 1:
            return None
        project = self._catalogue.project(left.projects[0])
        others = read.projects and left.projects != read.projects
        if project is None or others or not project.schedule or self._branches.spoken_of(read):
            return None
        return project


def _items(project: Project) -> list[str]:
    return list(dict.fromkeys(item for year in (project.schedule or {}).values() for item in year))


def _is_at(place: str, item: str) -> bool:
    return key(place) in key(item) or any(sound in _sounds(item) for sound in _spelled(place))


def _spelled(place: str) -> Iterator[str]:
    sound = _sounds(place)
    if len(sound) > _SHORTEST:
        yield sound


def _sounds(text: str) -> str:
    return "".join(readings(text))
