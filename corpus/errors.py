"""The error tree. Each class has a Japanese ``user_message``; the API maps class to HTTP status, the CLI prints it."""


class PlanAssistantError(Exception):
    """Base of every error of ours; ``user_message`` is one Japanese sentence that a citizen can read."""

    user_message = "処理中に問題が起きました。しばらくしてから、もう一度お試しください。"

    def __init__(self, user_message: str | None = None) -> None:
        """Keep the class's message unless a more exact one is given."""
        super().__init__(user_message or self.user_message)
        self.user_message = user_message or self.user_message


class RequestError(PlanAssistantError):
    """The caller sent something that cannot be answered."""

    user_message = "送られた内容を読み取れませんでした。内容を確かめて、もう一度お送りください。"


class MalformedRequest(RequestError):
    """The body is not JSON."""

    user_message = "送られた内容がJSONとして読み取れません。形式を確かめてください。"


class BodyTooLarge(RequestError):
    """The body is larger than the server accepts."""

    user_message = "送られた内容が大きすぎます。短くして、もう一度お送りください。"


class InvalidField(RequestError):
    """A field is missing or out of its range."""

    user_message = "質問は1文字以上1000文字以内で入力してください。"


class Unauthorized(RequestError):
    """An administrator's page was asked for without its token."""

    user_message = "この操作には管理者の認証が必要です。"


class TooManyRequests(RequestError):
    """One client asks faster than the server allows."""

    user_message = "質問が続けて届いています。少し待ってから、もう一度お試しください。"


class NotFound(RequestError):
    """The path, project, document or page does not exist."""

    user_message = "お探しのページや事業は見つかりませんでした。"


class CorpusError(PlanAssistantError):
    """The corpus cannot be ingested."""

    user_message = "計画書のフォルダを読み込めませんでした。"


class CorpusUnreadable(CorpusError):
    """A file of the corpus is missing, not text, or does not match its manifest."""

    user_message = "計画書のファイルを読み込めませんでした。UTF-8のテキストか確かめてください。"


class NoPlanFound(CorpusError):
    """The corpus holds no plan that could be parsed into at least one project."""

    user_message = "計画書の中に事業の表が見つかりませんでした。"


class ModelTrouble(PlanAssistantError):
    """A configured language model did not answer as it should; ``kind`` is one word for counters and logs."""

    user_message = "言語モデルから回答を受け取れませんでした。"

    def __init__(self, kind: str = "rubbish", user_message: str | None = None) -> None:
        """``kind`` is down, slow, busy, refused, broken, endless or rubbish."""
        super().__init__(user_message)
        self.kind = kind


class IndexFault(PlanAssistantError):
    """The index cannot be served."""

    user_message = "検索用の索引を読み込めません。plan-assistant ingest を実行してください。"


class IndexNotLoaded(IndexFault):
    """No index has been built or loaded yet."""

    user_message = "検索の準備ができていません。しばらくしてから、もう一度お試しください。"


class IndexDamaged(IndexFault):
    """A file of the index is missing or broken."""

    user_message = "検索用の索引が壊れています。plan-assistant ingest で作り直してください。"


class IndexIncompatible(IndexFault):
    """The index was made by another format version or embedding model."""

    user_message = "検索用の索引が今の設定と合いません。plan-assistant ingest で作り直してください。"


class ModelUnavailable(PlanAssistantError):
    """The configured embedding model cannot be loaded."""

    user_message = "文章の意味を比べるモデルを読み込めません。PLAN_ASSISTANT_EMBEDDING_MODEL を確かめてください。"


class InvalidSettings(PlanAssistantError):
    """An environment setting has a value that cannot be used."""

    user_message = "設定の値が正しくありません。PLAN_ASSISTANT_ で始まる環境変数を確かめてください。"
