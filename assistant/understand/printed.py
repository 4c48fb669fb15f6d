"""What the plan prints of what was spoken of: a date that is asked for, open questions, which of several has it."""

import re

from assistant.understand.ellipsis import LONGEST_ELLIPSIS, is_elliptical
from assistant.understand.narrowing import with_most
from assistant.understand.normalize import key
from assistant.understand.question import Understanding
from assistant.understand.reference import Reference
from assistant.understand.same_set import turn_patterns
from assistant.understand.spoken_sets import last_list

_DATE = re.compile("[0-9]+月[0-9]+日")
_ASKS_OPENLY = re.compile(r"何|なに|どんな|どの|どういう")
# Of a longer list an entry is named, not told by what it prints.
_MOST_SHOWN = 12


def date_of_it(asked: Reference) -> Understanding | None:
    """何月何日に持っている人が対象？: what the one spoken of prints with a date, where nothing else is meant."""
    read, state = asked.read, asked.state
    project = asked.catalogue.project(state.focus[0]) if len(state.focus) == 1 else None
    named = read.projects or read.divisions or read.codes or read.operation or read.filters
    if not project or named or not turn_patterns()["asks_date"].search(read.text):
        return None
    best = max(read.linked.values(), default=0.0)
    elsewhere = best > read.linked.get(project.id, 0.0)
    if elsewhere or not _DATE.search(key(project.content)):
        return None
    return asked.about(state.focus, field="content", attribute=None)


def open_of_it(asked: Reference) -> Understanding | None:
    """どういう観点で見る？: an open question in nouns that the plan prints of what was spoken of."""
    read, state = asked.read, asked.state
    project = asked.catalogue.project(state.focus[0]) if len(state.focus) == 1 else None
    opens = _ASKS_OPENLY.search(read.text) and not read.field and not read.operation
    if not project or not opens or read.divisions or read.attribute or len(read.text) > LONGEST_ELLIPSIS:
        return None
    printed = read.subject_words and all(word in project.content for word in read.subject_words)
    return asked.about(state.focus, field="content") if printed else None


def duty_of_it(asked: Reference) -> Understanding | None:
    """弁護士に相談したいときは？: a service of others, in nouns that the plan prints of the one spoken of."""
    read, state = asked.read, asked.state
    project = asked.catalogue.project(state.focus[0]) if len(state.focus) == 1 else None
    others = read.absent_topics and set(read.absent_topics) == set(read.topics) and not read.linked
    asks_besides = read.operation or read.filters or read.divisions or read.projects or read.attribute or read.codes
    if not project or not others or asks_besides or not is_elliptical(read, asked.refers):
        return None
    printed = read.subject_words and all(key(word) in key(project.content) for word in read.subject_words)
    return asked.about(state.focus, field="division", absent_ends=False) if printed else None


def which_prints_it(asked: Reference) -> Understanding | None:
    """4月1日が基準なのはどっち？: the one of those shown that prints what the question says, above all a date."""
    read, state = asked.read, asked.state
    shown = state.shown if len(state.shown) > 1 else _last_two(asked) or last_list(state)
    if not 1 < len(shown) <= _MOST_SHOWN or not _asks_which(asked):
        return None
    if read.projects or read.divisions or read.codes or read.filters or "cost" in read.cues:
        return None
    projects = [project for project in map(asked.catalogue.project, shown) if project]
    dates = _DATE.findall(key(read.text))
    found = with_most(projects, dates) or with_most(projects, [key(word) for word in read.subject_words])
    return asked.about(found, field="content", operation=None) if len(found) == 1 else None


def _asks_which(asked: Reference) -> bool:
    """Whether one of those shown is asked for, and not a narrower list."""
    patterns, text = turn_patterns(), asked.read.text
    prints = patterns["prints_it"].search(text) if "among" not in asked.refers else None
    return bool(prints or patterns["which_one"].search(text))


def _last_two(asked: Reference) -> tuple[str, ...]:
    """The two projects that the last answers were about, one after the other."""
    former = asked.state.before[-1].focus if asked.state.before else ()
    both = tuple(dict.fromkeys((*former, *asked.state.focus)))
    return both if len(former) == len(asked.state.focus) == 1 else ()
