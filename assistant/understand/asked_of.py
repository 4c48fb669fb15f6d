"""What a closed question asks of the matter that it names first (期日前投票所は|駅前にもありますか)."""

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.understand.closed_claim import closed_question, wishes_for_deed
from assistant.understand.words import Word, words

# A verb before another, which looks like a noun (受け取りに|来る).
_ERRAND = re.compile("[一-龥]+[ぁ-ん](?=に(?:来|行|伺|参|うかが|いらっしゃ))")
# Behind one of them something is asked of what stands before.
_SAID_OF = frozenset({"は", "も", "って", "に", "で", "から", "なら"})


def nouns_asked(text: str, counts: Callable[[Word], bool], is_known: Callable[[Word], bool]) -> list[list[Word]]:
    """The runs of nouns behind the first known one's particle, in a question for a yes or a no.

    ``counts`` tells which nouns say anything. Without a known noun there is no matter that anything is asked of.
    """
    question = _ERRAND.sub("", closed_question(text))
    found = words("" if wishes_for_deed(question) else question)
    matter = next((at for at, word in enumerate(found) if word.is_noun and is_known(word)), len(found))
    behind = next((at for at in range(matter + 1, len(found)) if _is_said_of(found[at])), len(found))
    runs = _runs(word for word in found[behind + 1 :] if word.is_noun and counts(word))
    return [run for run in runs if not _is_deed(run)] or runs


def _is_deed(run: Sequence[Word]) -> bool:
    """Whether it only tells what is done with things (企業も|参加しますか), which a record says in other words."""
    return "サ変可能" in run[-1].part_of_speech


def _is_said_of(word: Word) -> bool:
    return word.part_of_speech[0] == "助詞" and word.surface in _SAID_OF


def _runs(nouns: Iterable[Word]) -> list[list[Word]]:
    """The nouns, together what stands together (車|いす)."""
    runs: list[list[Word]] = []
    for word in nouns:
        if runs and runs[-1][-1].end == word.start:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs
