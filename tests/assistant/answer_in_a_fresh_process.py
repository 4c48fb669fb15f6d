"""Run by a test in a process of its own: answers the questions of standard input (JSON), in their order, as JSON.

Arguments: the corpus folder and the data folder, whose index is there already.
"""

import json
import sys
from pathlib import Path

from assistant import wiring
from assistant.settings import read_settings
from corpus.records import Question


def main() -> None:
    """Answer and print."""
    corpus, data_dir = map(Path, sys.argv[1:])
    assistant = wiring.open_library(read_settings(corpus=corpus, data_dir=data_dir)).assistant
    answers = {}
    for text in json.load(sys.stdin):
        answer = assistant.ask(Question(text=text))
        answers[text] = answer.model_dump(mode="json", exclude={"answer_id", "session_id", "elapsed_ms"})
    json.dump(answers, sys.stdout, ensure_ascii=False, sort_keys=True)


if __name__ == "__main__":
    main()
