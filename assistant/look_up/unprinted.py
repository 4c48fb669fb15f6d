"""Things asked for that the record found does not print: what was found is about the matter, but not about them."""

import re

from assistant.look_up.findings import About, Absent, Finding, Items, OfSet, OfText, passages_of, projects_of
from assistant.look_up.things_printed import is_printed
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.thing_asked import ThingAsked, find_thing_asked
from corpus.records import Project

# The 他 of a row's divisions, asked for by name (他とは何課).
_OTHERS = re.compile(
    "(?:他|ほか)」?(?:の(?:課|部署|担当課?))?(?:とは|って|は|というのは)、?(?:具体的に)?(?:どこ|どの|何|なに|なん)"
)

_Found = About | Items | OfSet | OfText
# Of the text around the tables only what it may name is looked for there.
_OF_TEXT = ("made_up", "town")
_OF_MATTER = ("division", "content", "overview")


def without_unprinted(read: Understanding, finding: Finding) -> Finding:
    """The finding; or that the plan does not state the thing asked for, where the record found does not print it."""
    if read.language != "ja" or not isinstance(finding, _Found) or finding.correction is not None:
        return finding
    if isinstance(finding, About) and any(p.divisions_open for p in finding.projects) and _OTHERS.search(read.text):
        return Absent(reason="attribute", detail="「他」に当たる課", projects=finding.projects)
    thing = find_thing_asked(read.text)
    if isinstance(finding, OfSet) and finding.number_alone:
        return finding
    if thing is None or _is_named(thing, read) or _is_answered(thing, read, finding) or _is_the_matter(thing, read):
        return finding
    if is_printed(thing, read, projects_of(finding), passages_of(finding)):
        return finding
    typed = rf"(?P<of>[一-龥々ァ-ヴー]{{2,10}})の{re.escape(thing.noun)}"
    whose = None if read.names_whole else re.search(typed, read.text)
    said = f"{whose['of']}の{_told(thing)}" if whose else _told(thing)
    return Absent(reason="attribute", detail=said, projects=_meant(finding), whole=whose is not None)


def _is_named(thing: ThingAsked, read: Understanding) -> bool:
    """Whether the thing is a division that the question names (収集事務所は？), and nothing is asked of it."""
    return not thing.of_it and any(key(thing.noun) in key(name) for name in read.divisions)


def _is_answered(thing: ThingAsked, read: Understanding, finding: _Found) -> bool:
    """Whether what was found answers by what it is: a set is a list, is counted, and was chosen by what is said."""
    if isinstance(finding, OfText):
        return thing.how not in _OF_TEXT
    if isinstance(finding, OfSet):
        computed = read.operation or read.filters or not read.divisions
        return thing.how in ("list", "number", "row") or (thing.how == "value" and bool(computed))
    if isinstance(finding, About) and finding.field not in _OF_MATTER:
        return thing.how in ("list", "value") and not thing.of_it  # a field of its own was asked for
    one_by_meaning = isinstance(finding, About) and finding.by_meaning and len(finding.projects) == 1
    return thing.how == "list" and not one_by_meaning


def _is_the_matter(thing: ThingAsked, read: Understanding) -> bool:
    """Whether a follow-up only names it for what was asked before: whose it is (式典の準備は？)."""
    taken_over = read.field == "division" and "division" not in read.cues and not (read.attribute or read.inherited)
    known = any(word in key(thing.noun) for word in read.topic_words)
    return taken_over and thing.how == "value" and known and not thing.of_it


def _told(thing: ThingAsked) -> str:
    """What is said to be missing: the noun, or what is asked of it."""
    if thing.how in ("rule", "number"):
        return f"何{thing.noun}か"
    if thing.how == "row":
        return thing.noun
    named = thing.how in ("body", "town", "place", "people")
    of_it = thing.of_it or ("名前" if named else "")
    return "の".join(filter(None, (thing.noun, of_it)))


def _meant(finding: _Found) -> tuple[Project, ...]:
    """The projects to stay with: none of a set, which the thing is not told of."""
    return () if isinstance(finding, OfSet) else projects_of(finding)
