"""A set of projects in words: the filters that make it, one phrase each."""

from assistant.compose.wording_book import WordingBook
from assistant.understand.filters import Cut, Filters, TextPart

_FLAGS = (
    "priority", "coded", "several_divisions", "finished", "with_cost", "with_related", "with_schedule", "with_note",
    "with_goal", "unchanged",
)  # fmt: skip
_BOUNDS = ("cost_from", "cost_over", "cost_to", "cost_under")


def describe(wording: WordingBook, filters: Filters) -> list[str]:
    """The phrases for a set; none where it is every project."""
    named = [*_of_divisions(wording, filters), *_stated(wording, filters), *_bounds(wording, filters)]
    if filters.pages:
        named.append(wording.say("what_page", page="・".join(map(str, filters.pages))))
    if filters.part:
        named += [_of_part(wording, part) for part in (filters.part, *filters.part.also)]
    if filters.cut:
        named.append(_of_cut(wording, filters.cut))
    if filters.excluding and not filters.excluding_names:
        named.append(wording.say("what_other"))
    without = [*_divisions_left_out(filters), *filters.excluding_names]
    without += [wording.say("what_and").join(describe(wording, less)) for less in filters.less]
    if without:
        named.append(wording.say("what_without", names=wording.join(without)))
    among = filters.among is not None and not filters.excluding
    if named and among and not 0 < filters.out_of <= len(filters.among or ()):  # by words, which the filters do not say
        named.append(wording.say("what_among"))
    if filters.out_of > 1 and filters.among is not None and named:
        named[0] = wording.say("what_out_of", count=filters.out_of, what=named[0])
    return named or ([wording.say("what_among")] if filters.among is not None else [])


def bounds_of(wording: WordingBook, filters: Filters | None) -> set[str]:
    """The bounds of a cost as they are worded: the question's own figures."""
    if filters is None:
        return set()
    bounds = (filters.cost_from, filters.cost_over, filters.cost_to, filters.cost_under)
    return {wording.amount(bound) for bound in bounds if bound is not None}


def _of_divisions(wording: WordingBook, filters: Filters) -> list[str]:
    if not filters.divisions:
        return []
    name = "what_together" if filters.all_divisions else "what_divisions"
    return [wording.say(name, divisions=wording.join(filters.divisions))]


def _divisions_left_out(filters: Filters) -> list[str]:
    """The divisions that the set is without; a whole kind of them by its name."""
    kinds = filters.excluding_kinds
    return [*kinds, *(name for name in filters.excluding_divisions if not name.endswith(kinds or ("\n",)))]


def _stated(wording: WordingBook, filters: Filters) -> list[str]:
    """What the projects of the set have or lack."""
    flags = ((name, getattr(filters, name)) for name in _FLAGS)
    numbers = filters.division_numbers
    flags = ((name, value) for name, value in flags if not (numbers and name == "several_divisions"))
    said = [wording.say(f"what_{name}" if value else f"what_not_{name}") for name, value in flags if value is not None]
    if numbers:
        name = "what_divisions_from" if len(numbers) > 1 and numbers[0] > 1 else "what_divisions_to"
        name = name if len(numbers) > 1 else "what_divisions_exactly"
        said.append(wording.say(name, number=numbers[-1] if numbers[0] == 1 else numbers[0]))
    said += [_account(wording, account) for account in filters.accounts]
    if filters.themes:
        said.append(wording.say("what_theme", theme=wording.join(filters.themes)))
    if filters.related_division:
        said.append(wording.say("what_related", division=filters.related_division))
    return said


def _bounds(wording: WordingBook, filters: Filters) -> list[str]:
    if filters.has_one_cost and filters.cost_from is not None:
        return [wording.say("what_cost_exactly", amount=wording.amount(filters.cost_from))]
    bounds = ((name, getattr(filters, name)) for name in _BOUNDS)
    return [wording.say(f"what_{name}", amount=wording.amount(bound)) for name, bound in bounds if bound is not None]


def _of_cut(wording: WordingBook, cut: Cut) -> str:
    """The places of an order (推計事業費の大きい順で1番目から3番目)."""
    places = wording.say("cut_place" if cut.first == cut.last else "cut_places", first=cut.first, last=cut.last)
    if cut.both_ends:
        return wording.say("what_both_ends")
    order = wording.say(f"cut_{cut.by}_last" if cut.from_end else f"cut_{cut.by}_first")
    return wording.say("what_cut", order=order, places=places)


def _of_part(wording: WordingBook, part: TextPart) -> str:
    if part.field == "code":
        return wording.say(f"what_code_{'end' if part.place == 'end' else 'start'}", part="・".join(part.words))
    if part.script:
        return _of_script(wording, part)
    words = "」・「".join(part.words)
    if part.lacking and part.field == "name" and part.place != "inside":
        return wording.say("what_not", what=_of_part(wording, part.model_copy(update={"lacking": False})))
    if part.lacking:
        return wording.say("what_part_without", part=words, field=wording.part(part.field))
    if part.field == "name":
        return wording.say(f"what_part_{part.place}", part=words)
    return wording.say("what_part", part=words, field=wording.part(part.field))


def _of_script(wording: WordingBook, part: TextPart) -> str:
    """Names by the script that they are written in, which is no word of theirs."""
    script = wording.named(part.word)
    said = wording.say(f"what_part_{part.place}", part=script).replace(f"「{script}」", script)
    return wording.say("what_not", what=said) if part.lacking else said


def _account(wording: WordingBook, account: str) -> str:
    if account == "特別会計":
        return wording.say("what_special")
    return wording.say("what_account", account=wording.say("account_general"))
