"""Whether a model's sentence may be shown: every rule, deterministic, against what was decided before."""

from assistant.generate import binding, completeness, phrases, stance, values, vocabulary
from assistant.generate.licence import Licence
from assistant.generate.said import Fault, Sentence, take_apart
from corpus.records import Style

MAX_SENTENCES = 12
MAX_CHARACTERS = 2000
LONGEST_SENTENCE = 400
# やさしい日本語, without names and quotations: the composer's own are shorter 99 times in 100.
LONGEST_PLAIN_SENTENCE = 50

# The cheap and plain ones first: their reasons help the model most.
RULES = (
    values.language, values.markers, vocabulary.substance, values.quotations, values.names, values.figures,
    binding.divisions, binding.roles, binding.codes, binding.sums, binding.texts, phrases.years,
    completeness.counts, completeness.in_charge, completeness.lists,
    stance.superlatives, stance.comparisons, stance.ratios, stance.confirmations, stance.polarity, stance.edges,
    stance.tenses, vocabulary.closed, phrases.wording,
)  # fmt: skip


class Check:
    """Checks the sentences of one answer in their order."""

    def __init__(self, licence: Licence, style: Style = "standard") -> None:
        """Against what ``licence`` allows; in the style ``plain`` sentences are short, too."""
        self._licence = licence
        self._style = style
        self.accepted: list[Sentence] = []

    def fault(self, written: str) -> Fault | None:
        """What is wrong with the next sentence; None lets it pass, and counts it as said."""
        sentence = take_apart(written, self._licence.mentions)
        found = self._limits(sentence) or self._untrue(sentence)
        if found is None:
            self.accepted.append(sentence)
        return found

    def _untrue(self, sentence: Sentence) -> Fault | None:
        if stance.is_the_composers(sentence, self._licence):
            return None
        if self._style == "plain" and len(sentence.own_words) > LONGEST_PLAIN_SENTENCE:
            return Fault(
                "plain", f"やさしい日本語では、1つの文を短くします（名前のほかに{LONGEST_PLAIN_SENTENCE}字まで）。"
            )
        return next((fault for rule in RULES if (fault := rule(sentence, self._licence))), None)

    def _limits(self, sentence: Sentence) -> Fault | None:
        length = sum(len(one.text) for one in self.accepted) + len(sentence.text)
        if len(self.accepted) >= MAX_SENTENCES or length > MAX_CHARACTERS or len(sentence.text) > LONGEST_SENTENCE:
            return Fault("length", "長すぎます。")
        if any(one.text.strip("。") == sentence.text.strip("。") for one in self.accepted):
            return Fault("repetition", "同じ文を繰り返さないでください。")
        return None
