"""The wording of the ratings."""

from corpus.records import Record


class FeedbackTexts(Record):
    """What stands below an answer; ``reasons`` maps what is stored, the same in every language, to what is shown."""

    label: str
    up: str
    down: str
    thanks_up: str
    thanks_down: str
    thanks_reason: str
    kept_up: str
    kept_down: str
    kept_reason: str
    reasons_label: str
    reasons: dict[str, str]
    comment: str
    note: str
    send: str
    edit: str
    failed: str
    gone: str
