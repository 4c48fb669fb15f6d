"""What was asked for one by one, taken as a list (その3つを一つずつ, 今伺った三つ以外に)."""

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
