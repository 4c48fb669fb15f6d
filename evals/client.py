"""The assistant over HTTP: the same one-method port, asked through the API as any other client asks."""

import http.client
import json
from urllib.parse import urlsplit

from pydantic import ValidationError

from corpus.errors import PlanAssistantError
from corpus.records import Answer, Question

TIMEOUT_S = 60.0


class AskFailed(PlanAssistantError):
    """The API answered with an error, or with something that is no answer."""

    user_message = "APIが回答を返しませんでした。"


class ApiAssistant:
    """An ``Assistant`` that asks ``POST /api/ask`` over one connection that is kept open; not for several threads."""

    def __init__(self, url: str) -> None:
        """``url`` is the service's origin, such as ``http://127.0.0.1:8000``."""
        parts = urlsplit(url)
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=TIMEOUT_S)

    def ask(self, question: Question) -> Answer:
        """Answer one question; raises ``AskFailed`` with the API's status and message for anything but an answer."""
        body = question.model_dump(mode="json", exclude_none=True)
        status, content = self._post({"question": body.pop("text"), **body})
        if status != http.client.OK:
            raise AskFailed(f"HTTP {status}: {content[:300].decode('utf-8', 'replace')}")
        try:
            return Answer.model_validate_json(content)
        except ValidationError as error:
            raise AskFailed(f"HTTP {status}: {error.error_count()} faults in the answer") from error

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _post(self, body: dict[str, object]) -> tuple[int, bytes]:
        data = json.dumps(body, ensure_ascii=False).encode()
        try:
            return self._posted(data)
        except (OSError, http.client.HTTPException) as error:
            self._connection.close()  # the next question opens a new one
            raise AskFailed(f"{type(error).__name__}: {error}") from error

    def _posted(self, data: bytes) -> tuple[int, bytes]:
        try:
            return self._exchanged(data)
        except (BrokenPipeError, ConnectionResetError):  # closed by the server while nothing was asked
            self._connection.close()
            return self._exchanged(data)

    def _exchanged(self, data: bytes) -> tuple[int, bytes]:
        self._connection.request("POST", "/api/ask", data, {"Content-Type": "application/json"})
        response = self._connection.getresponse()
        return response.status, response.read()
