"""The wording of the warning."""

from corpus.records import Record


class PrivacyTexts(Record):
    """What stands in the dialog; ``kinds`` names what may be found, by the names of ``assistant/privacy.yaml``."""

    title: str
    message: str
    kinds: dict[str, str]
    erased: str
    preview: str
    erase: str
    rewrite: str
    keep: str
    kept: str
