"""Rules on what a sentence claims to tell in full: counts, lists, and all who are in charge."""

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.generate.binding import cues
from assistant.generate.licence import Licence
from assistant.generate.mentions import Mention
from assistant.generate.said import Fault, Sentence
from assistant.verify import flat
from corpus.records import Project

# A list told in full ends its sentence, counted or not (「…はA、B、Cの3件です」); など and ほか leave it open.
_LIST_ENDS = re.compile(
    r"(?:の?[0-9]+(?:件|つ|課|事業|か所|の(?:事業|課)))?(?:です|だ|である|となっています|となります|になります)?。?$"
)
# 「2つの課」 counts divisions; 「…の1つです」 counts nothing.
_COUNT = re.compile(r"(?<![0-9.,\-])(?<!の(?=1つ))([0-9]+)(つの(?=[所管担当]{0,2}課|部署|窓口)|件|つ|課)(?!目)")
_PRINTED = re.compile("([0-9]+)(?:件|種類)")
_ALL_COUNTED = re.compile(r"(?:全部で|全て?で|合わせて|合計で?|全)([0-9]+)(?=件|つ|課|事業)")


def counts(sentence: Sentence, licence: Licence) -> Fault | None:
    """A count is that of what is listed: of the answer's projects, a year's items, or the names in the sentence."""
    for match in _COUNT.finditer(sentence.text):
        number, unit = int(match[1]), "課" if match[2] == "つの" else match[2]
        if number not in _countable(sentence, match.start(), unit, licence):
            return Fault("figure", f"「{match[0]}」は、資料にある数と違います。")
    return None


def in_charge(sentence: Sentence, licence: Licence) -> Fault | None:
    """Who is in charge of a project is told in full, and two who share it are not given a part each."""
    named_divisions = {mention.text for mention in sentence.of("division")}
    if not named_divisions or _is_about_division(sentence):
        return None
    projects = _projects_of(sentence, licence)
    for project in projects if sentence.of("project") or len(projects) == 1 else []:
        own, related = set(map(flat, project.divisions)), set(map(flat, project.related_divisions))
        for group in (own, related):
            if named_divisions & group and not group <= named_divisions and not _is_open(sentence):
                return Fault("incomplete", f"「{project.name}」の課は、すべて書いてください。")
        if len(own & named_divisions) > 1 and not _stand_together(sentence, own):
            return Fault("binding", f"「{project.name}」の課は、続けて書いてください。")
    return None


def lists(sentence: Sentence, licence: Licence) -> Fault | None:
    """A list that a sentence ends with names all that the answer lists."""
    projects = sentence.of("project")
    if not projects or _is_open(sentence) or _says_extreme(sentence):
        return None
    first, last = projects[0], projects[-1]
    before, behind = sentence.text[: first.start], sentence.text[last.end :]
    told = {mention.text for mention in projects}
    if re.search("は[、「]*$", before) and _LIST_ENDS.fullmatch(behind.lstrip("」")) and behind.strip("」。"):
        missing = licence.listed_names - told
        if missing and told <= licence.listed_names:
            return Fault("incomplete", f"「{min(missing)}」が抜けています。")
    return None


def without_total(text: str) -> str:
    """The text without the words that only say that a count is of all (全部で4件)."""
    return _ALL_COUNTED.sub(r"\1", text)


def _countable(sentence: Sentence, at: int, unit: str, licence: Licence) -> set[int]:
    """The counts that may stand at that place of the sentence."""
    years = [mention for mention in sentence.of("year") if mention.start < at]
    projects = _projects_of(sentence, licence)
    if unit == "課":
        return _divisions_counted(sentence, projects)
    if years and any(project.schedule for project in projects):
        planned = [(year, items) for project in projects for year, items in _by_year(project, licence)]
        return {len(items) for year, items in planned if year in years[-1].values}
    here = {len(sentence.of(kind)) for kind in ("project", "division") if sentence.of(kind)}
    printed = {int(n) for line in licence.lines_with(sentence.markers) for n in _PRINTED.findall(line.text)}
    if sentence.of("project"):
        return here & ({licence.listed} | ({1} & printed))
    if len(sentence.of("division")) > 1:
        return (here & _named_in_lines(licence)) | {licence.listed}
    return {licence.listed, *printed}


def _divisions_counted(sentence: Sentence, projects: list[Project]) -> set[int]:
    here = len(sentence.of("division"))
    related = any(cue in sentence.text for cue in cues("related"))
    whole = {len(p.related_divisions if related else p.divisions) for p in projects}
    return whole & {here} if here else whole


def _named_in_lines(licence: Licence) -> set[int]:
    """How many divisions each of the composer's lines, and each project's lists of them, hold."""
    lines = {sum(mention.kind == "division" for mention in line.mentions) for line in licence.lines}
    projects = [source.project for source in licence.sources.values() if source.project]
    return lines | {len(group) for p in projects for group in (p.divisions, p.related_divisions)}


def _by_year(project: Project, licence: Licence) -> Iterator[tuple[int, tuple[str, ...]]]:
    for printed, items in (project.schedule or {}).items():
        yield from ((year, items) for mention in licence.mentions.find(flat(printed)) for year in mention.values)


def _projects_of(sentence: Sentence, licence: Licence) -> list[Project]:
    """The projects that the sentence names, else those that it cites."""
    if sentence.of("project"):
        return [licence.known_projects[mention.text] for mention in sentence.of("project")]
    return list({s.project.id: s.project for s in licence.cited(sentence.markers) if s.project}.values())


def _is_about_division(sentence: Sentence) -> bool:
    """Whether the sentence tells which projects a division has, which need not name who shares them."""
    named_ones = sentence.of("project", "division")
    asks = any(cue in sentence.text for cue in cues("asking"))  # whom to ask, and not who does it
    return asks or (named_ones[0].kind == "division" and bool(sentence.of("project")))


def _is_open(sentence: Sentence) -> bool:
    return bool(re.search("など|等(?:です|が|を|で|$)|ほか|他$", sentence.bare))


def _says_extreme(sentence: Sentence) -> bool:
    return any(cue in sentence.text for kind in ("largest", "smallest", "compared") for cue in cues(kind))


def _stand_together(sentence: Sentence, own: set[str]) -> bool:
    there: list[Mention] = [mention for mention in sentence.of("division") if mention.text in own]
    gaps = [sentence.text[a.end : b.start] for a, b in pairwise(there)]
    return all(re.fullmatch("[、・と及びやおよびならびに並びにとの]*", gap) for gap in gaps)
