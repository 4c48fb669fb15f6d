"""Rules on what belongs together: divisions and projects, roles, sums, years and what is planned for them."""

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

import yaml

from assistant.generate.licence import Licence
from assistant.generate.mentions import Mention, named, without
from assistant.generate.said import Fault, Sentence
from assistant.understand.words import words
from assistant.verify import flat
from corpus.records import Project

_CONDITION = re.compile("以上|以下|未満|超|より(?:大き|小さ|多|少な)[いく]")
# 「3年間」 is how long the plan runs; 「年間」 alone makes of a sum one that comes every year.
_YEARS_LONG = re.compile("[0-9]+[かヵヶカ箇]?年間")
_IN_A_ROW = re.compile("[、・とや]|及び|並びに|および|ならびに|、及び")
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
        if is_threshold(amount, sentence, licence):
            continue
        before = [m for m in sentence.of("project") if m.start < amount.start]
        project = licence.known_projects.get(before[-1].text) if before else _only_project(sentence, licence)
        cost = project.cost_million_yen if project else None
        of_project = cost is not None and amount.values == (cost * 100,) and not _qualified(sentence)
        if not of_project and not _in_one_line(sentence, licence) and not _of_all(sentence, amount, licence):
            return Fault("binding", f"「{amount.text}」が何の金額か、計画と違います。")
    return None


def codes(sentence: Sentence, licence: Licence) -> Fault | None:
    """A code is that of the project named last before it, else next behind it, else of one that is cited."""
    named_ones = sentence.of("project")
    for code in sentence.of("code"):
        before = [m for m in named_ones if m.start < code.start]
        nearest = before[-1:] or named_ones[:1]
        projects = [licence.known_projects[m.text] for m in nearest] or _cited_projects(sentence, licence)
        if projects and code.text not in {project.code and flat(project.code) for project in projects}:
            return Fault("binding", f"事業CD「{code.text}」は、その事業のものではありません。")
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
    """The role claimed by the clause in which its list of divisions ends, or by the one before it, or the next."""
    clauses = _clauses(sentence.text)
    last = _list_end(sentence, division)
    at = next(i for i, (start, end, _) in enumerate(clauses) if start <= last.start < end)
    order = [at, *range(at - 1, -1, -1), *range(at + 1, len(clauses))]
    for index in order:
        text = clauses[index][2]
        claimed = [role for role in ("responsible", "related") if any(cue in text for cue in cues(role))]
        if claimed:
            return "related" if "related" in claimed and len(claimed) == 1 else claimed[0]
    return None


def _list_end(sentence: Sentence, division: Mention) -> Mention:
    """The last of the divisions that stand in one row with this one (A課、B課とC課が…)."""
    for mention in sentence.of("division"):
        if mention.start > division.start and _IN_A_ROW.fullmatch(sentence.text, division.end, mention.start):
            division = mention
    return division


def _clauses(text: str) -> list[tuple[int, int, str]]:
    found, start = [], 0
    for at, char in enumerate(text):
        if char in _CLAUSE_ENDS:
            found.append((start, at + 1, text[start:at]))
            start = at + 1
    return [*found, (start, len(text) + 1, text[start:])]


def is_threshold(amount: Mention, sentence: Sentence, licence: Licence) -> bool:
    """Whether the sum with the word behind it is the condition of the composer's list (300百万円以上)."""
    condition = _CONDITION.match(sentence.text, amount.end)
    written = [re.sub(r"\([^()]*円\)", "", line.text) for line in licence.lines if not line.is_row]
    return bool(condition) and any(amount.text + (condition[0] if condition else "") in text for text in written)


def _cited_projects(sentence: Sentence, licence: Licence) -> list[Project]:
    return list({s.project.id: s.project for s in licence.cited(sentence.markers) if s.project}.values())


def _only_project(sentence: Sentence, licence: Licence) -> Project | None:
    cited = _cited_projects(sentence, licence)
    return cited[0] if len(cited) == 1 and sentence.markers else None


def _in_one_line(sentence: Sentence, licence: Licence) -> bool:
    """Whether one line of the composer names everything that the sentence names, and computes what it computes.

    What narrows a sum down in that line (重点事業) stands in the sentence too, unless it says nothing of whose it is.
    """
    computing = _computed_words(sentence)
    # A division beside its project is bound to that; alone it tells whose sum it is.
    beside = {m.text for m in sentence.of("division")} if sentence.of("project") else set()
    for line in licence.lines:
        if sentence.names - beside <= line.names and all(word in line.text for word in computing):
            narrowing = _narrowing(line.text, licence) if computing else set()
            own = _narrowing(sentence.text, licence)
            if narrowing <= own or not (own or sentence.of("project", "division")):
                return True
    return False


def _of_all(sentence: Sentence, amount: Mention, licence: Licence) -> bool:
    """Whether the sentence names all the projects of a computed sum, in the place of what they have in common."""
    projects = {mention.text for mention in sentence.of("project")}
    lines = [line for line in licence.lines if named(amount) in line.names and not line.is_row]
    computing = set(_computed_words(sentence))
    if any(word in sentence.bare for word in cues("summed")):
        computing |= {"合計"}
    same = any(computing and all(word in line.text for word in computing) for line in lines)
    return same and projects == licence.listed_names and not sentence.of("year", "division")


def _narrowing(text: str, licence: Licence) -> set[str]:
    """The words that tell whose sum it is: neither names nor general words nor those of computing."""
    first = text.partition("。")[0]
    saying_nothing = general_words() | set(cues("computed"))
    bare = without(first, licence.mentions.find(first))
    return {word.normal for word in words(bare) if word.is_content and word.normal not in saying_nothing}


def _qualified(sentence: Sentence) -> bool:
    """Whether the sentence says of a sum that it is computed, of one year, or of every year."""
    return bool(_computed_words(sentence) or sentence.of("year") or "毎" in sentence.bare)


def _computed_words(sentence: Sentence) -> list[str]:
    bare = _YEARS_LONG.sub("", sentence.bare)
    return [word for kind in ("computed", "periodic") for word in cues(kind) if word in bare]


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
