"""Rules on what belongs together: divisions and projects, roles, sums, years and what is planned for them."""

from collections.abc import Sequence
from functools import cache
from importlib import resources

import yaml

from assistant.generate.licence import Licence
from assistant.generate.mentions import Mention, named
from assistant.generate.said import Fault, Sentence
from assistant.understand.words import words
from assistant.verify import flat
from corpus.records import Project

_CLAUSE_ENDS = "、。，,（）()"


def divisions(sentence: Sentence, licence: Licence) -> Fault | None:
    """Each division is that of the project that the sentence joins it to."""
    for division, projects in _joined(sentence, licence):
        for project in projects:
            if division.text not in {flat(name) for name in (*project.divisions, *project.related_divisions)}:
                return Fault("binding", f"「{division.text}」は「{project.name}」の課ではありません。")
    return None


def roles(sentence: Sentence, licence: Licence) -> Fault | None:
    """A division that only cooperates is not said to be in charge, nor the other way round."""
    for division, projects in _joined(sentence, licence):
        role = _role_claimed(sentence, division)
        for project in projects:
            own = division.text in map(flat, project.divisions)
            related = division.text in map(flat, project.related_divisions)
            if (role == "related" and not related) or (role != "related" and not own):
                return Fault("binding", f"「{division.text}」の役割が、計画と違います。")
    return None


def sums(sentence: Sentence, licence: Licence) -> Fault | None:
    """A sum is the cost of the project named before it, or stands in a line of the composer with all else it names."""
    for amount in sentence.of("amount"):
        before = [m for m in sentence.of("project") if m.start < amount.start]
        project = licence.known_projects.get(before[-1].text) if before else _only_project(sentence, licence)
        cost = project.cost_million_yen if project else None
        of_project = cost is not None and amount.values == (cost * 100,) and not _computed_words(sentence)
        if not of_project and not _in_one_line(sentence, licence):
            return Fault("binding", f"「{amount.text}」が何の金額か、計画と違います。")
    return None


def years(sentence: Sentence, licence: Licence) -> Fault | None:
    """What is said of a year is planned for that year."""
    mentioned = sentence.of("year")
    projects = [s.project for s in licence.cited(sentence.markers) if s.project and s.project.schedule]
    if not mentioned or not projects:
        return None
    by_year = _planned(projects, licence)
    for group, text in _after_each(sentence.text, mentioned):
        elsewhere = {w for year, planned in by_year.items() if year not in group for w in planned}
        here = [by_year[year] for year in group if year in by_year]
        common = set.intersection(*map(set, here)) if here else set()
        strange = [w.surface for w in words(text) if w.is_content and w.normal in elsewhere - common]
        if strange:
            return Fault("binding", f"「{strange[0]}」は、その年度の予定ではありません。")
    return None


def texts(sentence: Sentence, licence: Licence) -> Fault | None:
    """Where passages alone are cited, figures stand in one sentence of the source or one line of the composer."""
    if any(source.project for source in licence.cited(sentence.markers)):
        return None
    figures = {named(m) for m in sentence.of("year", "amount")}
    if not figures:
        return None
    parts = [part for s in licence.cited(sentence.markers) for part in s.text.replace("。", "。\n").split("\n")]
    parts += [line.text for line in licence.lines_with(sentence.markers)]
    wanted = {w.normal for w in words(sentence.bare) if w.is_noun} - general_words()
    for part in parts:
        if figures <= {named(m) for m in licence.mentions.find(part)}:
            missing = [w for w in wanted if w not in {one.normal for one in words(part)}]
            if not [w for w in missing if w not in licence.asked]:
                return None
    return Fault("binding", "年や金額を、計画の文と違う事がらに結び付けています。")


def _joined(sentence: Sentence, licence: Licence) -> list[tuple[Mention, list[Project]]]:
    """Each division with the projects that the sentence joins it to; the cited ones where it names none."""
    named_ones = sentence.of("project", "division")
    if not sentence.of("project"):
        cited = [source.project for source in licence.cited(sentence.markers) if source.project]
        return [(mention, _any_of(mention, cited)) for mention in named_ones] if cited else []
    if named_ones[0].kind == "project":
        pairs = [(division, project) for division, group in _by_group(named_ones, "project") for project in group]
    else:
        pairs = [(division, project) for project, group in _by_group(named_ones, "division") for division in group]
    return [(division, [licence.known_projects[project.text]]) for division, project in pairs]


def _by_group(mentions: Sequence[Mention], first: str) -> list[tuple[Mention, list[Mention]]]:
    """Each mention of the other kind with the whole group of ``first`` ones that stands last before it."""
    found: list[tuple[Mention, list[Mention]]] = []
    group: list[Mention] = []
    closed = False
    for mention in mentions:
        if mention.kind == first:
            group = [mention] if closed else [*group, mention]
            closed = False
        else:
            closed = True
            found.append((mention, list(group)))
    return found


def _any_of(division: Mention, cited: list[Project]) -> list[Project]:
    """The cited projects that have the division; all of them, to be told wrong, where none has."""
    having = [p for p in cited if division.text in map(flat, (*p.divisions, *p.related_divisions))]
    return having or cited


def _role_claimed(sentence: Sentence, division: Mention) -> str | None:
    """The role that the division's clause claims, or the one before it that claims any, or the next."""
    clauses = _clauses(sentence.text)
    at = next(i for i, (start, end, _) in enumerate(clauses) if start <= division.start < end)
    order = [at, *range(at - 1, -1, -1), *range(at + 1, len(clauses))]
    for index in order:
        text = clauses[index][2]
        claimed = [role for role in ("responsible", "related") if any(cue in text for cue in cues(role))]
        if claimed:
            return "related" if "related" in claimed and len(claimed) == 1 else claimed[0]
    return None


def _clauses(text: str) -> list[tuple[int, int, str]]:
    found, start = [], 0
    for at, char in enumerate(text):
        if char in _CLAUSE_ENDS:
            found.append((start, at + 1, text[start:at]))
            start = at + 1
    return [*found, (start, len(text) + 1, text[start:])]


def _only_project(sentence: Sentence, licence: Licence) -> Project | None:
    cited = {s.project.id: s.project for s in licence.cited(sentence.markers) if s.project}
    return next(iter(cited.values())) if len(cited) == 1 and sentence.markers else None


def _in_one_line(sentence: Sentence, licence: Licence) -> bool:
    """Whether one line of the composer names everything that the sentence names, and computes what it computes."""
    computing = _computed_words(sentence)
    return any(sentence.names <= line.names and all(word in line.text for word in computing) for line in licence.lines)


def _computed_words(sentence: Sentence) -> list[str]:
    return [word for word in cues("computed") if word in sentence.bare]


def _planned(projects: list[Project], licence: Licence) -> dict[int, set[str]]:
    """The content words of what is planned for each year."""
    planned: dict[int, set[str]] = {}
    for project in projects:
        for printed, items in (project.schedule or {}).items():
            for year in (value for m in licence.mentions.find(flat(printed)) for value in m.values):
                heard = {w.normal for item in items for w in words(flat(item)) if w.is_content}
                planned.setdefault(year, set()).update(heard)
    of_names = {w.normal for project in projects for w in words(flat(project.name))}
    return {year: heard - of_names - general_words() for year, heard in planned.items()}


def _after_each(text: str, years: tuple[Mention, ...]) -> list[tuple[set[int], str]]:
    """The years that stand together, and the text up to the next; what stands before the first belongs to it too."""
    groups: list[tuple[set[int], int]] = []
    for at, year in enumerate(years):
        between = text[years[at - 1].end : year.start] if at else ""
        if at and len(between) <= len("から") and not any(w.is_content for w in words(between)):
            groups[-1] = (groups[-1][0] | set(year.values), year.end)
        else:
            groups.append((set(year.values), year.end))
    starts = [years[0].start, *(end for _, end in groups)]
    found = []
    for index, (group, end) in enumerate(groups):
        until = next((y.start for y in years if y.start >= end), len(text))
        found.append((group, (text[: starts[0]] if index == 0 else "") + "。" + text[end:until]))
    return found


def cues(kind: str) -> list[str]:
    """The words of ``cues.yaml`` by which a kind of claim is known."""
    return _cues()[kind]


@cache
def general_words() -> frozenset[str]:
    """The words that say nothing about the plan, in normal form."""
    return frozenset(word for group in _read("general_words.yaml").values() for word in group)


@cache
def _cues() -> dict[str, list[str]]:
    return _read("cues.yaml")


def _read(name: str) -> dict[str, list[str]]:
    text = resources.files("assistant.generate").joinpath("data", name).read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))
