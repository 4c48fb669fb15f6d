"""How one reader likes the page, as their browser keeps it."""

from pydantic import ConfigDict, ValidationError

from corpus.records import Language, Record, Style


class Preferences(Record):
    """The interface's language, and whether answers come in やさしい日本語 (``plain``).

    Text size, theme and motion need no server: ``ui/wishes.js`` keeps them to itself.
    """

    # A later version's wish must not cost the reader the others.
    model_config = ConfigDict(frozen=True, extra="ignore")

    language: Language = "ja"
    style: Style = "standard"

    @property
    def spoken(self) -> str:
        """The language, or ``plain`` for やさしい日本語: what a reader chooses as one thing."""
        return "plain" if self.language == "ja" and self.style == "plain" else self.language

    @classmethod
    def restore(cls, stored: str | None) -> "Preferences":
        """What the browser kept; the defaults where it kept nothing that can be read."""
        try:
            return cls.model_validate_json(stored) if stored else cls()
        except ValidationError:
            return cls()
