"""The wording of ``staff.yaml``."""

from corpus.records import Language, Record
from ui.texts import read_texts


class QuizTexts(Record):
    """The quiz; the script fills in the braces of ``score``, ``record``, ``wrong`` and ``result``."""

    title: str
    about: str
    every: str
    priority: str
    wrong: str
    nothing: str
    progress: str
    question: str
    keys: str
    right: str
    not_right: str
    answer: str
    answers: str
    right_choice: str
    own_choice: str
    explanation: str
    open: str
    next: str
    finish: str
    score: str
    record: str
    forget: str
    finished: str
    result: str
    review: str
    again: str
    home: str


class ProfileTexts(Record):
    """A division's profile."""

    label: str
    choose: str
    open: str
    unknown: str
    count: str
    priority_count: str
    total: str
    shared: str
    print_page: str
    with_others: str
    with_unnamed: str
    related_divisions: str
    goal: str
    note: str
    cost: str
    schedule: str
    related: str


class StaffTexts(Record):
    """Everything 職員 shows or says."""

    title: str
    about: str
    priority: str
    code: str
    division: str
    project: str
    content: str
    printed: str
    amount: str
    quiz: QuizTexts
    profile: ProfileTexts


def staff_texts(language: Language) -> StaffTexts:
    """The room's wording in that language."""
    return read_texts(StaffTexts, "staff", language)
