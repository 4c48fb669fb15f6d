"""What was asked for one by one, taken as a list (その3つを一つずつ, 今伺った三つ以外に, 三つの課の違いは)."""

from assistant.conversation import ConversationState, Spoken
from assistant.understand.numbers import plain_numbers
from assistant.understand.same_set import turn_patterns
from assistant.understand.spoken_sets import answers, matters_spoken


def taken_so_far(text: str, state: ConversationState) -> tuple[str, ConversationState]:
    """The question and the conversation as if so many as it counts had been listed; no list shown has that number."""
    plain = plain_numbers(text)
    match = turn_patterns()["spoken_so_far"].search(plain)
    number = int(match["number"]) if match else 0
    named = matters_spoken(state)[-number:] if number else ()
    if not match or len(named) != number or any(len(one.shown) == number for one in answers(state)):
        return text, state
    told = [one for one in answers(state)[::-1] if set(one.focus) & set(named)]
    divisions = tuple(dict.fromkeys(name for one in told for name in one.divisions))
    listed = Spoken(focus=named, shown=named, divisions=divisions, operation="list", asked=state.asked, said=state.said)
    pointer = "それ以外" if match["besides"] else "それら"
    return f"{pointer}{plain[match.end() :]}", state.then(listed)


def divisions_counted(text: str, state: ConversationState) -> str:
    """三つの課の違いは, 2課で多いのは: the divisions spoken of by their number, by their names."""
    plain, patterns = plain_numbers(text), turn_patterns()
    shared = patterns["shared_by_them"].search(plain)  # その2つの課で重なっている事業は
    match = patterns["so_many_divisions"].search(plain) if state.divisions and not shared else None
    names = _so_many(state, int(match["number"]), match["kind"]) if match else ()
    return f"{plain[: match.start()]}{'と'.join(names)}{plain[match.end() :]}" if match and names else text


def _so_many(state: ConversationState, number: int, kind: str) -> tuple[str, ...]:
    """The divisions told together, if they are so many, or else the last that were spoken of one by one."""
    together = next((one.divisions for one in answers(state) if len(one.divisions) == number), ())
    singles = (one.divisions[0] for one in answers(state) if len(one.divisions) == 1)
    last = tuple(dict.fromkeys(singles))[:number][::-1]
    found = together if len(state.divisions) == number or len(last) < number else last
    branches = kind not in ("課", "部署")
    return found if not branches or all(name.endswith(kind) for name in found) else ()
