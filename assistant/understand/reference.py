"""A question beside the conversation it stands in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.conversation import ConversationState
from assistant.understand.ellipsis import without_topics
from assistant.understand.question import Understanding
from corpus.catalogue import Catalogue

# Whether something can be done there (でもできる？, で取れますか).
OFFERS = re.compile(
    r"(で|に|へ)(も|は)?(でき|いい|良い|よい|大丈夫|可能|行け|受け付|扱|もら|貰|取れ|受け取|頼|出せ|出来|つくれ|申請|手続|作[れっ]|払[えっ]|納め|出し|更新でき)"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A question beside the conversation it stands in; ``refers`` are its words that point back."""

    read: Understanding
    state: ConversationState
    refers: frozenset[str]
    catalogue: Catalogue

    def about(self, projects: Sequence[str], **more: object) -> Understanding:
        """The question, asked about projects of the conversation."""
        found = {"projects": tuple(projects), "inherited": True, "names_whole": True, **more}
        return without_topics(self.read).model_copy(update=found)

    def of_divisions(self, divisions: Sequence[str], **more: object) -> Understanding:
        """The question, asked about divisions of the conversation."""
        found = {"divisions": tuple(divisions), "inherited": True, "premise": None, **more}
        return without_topics(self.read).model_copy(update=found)
