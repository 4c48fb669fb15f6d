"""Every project asked for with its name typed in a hurry, over a scripted assistant."""

from collections.abc import Callable

from corpus.catalogue import Catalogue
from corpus.records import Answer, Question
from evals.spelled import run_spelled

MakeAnswer = Callable[..., Answer]


def test_each_name_is_asked_for_in_each_way_and_what_is_missed_is_kept(
    make_answer: MakeAnswer, small_catalogue: Catalogue
) -> None:
    asked: list[str] = []

    class Silent:
        """Never knows a name."""

        def ask(self, question: Question) -> Answer:
            asked.append(question.text)
            return make_answer("わかりません。")

    results = run_spelled(Silent(), small_catalogue)
    assert {result.way for result in results} >= {"ひらがな", "半角カナ", "一字抜け", "前後入れ替え"}
    assert all(0 < len(result.missed) == result.asked <= len(small_catalogue.projects) for result in results)
    assert len(asked) == len(set(asked)) == sum(result.asked for result in results)
    assert not any(project.name in question for project in small_catalogue.projects for question in asked)
